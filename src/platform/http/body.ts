/** More than the route takes. */
export class TooLarge extends Error {
	override readonly name = "TooLarge";
	readonly maxBytes: number;

	constructor(maxBytes: number) {
		super("too large");
		this.maxBytes = maxBytes;
	}
}

/** The form a request sends, refused as soon as it grows past `maxBytes`: by its announced length, or while it streams in. */
export async function readFormData(
	request: Request,
	maxBytes: number,
): Promise<FormData> {
	if (Number(request.headers.get("content-length") ?? 0) > maxBytes)
		throw new TooLarge(maxBytes);
	const chunks: Uint8Array[] = [];
	let length = 0;
	if (request.body !== null)
		for await (const chunk of request.body) {
			length += chunk.byteLength;
			if (length > maxBytes) throw new TooLarge(maxBytes);
			chunks.push(chunk);
		}
	const type = request.headers.get("content-type") ?? "";
	return new Response(Buffer.concat(chunks), {
		headers: { "content-type": type },
	}).formData();
}

import { type FileProblem, LARGEST_FILE_BYTES } from "./table.ts";

export type Upload =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly ok: false; readonly problem: FileProblem };

/**
 * Collects a body as it streams in and refuses it at the first chunk beyond the limit: whatever its headers claim, no more than the limit
 * and one chunk is ever held. Leaving the loop cancels the stream, so the sender stops too.
 */
export async function readUpload(
	stream: AsyncIterable<Uint8Array>,
	limitBytes: number = LARGEST_FILE_BYTES,
): Promise<Upload> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.byteLength;
		if (size > limitBytes) {
			return { ok: false, problem: { code: "too-large", limitBytes } };
		}
		chunks.push(chunk);
	}
	return { ok: true, bytes: joined(chunks, size) };
}

function joined(
	chunks: readonly Uint8Array[],
	size: number,
): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.byteLength;
	}
	return bytes;
}

// The length of a ciphertext tells the length of what is in it. Texts are therefore filled up to the next power of two, 256 bytes at least:
// whoever sees the database learns the length only to within a factor of two.

const smallest = 256;

/** What one sealed text may hold, in bytes of UTF-8. */
export const longestText = 64 * 1024 - 4;

/** The length as 32 bits big-endian, the bytes, zeros up to a power of two of at least 256. Throws a RangeError beyond `longestText`. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	if (bytes.length > longestText)
		throw new RangeError(`${bytes.length} bytes are too many to seal`);
	const padded = new Uint8Array(bucketOf(bytes.length + 4));
	new DataView(padded.buffer).setUint32(0, bytes.length);
	padded.set(bytes, 4);
	return padded;
}

/** What `pad` was given, or undefined where the bytes are nothing that `pad` makes. */
export function unpad(padded: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
	if (padded.length < smallest) return undefined;
	const { buffer, byteOffset } = padded;
	const length = new DataView(buffer, byteOffset).getUint32(0);
	if (padded.length !== bucketOf(length + 4)) return undefined;
	if (padded.subarray(length + 4).some((byte) => byte !== 0)) return undefined;
	return new Uint8Array(padded.subarray(4, length + 4));
}

function bucketOf(length: number): number {
	let bucket = smallest;
	while (bucket < length) bucket *= 2;
	return bucket;
}

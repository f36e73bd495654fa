import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Two random words for each person from their id, their side and the round's seed: what settles ties (see kernel/pair-tie.ts). Where `asked`
 * is given, only for those marked 1 in it; the others' stay 0.
 */
export function idHashes(
	seed: string,
	side: "mentee" | "mentor",
	people: readonly { readonly id: string }[],
	asked?: Uint8Array,
): Uint32Array {
	const hashes = new Uint32Array(2 * people.length);
	people.forEach(({ id }, index) => {
		if (asked?.[index] === 0) return;
		const digest = sha256(utf8ToBytes(JSON.stringify([seed, side, id])));
		const view = new DataView(digest.buffer, digest.byteOffset);
		hashes[2 * index] = view.getUint32(0);
		hashes[2 * index + 1] = view.getUint32(4);
	});
	return hashes;
}

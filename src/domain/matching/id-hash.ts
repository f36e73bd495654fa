import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Two random words for each person from their id, their side and the round's seed: what settles ties (see kernel/pair-tie.ts). The first 64
 * bits of the SHA-256 of the JSON text `[seed, side, id]`.
 */
export function idHashes(
	seed: string,
	side: "mentee" | "mentor",
	people: readonly { readonly id: string }[],
): Uint32Array {
	const hashes = new Uint32Array(2 * people.length);
	// One state for all, started from what every text begins with: making states anew takes longer than hashing.
	const beginning = JSON.stringify([seed, side]).slice(0, -1);
	const start = sha256.create().update(utf8ToBytes(`${beginning},`));
	const state = start.clone();
	const digest = new Uint8Array(state.outputLen);
	const view = new DataView(digest.buffer);
	people.forEach(({ id }, index) => {
		start._cloneInto(state);
		state.update(utf8ToBytes(`${JSON.stringify(id)}]`)).digestInto(digest);
		hashes[2 * index] = view.getUint32(0);
		hashes[2 * index + 1] = view.getUint32(4);
	});
	return hashes;
}

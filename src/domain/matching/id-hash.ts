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
	const room = new Uint8Array(MOST_PLAIN + 3);
	people.forEach(({ id }, index) => {
		start._cloneInto(state);
		const size = writePlain(id, room);
		if (size > 0) state.update(room.subarray(0, size));
		else state.update(utf8ToBytes(`${JSON.stringify(id)}]`));
		state.digestInto(digest);
		hashes[2 * index] = view.getUint32(0);
		hashes[2 * index + 1] = view.getUint32(4);
	});
	return hashes;
}

const MOST_PLAIN = 64;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5d;

/** Writes the bytes of `JSON.stringify(id)` and a closing bracket; 0, where the id is long or not of plain ASCII, which JSON leaves as it is. */
function writePlain(id: string, room: Uint8Array): number {
	if (id.length + 3 > room.length) return 0;
	let size = 0;
	room[size++] = QUOTE;
	for (let k = 0; k < id.length; k++) {
		const code = id.charCodeAt(k);
		if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH)
			return 0;
		room[size++] = code;
	}
	room[size++] = QUOTE;
	room[size++] = BRACKET;
	return size;
}

/**
 * Bits of the numbers that settle ties, such that the sum along any path of exchanges among so many nodes is exact. The same up to 131,000
 * people, so that somebody who joins does not change the others' numbers.
 */
export function tieBits(nodes: number): number {
	return Math.min(34, 51 - Math.ceil(Math.log2(nodes + 2)));
}

/** A random number from the ids of both people (two words each), of so many bits. */
export function pairTie(
	menteeHash: Uint32Array,
	mentorHash: Uint32Array,
	mentee: number,
	mentor: number,
	bits: number,
): number {
	const i = 2 * mentee;
	const j = 2 * mentor;
	const high = mix(menteeHash[i], mentorHash[j]) >>> 11;
	const low = mix(menteeHash[i + 1], mentorHash[j + 1]);
	return Math.floor((high * 2 ** 32 + low) / 2 ** (53 - bits));
}

/** 32 well-mixed bits of two (finaliser of MurmurHash3 over an odd combination). */
function mix(a: number, b: number): number {
	let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ (a >>> 15);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

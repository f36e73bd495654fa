// The Merkle tree of RFC 6962 and 9162 over a growing list. A leaf is hashed behind a zero byte and a node behind a one, so that neither
// can be taken for the other. The tree of n leaves splits at the largest power of two below n. What is kept between appends is the frontier:
// the roots of the full subtrees that n is made of, one a binary digit, so that a million leaves need twenty hashes of memory. An append
// costs one hash on average, a root at most log n.
import { sha256 } from "@noble/hashes/sha2.js";

export type Hash = Uint8Array;

/** The roots of the full subtrees of a list, largest first: as many as its size has binary ones. */
export type Frontier = {
	readonly size: number;
	readonly peaks: readonly Hash[];
};

export const emptyTree: Frontier = { size: 0, peaks: [] };

export function leafHash(data: Uint8Array): Hash {
	return hashBehind(0, data);
}

export function nodeHash(left: Hash, right: Hash): Hash {
	const both = new Uint8Array(left.length + right.length);
	both.set(left);
	both.set(right, left.length);
	return hashBehind(1, both);
}

/** The tree after more leaves, in their order. */
export function append(
	{ size, peaks }: Frontier,
	leaves: Iterable<Hash>,
): Frontier {
	const grown = [...peaks];
	let count = size;
	for (const leaf of leaves) {
		let root = leaf;
		// As carrying does when one is added to a binary number. A remainder rather than a bit: sizes may pass 2^31.
		for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) {
			const left = grown.pop();
			if (left === undefined) throw new RangeError("The frontier is torn.");
			root = nodeHash(left, root);
		}
		grown.push(root);
		count += 1;
	}
	return { size: count, peaks: grown };
}

/** The hash of the whole list; of an empty one, the hash of nothing. */
export function rootOf({ peaks }: Frontier): Hash {
	const [last, ...before] = peaks.toReversed();
	if (last === undefined) return sha256(new Uint8Array());
	return before.reduce((right, left) => nodeHash(left, right), last);
}

/** How many full subtrees a list of this size is made of. */
export function peakCount(size: number): number {
	let count = 0;
	for (let rest = size; rest > 0; rest = Math.floor(rest / 2))
		count += rest % 2;
	return count;
}

function hashBehind(prefix: number, data: Uint8Array): Hash {
	const message = new Uint8Array(data.length + 1);
	message[0] = prefix;
	message.set(data, 1);
	return sha256(message);
}

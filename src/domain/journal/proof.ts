// Proofs of RFC 9162, section 2.1: that an entry is in a tree (inclusion), and that a later tree only added to an earlier one (consistency).
// Both are a handful of hashes, about log2 of the size, and are checked without the tree.
import { append, emptyTree, type Hash, nodeHash, rootOf } from "./merkle.ts";

/** The hashes of the leaves from one position up to, not including, another. */
export type Leaves = readonly Hash[];

/** The hashes beside the path from a leaf to the root, lowest first. Positions count from 0. */
export function inclusionProof(leaves: Leaves, position: number): Hash[] {
	if (position < 0 || position >= leaves.length)
		throw new RangeError("There is no such leaf.");
	if (leaves.length === 1) return [];
	const split = splitOf(leaves.length);
	return position < split
		? [
				...inclusionProof(leaves.slice(0, split), position),
				rootOver(leaves.slice(split)),
			]
		: [
				...inclusionProof(leaves.slice(split), position - split),
				rootOver(leaves.slice(0, split)),
			];
}

/** Whether the leaf stands at this position of the tree with this size and root. RFC 9162, 2.1.3.2. */
export function isIncluded(
	leaf: Hash,
	at: { readonly position: number; readonly size: number },
	{ proof, root }: { readonly proof: readonly Hash[]; readonly root: Hash },
): boolean {
	if (at.position < 0 || at.position >= at.size) return false;
	let place = at.position;
	let last = at.size - 1;
	let hash = leaf;
	for (const beside of proof) {
		if (last === 0) return false;
		if (place % 2 === 1 || place === last) {
			hash = nodeHash(beside, hash);
			while (place % 2 === 0 && place !== 0) {
				place /= 2;
				last = Math.floor(last / 2);
			}
		} else hash = nodeHash(hash, beside);
		place = Math.floor(place / 2);
		last = Math.floor(last / 2);
	}
	return last === 0 && equal(hash, root);
}

/** What shows that the tree over all leaves begins with the tree over the first ones. */
export function consistencyProof(leaves: Leaves, first: number): Hash[] {
	if (first <= 0 || first > leaves.length)
		throw new RangeError("There is no such earlier tree.");
	return subProof(leaves, first, true);
}

function subProof(leaves: Leaves, first: number, isWhole: boolean): Hash[] {
	if (first === leaves.length) return isWhole ? [] : [rootOver(leaves)];
	const split = splitOf(leaves.length);
	return first <= split
		? [
				...subProof(leaves.slice(0, split), first, isWhole),
				rootOver(leaves.slice(split)),
			]
		: [
				...subProof(leaves.slice(split), first - split, false),
				rootOver(leaves.slice(0, split)),
			];
}

export type TreeHead = { readonly size: number; readonly root: Hash };

/** Whether the later tree holds everything of the earlier one, unchanged and in place. RFC 9162, 2.1.4.2. */
export function isConsistent(
	earlier: TreeHead,
	later: TreeHead,
	proof: readonly Hash[],
): boolean {
	if (earlier.size === later.size)
		return proof.length === 0 && equal(earlier.root, later.root);
	if (earlier.size <= 0 || earlier.size > later.size) return false;
	const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
	const [start, ...rest] = path;
	if (start === undefined) return false;
	let place = earlier.size - 1;
	let last = later.size - 1;
	while (place % 2 === 1) {
		place = Math.floor(place / 2);
		last = Math.floor(last / 2);
	}
	let [before, after] = [start, start];
	for (const hash of rest) {
		if (last === 0) return false;
		if (place % 2 === 1 || place === last) {
			before = nodeHash(hash, before);
			after = nodeHash(hash, after);
			while (place % 2 === 0 && place !== 0) {
				place /= 2;
				last = Math.floor(last / 2);
			}
		} else after = nodeHash(after, hash);
		place = Math.floor(place / 2);
		last = Math.floor(last / 2);
	}
	return last === 0 && equal(before, earlier.root) && equal(after, later.root);
}

/** Comparing what is public needs no constant time. */
export function equal(one: Uint8Array, other: Uint8Array): boolean {
	return (
		one.length === other.length &&
		one.every((byte, place) => byte === other[place])
	);
}

function rootOver(leaves: Leaves): Hash {
	return rootOf(append(emptyTree, leaves));
}

/** The largest power of two below n, for n of at least two. */
function splitOf(n: number): number {
	let split = 1;
	while (split * 2 < n) split *= 2;
	return split;
}

function isPowerOfTwo(n: number): boolean {
	let rest = n;
	while (rest % 2 === 0) rest /= 2;
	return rest === 1;
}

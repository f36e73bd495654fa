// Mentees to whom the classes of a group are worth the same: those whose cells are alike in all its parts.
import type { TableGroup } from "./pair-tables.ts";

/** A number for each mentee from `from` up to `to`, the same for those who are alike. O(mentees · parts). */
export function likeClasses(
	group: TableGroup | undefined,
	from: number,
	to: number,
): Int32Array {
	let kind = new Int32Array(to - from);
	for (const { menteeCode } of group?.parts ?? [])
		kind = together(kind, menteeCode.subarray(from, to));
	return kind;
}

/** Numbers the pairs of values that stand at the same place, in the order of their first. O(values). */
export function together(
	kind: Int32Array,
	values: ArrayLike<number>,
): Int32Array<ArrayBuffer> {
	const small = new Map<number, number>();
	const numbers = new Map<number, number>();
	return Int32Array.from(kind, (own, at) => {
		const value = small.get(values[at]) ?? small.size;
		small.set(values[at], value);
		const both = own * 2 ** 26 + value;
		const known = numbers.get(both) ?? numbers.size;
		numbers.set(both, known);
		return known;
	});
}

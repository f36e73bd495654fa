// What a search through all choices reached before with the same left open (see fair-search.ts).
export type StateMemory = {
	/** Whether the same was reached before with as many people and pairs and as great a sum; else it is remembered. */
	isNoBetter(
		depth: number,
		room: Int32Array,
		amount: Float64Array,
		sums: readonly [people: number, pairs: number, total: number],
	): boolean;
};

/**
 * What is still possible depends on the places left and on how many of each group have a mentor, and there are few such states. Nothing where
 * they have no number of their own.
 */
export function stateMemory(
	limit: Int32Array,
	members: readonly number[],
): StateMemory | undefined {
	let states = 1;
	for (const units of limit) states *= units + 1;
	for (const size of members) states *= size + 1;
	if (states > 2 ** 45) return undefined;
	const known: Map<number, readonly [number, number, number]>[] = [];
	return {
		isNoBetter(depth, room, amount, sums) {
			let state = 0;
			for (let j = 0; j < room.length; j++)
				state = state * (limit[j] + 1) + room[j];
			for (let g = 0; g < members.length; g++)
				state = state * (members[g] + 1) + amount[g];
			known[depth] ??= new Map();
			const before = known[depth].get(state);
			if (before !== undefined && sums.every((sum, k) => sum <= before[k]))
				return true;
			known[depth].set(state, sums);
			return false;
		},
	};
}

// Which pairs each person holds at present, in blocks that move when they become too small: along a path of exchanges a pair may come
// before another goes, and units may be many more than there are pairs. O(pairs held by the person) a call.

const FIRST_BLOCK = 15;

export type HeldPairs = {
	/** Those of `x` are `pair[from[x]]` up to `pair[from[x] + count[x] - 1]`. */
	pair: Int32Array;
	end: number;
	readonly from: Int32Array;
	readonly count: Int32Array;
	readonly size: Int32Array;
};

export function createHeldPairs(units: Int32Array): HeldPairs {
	const from = new Int32Array(units.length);
	const size = units.map((unit) => Math.min(unit, FIRST_BLOCK) + 1);
	let end = 0;
	for (let x = 0; x < units.length; x++) {
		from[x] = end;
		end += size[x];
	}
	return {
		pair: new Int32Array(end),
		end,
		from,
		count: new Int32Array(units.length),
		size,
	};
}

export function hold(held: HeldPairs, x: number, e: number): void {
	if (held.count[x] === held.size[x]) moveBlock(held, x);
	held.pair[held.from[x] + held.count[x]++] = e;
}

export function release(held: HeldPairs, x: number, e: number): void {
	const { pair, from, count } = held;
	let k = from[x];
	while (pair[k] !== e) k++;
	pair[k] = pair[from[x] + --count[x]];
}

function moveBlock(held: HeldPairs, x: number): void {
	const size = 2 * held.size[x] + 1;
	if (held.end + size > held.pair.length) {
		const larger = new Int32Array(2 * (held.end + size));
		larger.set(held.pair);
		held.pair = larger;
	}
	const from = held.from[x];
	held.pair.copyWithin(held.end, from, from + held.count[x]);
	held.from[x] = held.end;
	held.size[x] = size;
	held.end += size;
}

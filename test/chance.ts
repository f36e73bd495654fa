/** Chance that is the same in every run: a failure is found again by its number. */
export type Chance = {
	/** A whole number from 0 up to, not including, `limit`. */
	readonly below: (limit: number) => number;
	readonly of: <T>(choices: readonly T[]) => T;
	/** Two different whole numbers from 1 to `limit`. */
	readonly two: (limit: number) => readonly [number, number];
};

export function chance(seed: number): Chance {
	let state = (seed + 1) * 2_654_435_761;
	// SplitMix32: small, and good enough to choose places.
	const below = (limit: number): number => {
		state = (state + 0x9e3779b9) | 0;
		let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
	};
	return {
		below,
		of: (choices) => {
			const found = choices[below(choices.length)];
			if (found === undefined) throw new RangeError("nothing to choose from");
			return found;
		},
		two: (limit) => {
			const one = 1 + below(limit);
			const other = 1 + ((one + below(limit - 1)) % limit);
			return [one, other];
		},
	};
}

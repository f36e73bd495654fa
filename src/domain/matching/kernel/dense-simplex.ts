// The simplex method on a dense tableau, for linear programs of a few dozen rows that are feasible at zero:
// maximise objective · x, rows · x ≤ bound, x ≥ 0, all bounds ≥ 0. Floating point: whoever uses the multipliers must evaluate what
// they prove in exact numbers. Dantzig's rule, Bland's after many pivots (it cannot cycle). Reference: Chvátal, Linear Programming, 1983.

export type LinearProgram = {
	readonly objective: readonly number[];
	readonly rows: readonly (readonly number[])[];
	readonly bounds: readonly number[];
};

export type LinearOptimum = {
	readonly value: number;
	readonly x: Float64Array;
	/** The price of each row's bound, ≥ 0. */
	readonly multipliers: Float64Array;
};

const SMALL = 1e-10;
const PIVOTS_BEFORE_BLAND = 2000;
const MOST_PIVOTS = 20_000;

export function maximiseLinear(program: LinearProgram): LinearOptimum {
	const { objective, rows, bounds } = program;
	const variables = objective.length;
	const height = rows.length;
	const width = variables + height + 1;
	const last = width - 1;
	const table = rows.map((row, r) => {
		const line = new Float64Array(width);
		for (let k = 0; k < variables; k++) line[k] = row[k];
		line[variables + r] = 1;
		line[last] = bounds[r];
		return line;
	});
	const gain = new Float64Array(width);
	for (let k = 0; k < variables; k++) gain[k] = objective[k];
	const basis = Int32Array.from({ length: height }, (_, r) => variables + r);
	for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
		const enter = entering(gain, last, pivots > PIVOTS_BEFORE_BLAND);
		if (enter < 0) break;
		const leave = leaving(table, basis, enter, last);
		if (leave < 0) break;
		pivot(table, gain, leave, enter);
		basis[leave] = enter;
	}
	const x = new Float64Array(variables);
	for (let r = 0; r < height; r++)
		if (basis[r] < variables) x[basis[r]] = table[r][last];
	const multipliers = new Float64Array(height);
	for (let r = 0; r < height; r++)
		multipliers[r] = Math.max(0, -gain[variables + r]);
	return { value: -gain[last], x, multipliers };
}

function entering(gain: Float64Array, last: number, first: boolean): number {
	let best = SMALL;
	let found = -1;
	for (let k = 0; k < last; k++)
		if (gain[k] > best) {
			best = gain[k];
			found = k;
			if (first) break;
		}
	return found;
}

function leaving(
	table: readonly Float64Array[],
	basis: Int32Array,
	enter: number,
	last: number,
): number {
	let best = Infinity;
	let found = -1;
	for (let r = 0; r < table.length; r++) {
		const slope = table[r][enter];
		if (slope <= SMALL) continue;
		const limit = table[r][last] / slope;
		if (limit < best || (limit === best && basis[r] < basis[found])) {
			best = limit;
			found = r;
		}
	}
	return found;
}

function pivot(
	table: readonly Float64Array[],
	gain: Float64Array,
	leave: number,
	enter: number,
): void {
	const own = table[leave];
	const by = own[enter];
	for (let k = 0; k < own.length; k++) own[k] /= by;
	for (const line of [...table, gain]) {
		const share = line[enter];
		if (line === own || share === 0) continue;
		for (let k = 0; k < own.length; k++) line[k] -= share * own[k];
		line[enter] = 0;
	}
}

// The master program of column generation (Dantzig and Wolfe 1960): the best mixture of the matchings met so far that keeps the ratio
// on average. Its multipliers say how much a group's mean is worth, and so which weights the next matching is sought with.
//
// With y_g the mean of group g and z the greatest mean, the ratio is ratio · z ≤ y_g ≤ z for every group: two rows a group instead of
// one for each pair of groups. Rows may be broken at a penalty, so that the program is feasible from the first matching on. A toy: a
// dozen rows, some hundred columns. Its results are only hints; bounds are evaluated in whole numbers elsewhere.
import { maximiseLinear } from "../kernel/dense-simplex.ts";
import type { Column, EquityTask } from "./task.ts";
import { amountsOf } from "./task.ts";
import type { Ratio } from "./ratio.ts";

export type Target = "people" | "mentors" | "pairs" | "points";

/** What is maximised, and what is asked of it besides the ratio. */
export type Stage = {
	readonly target: Target;
	readonly ratio: Ratio;
	/** Counts that a matching must reach, where they are settled already. */
	readonly people?: number;
	readonly mentors?: number;
	readonly pairs?: number;
	/** The settled counts are the greatest there are: the core solver can put them first by itself. */
	readonly countsFirst: boolean;
};

/** What the target gains for one more in a group's mean, for one person more, for one mentor more, for one pair more. */
export type Multipliers = {
	readonly mean: Float64Array;
	readonly person: number;
	readonly mentor: number;
	readonly pair: number;
};

export type Mixture = {
	readonly value: number;
	readonly share: Float64Array;
	readonly multipliers: Multipliers;
	/** Whether the columns can keep all rows, on average. */
	readonly isReachable: boolean;
};

const SHIFT = 8;
const NOTHING = 1e-9;

export function mixColumns(
	task: EquityTask,
	stage: Stage,
	columns: readonly Column[],
	penalty: number,
): Mixture {
	const groups = task.members.length;
	const { p, q } = stage.ratio;
	const worth = columns.map((column) => targetOf(stage.target, column));
	const worthScale = Math.max(1, ...worth.map(Math.abs));
	const means = columns.map((column) => {
		const amounts = amountsOf(task, column);
		return task.members.map((size, g) => (amounts[g] ?? 0) / size);
	});
	const meanScale = Math.max(1e-9, ...means.flat().map(Math.abs));
	const counts = COUNTS.flatMap((name) => {
		const most = stage[name] ?? 0;
		return stage.countsFirst || most === 0 ? [] : [{ name, most }];
	});
	const slacks = 2 * groups + counts.length;
	const z = columns.length;
	const rows: number[][] = [];
	const row = (ofColumn: (k: number) => number, ofMost: number) =>
		rows.push([
			...columns.map((_, k) => ofColumn(k)),
			ofMost,
			...Array.from({ length: slacks }, (_, s) =>
				s === rows.length - 1 ? -1 : 0,
			),
		]);
	row(() => 1, 0);
	const mean = (k: number, g: number) => (means[k]?.[g] ?? 0) / meanScale;
	for (let g = 0; g < groups; g++) row((k) => -mean(k, g), p / q);
	for (let g = 0; g < groups; g++) row((k) => mean(k, g), -1);
	for (const { most, name } of counts)
		row(
			(k) => 1 - (columns[k] ?? columns[0] ?? NOBODY)[name] / Math.max(1, most),
			0,
		);
	const unit = penalty * valueOfAmount(task, stage.target);
	const pairWorth = stage.target === "points" ? task.largestPoints : 1;
	const price = (s: number) =>
		s < 2 * groups
			? (unit * (task.members[s % groups] ?? 1) * meanScale) / worthScale
			: (4 * penalty * pairWorth * (counts[s - 2 * groups]?.most ?? 1)) /
				worthScale;
	const { value, x, multipliers } = maximiseLinear({
		objective: [
			...worth.map((w) => w / worthScale + SHIFT),
			0,
			...Array.from({ length: slacks }, (_, s) => -price(s)),
		],
		rows,
		bounds: rows.map((_, r) => (r === 0 ? 1 : 0)),
	});
	const dual = (r: number) => multipliers[r] ?? 0;
	const countDual = (wanted: keyof Counts) => {
		const at = counts.findIndex(({ name }) => name === wanted);
		const most = Math.max(1, counts[at]?.most ?? 1);
		return at < 0 ? 0 : (dual(1 + 2 * groups + at) * worthScale) / most;
	};
	const share = x.subarray(0, columns.length);
	const slack = x.subarray(z + 1).reduce((sum, s) => sum + s, 0);
	const whole = share.reduce((sum, s) => sum + s, 0);
	return {
		value: (value - SHIFT) * worthScale,
		share,
		isReachable: slack < NOTHING * 100 && whole > 1 - NOTHING * 100,
		multipliers: {
			mean: Float64Array.from(
				{ length: groups },
				(_, g) =>
					((dual(1 + g) - dual(1 + groups + g)) * worthScale) / meanScale,
			),
			person: countDual("people"),
			mentor: countDual("mentors"),
			pair: countDual("pairs"),
		},
	};
}

export function targetOf(
	target: Target,
	sums: Counts & Pick<Column, "total">,
): number {
	return target === "points" ? sums.total : sums[target];
}

type Counts = Pick<Column, "people" | "mentors" | "pairs">;

const COUNTS = ["people", "mentors", "pairs"] as const;
const NOBODY: Counts = { people: 0, mentors: 0, pairs: 0 };

/** How much of the target a unit of what groups are compared by may be worth, at most and roughly. */
function valueOfAmount(task: EquityTask, target: Target): number {
	const isPoints = target === "points";
	if (task.measure === "quality") return isPoints ? 1 : 2 / task.largestPoints;
	return isPoints ? task.largestPoints : 1;
}

// Branch and price for small cohorts: where mixtures of matchings beat every whole one found, a pair that only part of the mixture uses
// is once demanded and once forbidden, and each half is bounded by column generation of its own. Halves that cannot beat what is found
// are left. Exact when it ends; the budget is counted in matchings, so that the result is the same on every machine.
// Reference: Barnhart et al., Branch-and-price, Operations Research 46, 1998.
import type { Candidates } from "../kernel/candidates.ts";
import { keptCandidates } from "../kernel/kept-candidates.ts";
import type { PlaceSets } from "../kernel/place-sets.ts";
import type { Generated } from "./generation.ts";
import { addColumn, generate } from "./generation.ts";
import type { Stage } from "./master.ts";
import { targetOf } from "./master.ts";
import { spliceAll } from "./splicing.ts";
import type { Column, EquityTask, FairProgress } from "./task.ts";
import { bestFair, isFair, taskOf } from "./task.ts";

const MOST_PEOPLE = 400;
const MOST_PAIRS = 12_000;
/** Work is counted in candidates looked at: some tenths of a second. */
const BUDGET = 300_000;
const MATCHINGS_A_NODE = 24;

type Node = {
	readonly demanded: readonly number[];
	readonly forbidden: readonly number[];
};

/** Searches; what it finds joins the task's pool. Nothing where the cohort is too large or the budget ran out, else true. */
export function* branch(
	task: EquityTask,
	stage: Stage,
	root: Generated,
): Generator<FairProgress, true | undefined> {
	const { mentees, mentors, points } = task.candidates;
	if (mentees + mentors > MOST_PEOPLE || points.length > MOST_PAIRS)
		return undefined;
	const first = mostDivided(task, root) ?? anyUndecided(task, root);
	const open: Node[] =
		first === undefined ? [] : halves({ demanded: [], forbidden: [] }, first);
	let left = BUDGET;
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (left <= 0) return undefined;
		const part = restricted(task, node);
		if (part === undefined) continue;
		for (const column of task.pool)
			if (suits(column, node))
				addColumn(part.task, reduced(column, part.pairs));
		const before = part.task.pool.length;
		const generated = yield* generate(
			part.task,
			stage,
			root.multipliers,
			MATCHINGS_A_NODE,
		);
		left -= (part.task.pool.length - before + 2) * (points.length + 200);
		if (isImpossible(part.task, stage, generated)) continue;
		spliceAll(part.task, stage, generated.bound);
		for (const column of part.task.pool)
			if (isFair(task, column, stage.ratio))
				addColumn(task, widened(column, part.pairs, node, points.length));
		const best = bestFair(task, stage.ratio);
		if (best !== undefined && !mayBeat(generated, best, stage)) continue;
		if (cannotReach(part.task, stage)) continue;
		const divided =
			mostDivided(part.task, generated) ?? anyUndecided(part.task, generated);
		const pair = divided === undefined ? undefined : part.pairs[divided];
		if (pair !== undefined) open.push(...halves(node, pair));
	}
	return true;
}

function halves({ demanded, forbidden }: Node, pair: number): [Node, Node] {
	return [
		{ demanded, forbidden: [...forbidden, pair] },
		{ demanded: [...demanded, pair], forbidden },
	];
}

function mayBeat({ bound }: Generated, best: Column, stage: Stage): boolean {
	const isShort =
		(stage.people !== undefined && best.people < stage.people) ||
		(stage.mentors !== undefined && best.mentors < stage.mentors) ||
		(stage.pairs !== undefined && best.pairs < stage.pairs);
	return isShort || bound > BigInt(targetOf(stage.target, best));
}

/** Whether the bound is below whatever a matching has: then none keeps the ratio. */
function isImpossible(
	{ candidates, largestPoints, hasNegative, settled }: EquityTask,
	{ target }: Stage,
	{ bound }: Generated,
): boolean {
	const most = candidates.need.reduce((sum, units) => sum + units, 0);
	const least =
		target === "points"
			? settled.total - (hasNegative ? most * largestPoints : 0)
			: 0;
	return Number(bound) < least;
}

/** With counts put first by the core solver, its first matching tells whether they can still be reached. */
function cannotReach({ pool }: EquityTask, stage: Stage): boolean {
	return (
		stage.countsFirst &&
		!pool.some(
			({ people, mentors, pairs }) =>
				people === stage.people &&
				mentors === stage.mentors &&
				pairs === stage.pairs,
		)
	);
}

/** The pair whose use the mixture is least sure of: used by matchings of about half its weight. */
function mostDivided(
	{ candidates }: EquityTask,
	{ support }: Generated,
): number | undefined {
	const uses = new Int32Array(candidates.points.length);
	for (const { used } of support)
		used.forEach((is, e) => {
			uses[e] = (uses[e] ?? 0) + is;
		});
	let best: number | undefined;
	let nearest = support.length;
	uses.forEach((count, e) => {
		if (count === 0 || count === support.length) return;
		const distance = Math.abs(2 * count - support.length);
		if (distance < nearest) {
			nearest = distance;
			best = e;
		}
	});
	return best;
}

/** Some pair still open in a half whose mixture is one matching only, and that not a fair one. */
function anyUndecided(
	{ candidates }: EquityTask,
	{ support }: Generated,
): number | undefined {
	const used = support[0]?.used;
	const found = used?.indexOf(1) ?? -1;
	return found >= 0 ? found : candidates.points.length > 0 ? 0 : undefined;
}

type Part = { readonly task: EquityTask; readonly pairs: Int32Array };

/** The task with demanded pairs settled and forbidden ones gone; `pairs` maps its candidates to those of the whole. */
function restricted(
	whole: EquityTask,
	{ demanded, forbidden }: Node,
): Part | undefined {
	const { candidates, groupOf, settled } = whole;
	const need = candidates.need.slice();
	const capacity = candidates.capacity.slice();
	const covered = candidates.covered.slice();
	const mentorCovered = candidates.mentorCovered?.slice();
	const caps = candidates.caps && {
		...candidates.caps,
		limit: candidates.caps.limit.slice(),
	};
	const points = settled.points.slice();
	const coveredBy = settled.covered.slice();
	let { people, mentors, total } = settled;
	for (const e of demanded) {
		const i = candidates.mentee[e] ?? 0;
		const j = candidates.mentor[e] ?? 0;
		const g = groupOf[i] ?? 0;
		const value = candidates.points[e] ?? 0;
		if ((need[i] ?? 0) === 0 || (capacity[j] ?? 0) === 0) return undefined;
		if (!isOpen(caps, e)) return undefined;
		occupy(caps, e);
		need[i] = (need[i] ?? 0) - 1;
		capacity[j] = (capacity[j] ?? 0) - 1;
		points[g] = (points[g] ?? 0) + value;
		total += value;
		if (mentorCovered?.[j] === 0) {
			mentorCovered[j] = 1;
			mentors++;
		}
		if (covered[i] === 1) continue;
		covered[i] = 1;
		coveredBy[g] = (coveredBy[g] ?? 0) + 1;
		people++;
	}
	const gone = new Set([...demanded, ...forbidden]);
	const kept = Int32Array.from(
		Array.from(candidates.points.keys()).filter(
			(e) =>
				!gone.has(e) &&
				(need[candidates.mentee[e] ?? 0] ?? 0) > 0 &&
				(capacity[candidates.mentor[e] ?? 0] ?? 0) > 0 &&
				isOpen(caps, e),
		),
	);
	return {
		pairs: kept,
		task: taskOf(
			subset(
				{ ...candidates, need, capacity, covered, mentorCovered, caps },
				kept,
			),
			groupOf,
			{
				...whole,
				settled: {
					points,
					covered: coveredBy,
					people,
					mentors,
					pairs: settled.pairs + demanded.length,
					total,
				},
			},
		),
	};
}

function subset(candidates: Candidates, kept: Int32Array): Candidates {
	const keeps = new Uint8Array(candidates.points.length);
	for (const e of kept) keeps[e] = 1;
	return keptCandidates(candidates, keeps);
}

type Caps = PlaceSets | undefined;

function isOpen(caps: Caps, pair: number): boolean {
	for (let s = caps?.ofPair[pair] ?? -1; s >= 0; s = caps?.above[s] ?? -1)
		if ((caps?.limit[s] ?? 0) === 0) return false;
	return true;
}

function occupy(caps: Caps, pair: number): void {
	for (let s = caps?.ofPair[pair] ?? -1; s >= 0; s = caps?.above[s] ?? -1)
		if (caps !== undefined) caps.limit[s] = (caps.limit[s] ?? 0) - 1;
}

function suits(column: Column, { demanded, forbidden }: Node): boolean {
	return (
		demanded.every((e) => column.used[e] === 1) &&
		forbidden.every((e) => column.used[e] === 0)
	);
}

function reduced(column: Column, pairs: Int32Array): Uint8Array {
	return Uint8Array.from(pairs, (e) => column.used[e] ?? 0);
}

function widened(
	column: Column,
	pairs: Int32Array,
	{ demanded }: Node,
	size: number,
): Uint8Array {
	const used = new Uint8Array(size);
	pairs.forEach((e, k) => {
		used[e] = column.used[k] ?? 0;
	});
	for (const e of demanded) used[e] = 1;
	return used;
}

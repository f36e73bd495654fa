import { idHashes } from "./id-hash.ts";
import type { FlowNetwork, Tiers } from "./kernel/flow-network.ts";
import { flowNetwork, usedPairs } from "./kernel/flow-network.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import { tieCost, tierCost } from "./kernel/objective-costs.ts";
import type { PathMatching } from "./kernel/path-matching.ts";
import { matchByBids } from "./kernel/bid-matching.ts";
import { extremePotentials, matchByPaths } from "./kernel/path-matching.ts";
import type { OptimalFace } from "./kernel/optimal-face.ts";
import {
	areEndsProved,
	movablePart,
	optimalFace,
} from "./kernel/optimal-face.ts";
import { isProved, optimiseTiers, tighten } from "./kernel/tiers.ts";
import type { Problem } from "./problem.ts";

/** How far a solution is: the method at work and the deterministic count of its operations (settled nodes, bids or pivots). */
export type Progress = {
	readonly method: "paths" | "bids" | "simplex" | "ties";
	readonly operations: number;
};

/**
 * The proved optimum. `used` marks candidates of the problem; the potentials (of mentees, mentors, caps and the root, tier by tier) prove
 * it. See residualOf for the flow they belong to.
 */
export type Solution = {
	readonly used: Uint8Array;
	readonly tiers: readonly Tier[];
	readonly potentials: Tiers;
	/** Whether the path search went through, or the auction, or the network simplex had to take over; and the work of each. */
	readonly method: "paths" | "bids" | "simplex";
	readonly work: Readonly<Record<Progress["method"], number>>;
};

export type SolveOptions = {
	/** Operations for each unit to be placed before the path search gives up; 0 takes the simplex at once. */
	readonly pathAllowance?: number;
	/** True leaves the path search out and begins with the auction. */
	readonly byBids?: boolean;
	/** False leaves ties as they fall: for solves of which only prices and figures are wanted. */
	readonly ties?: boolean;
};

/**
 * Solves a problem exactly, in pieces: iterate to let it work, the value returned is the solution. The result depends on the problem
 * alone, never on how it was cut into pieces.
 */
export function* solving(
	problem: Problem,
	options: SolveOptions = {},
): Generator<Progress, Solution> {
	const tiers = tiersOf(problem);
	const work = { paths: 0, bids: 0, simplex: 0, ties: 0 };
	const report = <Result>(
		method: Progress["method"],
		steps: Generator<number, Result>,
	) => reporting(work, method, steps);
	const paths = yield* report("paths", byPaths(problem, tiers, options));
	const bids =
		paths === undefined && canBid(problem, tiers, options)
			? yield* report(
					"bids",
					matchByBids(problem.candidates, problem.objective === "people"),
				)
			: undefined;
	const matched = paths ?? bids;
	const face = matched && faceOf(problem, tiers, matched);
	const done = (solved: Pick<Solution, "used" | "potentials">): Solution => ({
		...solved,
		tiers,
		method: face === undefined ? "simplex" : paths ? "paths" : "bids",
		work,
	});
	if (face !== undefined && face.potentials.length === tiers.length) {
		if (options.ties === false)
			return done({ used: face.all, potentials: face.potentials });
		const used = yield* report("ties", settleFace(problem, tiers, face));
		return done({ used, potentials: face.potentials });
	}
	const start = face
		? startFromFace(problem, tiers, face)
		: startEmpty(problem, tiers);
	const { network, costs, potentials } = start;
	yield* report("simplex", optimiseTiers(network, costs, potentials));
	tighten(network, costs, potentials);
	if (options.ties !== false)
		yield* report("ties", settleTies(problem, network, costs, potentials));
	if (!isProved(network, costs, potentials))
		throw new RangeError(
			"The scores have too many digits for an exact result with this many people.",
		);
	return done({ used: start.marks(usedPairs(network)), potentials });
}

/** Solves a problem in one go. */
export function solve(problem: Problem, options: SolveOptions = {}): Solution {
	const work = solving(problem, options);
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

/** The tiers an objective has: with at most one mentor a mentee, most people and most pairs are the same. */
export function tiersOf(problem: Problem): readonly Tier[] {
	if (problem.objective === "total") return ["points", "pairs"];
	const { need, covered } = problem.candidates;
	const hasLater = need.some((units, i) => units > (covered[i] === 1 ? 0 : 1));
	return hasLater ? ["people", "pairs", "points"] : ["pairs", "points"];
}

function* byPaths(
	{ candidates, objective }: Problem,
	tiers: readonly Tier[],
	{ pathAllowance, byBids = false }: SolveOptions,
): Generator<number, PathMatching | undefined> {
	if (tiers[0] === "people" || pathAllowance === 0 || byBids) return undefined;
	return yield* matchByPaths(candidates, objective === "people", pathAllowance);
}

function canBid(
	{ candidates }: Problem,
	tiers: readonly Tier[],
	{ pathAllowance }: SolveOptions,
): boolean {
	return (
		pathAllowance !== 0 &&
		tiers[0] !== "people" &&
		candidates.caps === undefined
	);
}

/** A network to work in, and how its pairs' marks read as marks of all candidates. */
type Start = {
	readonly network: FlowNetwork;
	readonly costs: Tiers;
	readonly potentials: Float64Array[];
	marks(used: Uint8Array): Uint8Array;
};

function startEmpty(problem: Problem, tiers: readonly Tier[]): Start {
	const { candidates } = problem;
	const nobody = new Uint8Array(candidates.mentor.length);
	const network = flowNetwork(candidates, nobody, tiers[0] === "people");
	return {
		network,
		costs: tiers.map((tier) => tierCost(network, tier)),
		potentials: [],
		marks: (used) => used,
	};
}

/** What a path search or an auction found, with the pairs that best matchings are made of and prices in as many tiers as it had. */
type Face = OptimalFace & {
	readonly all: Uint8Array;
	readonly potentials: Float64Array[];
};

/** Nothing where the prices turn out to prove nothing. */
function faceOf(
	{ candidates }: Problem,
	tiers: readonly Tier[],
	paths: PathMatching,
): Face | undefined {
	const potentials = extremePotentials(candidates, paths);
	if (!areEndsProved(candidates, paths.used, potentials)) return undefined;
	const face = optimalFace(candidates, paths.used, tiers, potentials);
	return face && { ...face, all: paths.used, potentials };
}

function startFromFace(
	problem: Problem,
	tiers: readonly Tier[],
	face: Face,
): Start {
	const network = flowNetwork(face.candidates, face.used, false);
	return {
		network,
		costs: tiers.map((tier) => tierCost(network, tier)),
		potentials: face.potentials,
		marks(used) {
			const marks = new Uint8Array(problem.candidates.mentor.length);
			used.forEach((mark, k) => {
				marks[face.pairOf[k] ?? 0] = mark;
			});
			return marks;
		},
	};
}

/** Where all tiers have their prices: ties are settled among the few pairs that may still move. */
function* settleFace(
	problem: Problem,
	tiers: readonly Tier[],
	face: Face,
): Generator<number, Uint8Array> {
	const part = movablePart(face);
	if (part === undefined) return face.all;
	const network = flowNetwork(part.candidates, part.used, false);
	const costs = tiers.map((tier) => tierCost(network, tier));
	yield* settleTies(problem, network, costs, face.potentials);
	const used = face.all.slice();
	usedPairs(network).forEach((mark, k) => {
		used[part.pairOf[k] ?? 0] = mark;
	});
	return used;
}

/** One last tier of numbers drawn from ids and seed, so that of equally good results always the same one is chosen. */
function* settleTies(
	problem: Problem,
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): Generator<number, void> {
	const { mentees, mentors, seed } = problem;
	const { mentee, mentor } = network.candidates;
	const tie = tieCost(
		network,
		idHashes(seed, "mentee", mentees, marked(mentees.length, mentee)),
		idHashes(seed, "mentor", mentors, marked(mentors.length, mentor)),
	);
	yield* optimiseTiers(
		network,
		[...costs, tie],
		potentials.map((p) => p.slice()),
	);
}

function marked(size: number, members: Int32Array): Uint8Array {
	const marks = new Uint8Array(size);
	for (const member of members) marks[member] = 1;
	return marks;
}

function* reporting<Result>(
	work: Record<Progress["method"], number>,
	method: Progress["method"],
	steps: Generator<number, Result>,
): Generator<Progress, Result> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		work[method] = step.value;
		yield { method, operations: step.value };
	}
}

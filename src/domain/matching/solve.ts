import { idHashes } from "./id-hash.ts";
import type { FlowNetwork, Tiers } from "./kernel/flow-network.ts";
import { flowNetwork, usedPairs } from "./kernel/flow-network.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import { pairTies, tieCost, tierCost } from "./kernel/objective-costs.ts";
import type { PathMatching } from "./kernel/path-matching.ts";
import { greedyStart } from "./kernel/greedy-start.ts";
import { matchByBids } from "./kernel/bid-matching.ts";
import { extremePotentials, matchByPaths } from "./kernel/path-matching.ts";
import type { MovablePart } from "./kernel/movable-part.ts";
import { movablePart } from "./kernel/movable-part.ts";
import { areEndsProved, facePairs, tightPairs } from "./kernel/optimal-face.ts";
import { tieBits } from "./kernel/pair-tie.ts";
import { matchTies } from "./kernel/tie-matching.ts";
import { isProved, optimiseTiers, tighten } from "./kernel/tiers.ts";
import type { Participant, Problem } from "./problem.ts";

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
	const face = matched && faceOf(problem, matched);
	const done = (solved: Pick<Solution, "used" | "potentials">): Solution => ({
		...solved,
		tiers,
		method: face === undefined ? "simplex" : paths ? "paths" : "bids",
		work,
	});
	if (face !== undefined && face.potentials.length === tiers.length) {
		const { potentials } = face;
		if (options.ties === false) return done({ used: face.used, potentials });
		const used = yield* report("ties", settleFace(problem, tiers, face));
		return done({ used, potentials });
	}
	const start = face
		? startFromFace(problem, tiers, face)
		: startAnew(problem, tiers);
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

/**
 * The tiers an objective has. With at most one mentor a mentee, most people and most pairs are the same, and mentors may stay without a mentee
 * where there are more of them; only where some have several mentors does it count that others have nobody.
 */
export function tiersOf({ objective, candidates }: Problem): readonly Tier[] {
	if (objective === "total") return ["points", "pairs"];
	return candidates.mentorCovered === undefined
		? ["pairs", "points"]
		: ["people", "mentors", "pairs", "points"];
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

function startAnew(problem: Problem, tiers: readonly Tier[]): Start {
	const { candidates } = problem;
	const isOfMany = tiers[0] === "people";
	const begun =
		isOfMany && candidates.caps === undefined
			? greedyStart(candidates)
			: new Uint8Array(candidates.mentor.length);
	const network = flowNetwork(candidates, begun, isOfMany);
	return {
		network,
		costs: tiers.map((tier) => tierCost(network, tier)),
		potentials: [],
		marks: (used) => used,
	};
}

/** What a path search or an auction found, with the pairs that best matchings are made of and prices in as many tiers as it had. */
type Face = PathMatching & {
	readonly tight: Int32Array;
	readonly whole: Float64Array;
	readonly potentials: Float64Array[];
};

/** Nothing where the prices turn out to prove nothing. */
function faceOf(
	{ candidates }: Problem,
	matching: PathMatching,
): Face | undefined {
	const { whole, tiers } = extremePotentials(candidates, matching);
	if (!areEndsProved(candidates, matching.used, tiers)) return undefined;
	const tight = tightPairs(candidates, matching, whole);
	return tight && { ...matching, tight, whole, potentials: tiers };
}

function startFromFace(
	{ candidates }: Problem,
	tiers: readonly Tier[],
	{ used, tight, potentials }: Face,
): Start {
	const face = facePairs(candidates, used, tight);
	const network = flowNetwork(face.candidates, face.used, false);
	return {
		network,
		costs: tiers.map((tier) => tierCost(network, tier)),
		potentials,
		marks(settled) {
			const marks = new Uint8Array(used.length);
			settled.forEach((mark, k) => {
				marks[tight[k] ?? 0] = mark;
			});
			return marks;
		},
	};
}

/** Where all tiers have their prices: ties are settled among the few people who may still move. */
function* settleFace(
	{ candidates, mentees, mentors, seed }: Problem,
	tiers: readonly Tier[],
	face: Face,
): Generator<number, Uint8Array> {
	const part = movablePart(candidates, face, face.whole, face.tight);
	if (part === undefined) return face.used;
	const root = candidates.mentees + candidates.mentors;
	const nodes = new Int32Array(part.mentees.length + part.mentors.length + 1);
	nodes.set(part.mentees);
	nodes.set(
		part.mentors.map((j) => candidates.mentees + j),
		part.mentees.length,
	);
	nodes[nodes.length - 1] = root;
	const bits = tieBits(root + 1);
	const hashes = [
		idHashes(seed, "mentee", at(mentees, part.mentees)),
		idHashes(seed, "mentor", at(mentors, part.mentors)),
	] as const;
	const settled =
		(yield* matchTies(
			part,
			Uint8Array.from(nodes, (x) => (face.whole[x] === 0 ? 0 : 1)),
			pairTies(part.candidates, ...hashes, bits),
			bits,
		)) ?? (yield* settleInNetwork(part, tiers, face, nodes, hashes, bits));
	const used = face.used.slice();
	settled.forEach((mark, k) => {
		used[part.pairOf[k] ?? 0] = mark;
	});
	return used;
}

function* settleInNetwork(
	part: MovablePart,
	tiers: readonly Tier[],
	face: Face,
	nodes: Int32Array,
	hashes: readonly [Uint32Array, Uint32Array],
	bits: number,
): Generator<number, Uint8Array> {
	const network = flowNetwork(part.candidates, part.used, false);
	const costs = tiers.map((tier) => tierCost(network, tier));
	const potentials = face.potentials.map((values) =>
		Float64Array.from(nodes, (x) => values[x] ?? 0),
	);
	const tie = tieCost(network, ...hashes, bits);
	yield* optimiseTiers(network, [...costs, tie], potentials);
	return usedPairs(network);
}

function at(
	people: readonly Participant[],
	places: Int32Array,
): readonly Participant[] {
	return Array.from(places, (place) => people[place]).filter(
		(one) => one !== undefined,
	);
}

/** One last tier of numbers drawn from ids and seed, so that of equally good results always the same one is chosen. */
function* settleTies(
	problem: Problem,
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): Generator<number, void> {
	const { mentees, mentors, seed } = problem;
	const tie = tieCost(
		network,
		idHashes(seed, "mentee", mentees),
		idHashes(seed, "mentor", mentors),
		tieBits(network.nodes),
	);
	yield* optimiseTiers(
		network,
		[...costs, tie],
		potentials.map((p) => p.slice()),
	);
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

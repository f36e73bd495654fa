import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { FlowNetwork, Tiers } from "./kernel/flow-network.ts";
import { flowNetwork, usedPairs } from "./kernel/flow-network.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import { tieCost, tierCost } from "./kernel/objective-costs.ts";
import type { PathMatching } from "./kernel/path-matching.ts";
import { matchByPaths } from "./kernel/path-matching.ts";
import { isProved, optimiseTiers, tighten } from "./kernel/tiers.ts";
import type { Participant, Problem } from "./problem.ts";

/** How far a solution is: the method at work and the deterministic count of its operations (settled nodes or pivots). */
export type Progress = {
	readonly method: "paths" | "simplex" | "ties";
	readonly operations: number;
};

/** The proved optimum. `used` marks candidates of the problem; costs and potentials (prices) prove it, tier by tier. */
export type Solution = {
	readonly used: Uint8Array;
	readonly tiers: readonly Tier[];
	readonly network: FlowNetwork;
	readonly costs: Tiers;
	readonly potentials: Tiers;
	/** Whether the path search went through or the network simplex had to take over, and the work of each. */
	readonly method: "paths" | "simplex";
	readonly work: Readonly<Record<Progress["method"], number>>;
};

export type SolveOptions = {
	/** Operations for each searcher before the path search gives up; 0 takes the simplex at once. */
	readonly pathAllowance?: number;
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
	const work = { paths: 0, simplex: 0, ties: 0 };
	const report = <Result>(
		method: Progress["method"],
		steps: Generator<number, Result>,
	) => reporting(work, method, steps);
	const byPaths =
		tiers[0] === "people" || options.pathAllowance === 0
			? undefined
			: yield* report(
					"paths",
					matchByPaths(
						problem.candidates,
						problem.objective === "people",
						options.pathAllowance,
					),
				);
	const started = byPaths && startFromPaths(problem, tiers, byPaths);
	const start = started ?? startEmpty(problem, tiers);
	const { network, costs, potentials } = start;
	yield* report("simplex", optimiseTiers(network, costs, potentials));
	tighten(network, costs, potentials);
	yield* report("ties", settleTies(problem, network, costs, potentials));
	if (!isProved(network, costs, potentials))
		throw new RangeError(
			"The scores have too many digits for an exact result with this many people.",
		);
	return {
		used: usedPairs(network),
		tiers,
		network,
		costs,
		potentials,
		method: started === undefined ? "simplex" : "paths",
		work,
	};
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

type Start = {
	readonly network: FlowNetwork;
	readonly costs: Tiers;
	readonly potentials: Float64Array[];
};

function startEmpty(problem: Problem, tiers: readonly Tier[]): Start {
	const { candidates } = problem;
	const nobody = new Uint8Array(candidates.mentor.length);
	const network = flowNetwork(candidates, nobody, tiers[0] === "people");
	return {
		network,
		costs: tiers.map((tier) => tierCost(network, tier)),
		potentials: [],
	};
}

function startFromPaths(
	problem: Problem,
	tiers: readonly Tier[],
	paths: PathMatching,
): Start | undefined {
	const network = flowNetwork(problem.candidates, paths.used, false);
	const costs = tiers.map((tier) => tierCost(network, tier));
	const potentials =
		problem.objective === "people"
			? [paths.pairsPotential, paths.pointsPotential]
			: [paths.pointsPotential];
	const proved = isProved(
		network,
		costs.slice(0, potentials.length),
		potentials,
	);
	return proved ? { network, costs, potentials } : undefined;
}

/** One last tier of numbers drawn from ids and seed, so that of equally good results always the same one is chosen. */
function* settleTies(
	problem: Problem,
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): Generator<number, void> {
	const tie = tieCost(
		network,
		idHashes(problem.seed, "mentee", problem.mentees),
		idHashes(problem.seed, "mentor", problem.mentors),
	);
	yield* optimiseTiers(
		network,
		[...costs, tie],
		potentials.map((p) => p.slice()),
	);
}

function idHashes(
	seed: string,
	side: string,
	people: readonly Participant[],
): Uint32Array {
	const hashes = new Uint32Array(2 * people.length);
	people.forEach(({ id }, index) => {
		const digest = sha256(utf8ToBytes(JSON.stringify([seed, side, id])));
		const view = new DataView(digest.buffer, digest.byteOffset);
		hashes[2 * index] = view.getUint32(0);
		hashes[2 * index + 1] = view.getUint32(4);
	});
	return hashes;
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

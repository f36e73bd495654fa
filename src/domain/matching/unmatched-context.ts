import type { Openings } from "./kernel/price-of-change.ts";
import { openings } from "./kernel/price-of-change.ts";
import type { Side } from "./policy.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import type { Scoring } from "./scoring.ts";
import type { Solution } from "./solve.ts";
import type { Reason } from "./unmatched.ts";

/** What every explanation needs of a solved problem, looked up once. */
export type Context = {
	readonly problem: Problem;
	readonly solution: Solution;
	readonly scoring: Scoring | undefined;
	/** Pairs made, the pinned ones included. */
	pairsOfMentee(i: number): number;
	pairsOfMentor(j: number): number;
	readonly mentorIndex: ReadonlyMap<string, number>;
	readonly menteeIndex: ReadonlyMap<string, number>;
	readonly dropped: Readonly<
		Record<Side, Readonly<Record<"belowZero" | "withoutPlace", PairsById>>>
	>;
	/** Large competitions described so far, shared by everybody in them. */
	readonly crowds: {
		readonly mentees: ReadonlySet<number>;
		readonly reason: Reason;
	}[];
	readonly onePlaceMore: Openings;
	readonly freePlaces: Openings;
};

type PairsById = ReadonlyMap<string, readonly ScoredPair[]>;

export function describe(
	problem: Problem,
	solution: Solution,
	scoring: Scoring | undefined,
): Context {
	const { network, costs, potentials } = solution;
	const { candidates, mentees, mentors } = problem;
	const isFull = Uint8Array.from(candidates.capacity, (places, j) =>
		(network.flow[network.firstPlace + j] ?? 0) >= places ? 1 : 0,
	);
	const dropped = (side: Side) => ({
		belowZero: groupBy(problem.belowZero, side),
		withoutPlace: groupBy(problem.withoutPlace, side),
	});
	return {
		problem,
		solution,
		scoring,
		...pairCounts(problem, solution),
		mentorIndex: new Map(mentors.map(({ id }, j) => [id, j])),
		menteeIndex: new Map(mentees.map(({ id }, i) => [id, i])),
		dropped: { mentee: dropped("mentee"), mentor: dropped("mentor") },
		crowds: [],
		onePlaceMore: openings(network, costs, potentials, isFull),
		freePlaces: openings(
			network,
			costs,
			potentials,
			isFull.map((full) => 1 - full),
		),
	};
}

function pairCounts(
	{ candidates, mentees, mentors, pinned }: Problem,
	{ network }: Solution,
): Pick<Context, "pairsOfMentee" | "pairsOfMentor"> {
	const { flow, firstPlace, firstSpare, firstAlone } = network;
	const pinsOfMentee = groupBy(pinned, "mentee");
	const pinsOfMentor = groupBy(pinned, "mentor");
	return {
		pairsOfMentee: (i) =>
			(candidates.need[i] ?? 0) -
			(flow[firstSpare + i] ?? 0) -
			(flow[firstAlone + i] ?? 0) +
			(pinsOfMentee.get(mentees[i]?.id ?? "")?.length ?? 0),
		pairsOfMentor: (j) =>
			(flow[firstPlace + j] ?? 0) +
			(pinsOfMentor.get(mentors[j]?.id ?? "")?.length ?? 0),
	};
}

/** Whether somebody could still take one pair more. */
export function hasRoom(context: Context, side: Side, id: string): boolean {
	const people =
		side === "mentor" ? context.problem.mentors : context.problem.mentees;
	const index =
		(side === "mentor" ? context.mentorIndex : context.menteeIndex).get(id) ??
		-1;
	const pairs =
		side === "mentor"
			? context.pairsOfMentor(index)
			: context.pairsOfMentee(index);
	return pairs < (people[index]?.units ?? 0);
}

function groupBy(pairs: readonly ScoredPair[], side: Side): PairsById {
	return Map.groupBy(pairs, (pair) => pair[side]);
}

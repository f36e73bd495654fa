import type { CapsInTheWay } from "./cap-changes.ts";
import { capsInTheWay } from "./cap-changes.ts";
import { countByKey, keysOfPair } from "./caps.ts";
import type { Crowd } from "./kernel/competition.ts";
import { allPlaces, isOpen, takenPlaces } from "./kernel/flow-network.ts";
import type { Openings } from "./kernel/openings.ts";
import { openings } from "./kernel/openings.ts";
import type { ResidualGraph } from "./kernel/residual-graph.ts";
import { tiersOfDistance } from "./kernel/residual-graph.ts";
import { graphOf, lossOfTiers } from "./plan-changes.ts";
import { pairsOf } from "./outcome.ts";
import type { Side } from "./policy.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import type { Residual } from "./residual.ts";
import { residualOf } from "./residual.ts";
import type { Scoring } from "./scoring.ts";
import type { Solution } from "./solve.ts";
import type { Reason } from "./unmatched.ts";

/** Which rules cost whom what. */
export type RuleLosses = Pick<Scoring, "removals" | "nearMisses">;

/** What every explanation needs of a solved problem, looked up once. */
export type Context = {
	readonly problem: Problem;
	readonly residual: Residual;
	readonly graph: ResidualGraph;
	readonly scoring: RuleLosses | undefined;
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
		readonly crowd: Crowd;
		readonly reason: Reason & { readonly why: "places-taken" };
	}[];
	/** Whether there are few enough people to ask of everybody left out which rule stands between them and whom. */
	readonly hasTimeForRules: boolean;
	readonly inTheWay: CapsInTheWay | undefined;
	/** Whether no cap is full that a pair outside the candidates would count in. */
	readonly withinCaps: (pair: ScoredPair) => boolean;
	/** Ways to places that are free, and to places that would be if a full mentor had one more. */
	readonly freePlaces: Openings;
	readonly onePlaceMore: Openings;
	/** Ways from mentees who need one more, and from mentees who would if theirs were one more. */
	readonly unmetNeeds: Openings;
	readonly oneNeedMore: Openings;
};

/** What is at the end of somebody's way, and what the sum of points gains by the exchanges on it. */
export type Way = { readonly end: number; readonly gain: number };

type PairsById = ReadonlyMap<string, readonly ScoredPair[]>;

export function describe(
	problem: Problem,
	solution: Solution,
	scoring: RuleLosses | undefined,
): Context {
	const residual = residualOf(problem, solution);
	const { network } = residual;
	const { candidates, mentees, mentors } = problem;
	const graph = graphOf(residual);
	const dropped = (side: Side) => ({
		belowZero: groupBy(problem.belowZero, side),
		withoutPlace: groupBy(problem.withoutPlace, side),
	});
	const nodesOfMentors = (isEnd: (j: number) => boolean) =>
		mentors.flatMap((_, j) => (isEnd(j) ? [mentees.length + j] : []));
	const nodesOfMentees = (isEnd: (i: number) => boolean) =>
		mentees.flatMap((_, i) => (isEnd(i) ? [i] : []));
	const outside = (i: number) =>
		(network.flow[network.firstSpare + i] ?? 0) +
		(network.flow[network.firstAlone + i] ?? 0);
	return {
		problem,
		residual,
		graph,
		scoring,
		...pairCounts(problem, residual),
		mentorIndex: new Map(mentors.map(({ id }, j) => [id, j])),
		menteeIndex: new Map(mentees.map(({ id }, i) => [id, i])),
		dropped: { mentee: dropped("mentee"), mentor: dropped("mentor") },
		crowds: [],
		hasTimeForRules: mentees.length * mentors.length <= PAIRS_FOR_RULES,
		inTheWay:
			problem.caps.length === 0 ? undefined : capsInTheWay(problem, solution),
		withinCaps: capsWithRoom(problem, solution),
		freePlaces: openings(
			graph,
			"to",
			nodesOfMentors((j) => isOpen(network, j)),
		),
		onePlaceMore: openings(
			graph,
			"to",
			nodesOfMentors((j) => isFullAlone(residual, j)),
		),
		unmetNeeds: openings(
			graph,
			"from",
			nodesOfMentees((i) => outside(i) > 0),
		),
		oneNeedMore: openings(
			graph,
			"from",
			nodesOfMentees((i) => outside(i) === 0 && (candidates.need[i] ?? 0) > 0),
		),
	};
}

const PAIRS_FOR_RULES = 200_000;

/** The way of a node, if it has one. */
export function wayOf(
	{ problem, residual, graph }: Context,
	{ end, high, low }: Openings,
	node: number,
): Way | undefined {
	const at = end[node] ?? -1;
	if (at < 0) return undefined;
	const cost = tiersOfDistance(graph, high[node] ?? 0, low[node] ?? 0);
	return { end: at, gain: 0 - lossOfTiers(problem, residual, cost).points };
}

/** The node that a pair outside the candidates would lead to: the innermost cap on the mentor's places that it counts in, or those. */
export function placesOfPair(problem: Problem, pair: ScoredPair): number {
	const { candidates, caps, capKeys, mentees, mentors } = problem;
	const inner = keysOfPair(
		caps.filter(({ of }) => of === "mentees"),
		pair,
	)
		.map((key) => capKeys.indexOf(key))
		.filter((at) => at >= 0)
		.map((at) => mentors.length + at);
	const above = candidates.caps?.above ?? [];
	const innermost = inner.find(
		(set) => !inner.some((other) => above[other] === set),
	);
	const mentor = mentors.findIndex(({ id }) => id === pair.mentor);
	return mentees.length + (innermost ?? mentor);
}

function capsWithRoom(
	problem: Problem,
	{ used }: Solution,
): Context["withinCaps"] {
	const { caps, pinned } = problem;
	if (caps.length === 0) return () => true;
	const held = countByKey(caps, [...pairsOf(problem, used), ...pinned]);
	return (pair) =>
		caps.every((cap) =>
			keysOfPair([cap], pair).every((key) => (held.get(key) ?? 0) < cap.most),
		);
}

/** Whether the mentor's own places are all that is full: no cap above them is. */
function isFullAlone({ network }: Residual, j: number): boolean {
	const { candidates, root, firstPlace, firstCap, flow, room, head } = network;
	const { mentees, mentors } = candidates;
	const places = allPlaces(network, j);
	if (places === 0 || takenPlaces(network, j) < places) return false;
	let x = head[firstPlace + j] ?? root;
	while (x !== root) {
		const above = firstCap + x - mentees - mentors;
		if ((flow[above] ?? 0) >= (room[above] ?? 0)) return false;
		x = head[above] ?? root;
	}
	return true;
}

function pairCounts(
	{ candidates, mentees, mentors, pinned }: Problem,
	{ network }: Residual,
): Pick<Context, "pairsOfMentee" | "pairsOfMentor"> {
	const { flow, firstSpare, firstAlone } = network;
	const pinsOfMentee = groupBy(pinned, "mentee");
	const pinsOfMentor = groupBy(pinned, "mentor");
	return {
		pairsOfMentee: (i) =>
			(candidates.need[i] ?? 0) -
			(flow[firstSpare + i] ?? 0) -
			(flow[firstAlone + i] ?? 0) +
			(pinsOfMentee.get(mentees[i]?.id ?? "")?.length ?? 0),
		pairsOfMentor: (j) =>
			takenPlaces(network, j) +
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

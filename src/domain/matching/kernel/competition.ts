// Why a mentee found no place: the people who compete for the same ones (Hall's condition), by an alternating search. From the mentee over
// pairs not made to mentors, and from a mentor's places over pairs made to the mentees who hold them. If no mentor met has a
// place left, the people met can go nowhere else: they compete for fewer places than they want.
//
// What is found is the fundamental circuit of the mentee in the (transversal) matroid of those who can be placed together, with the plan as
// its basis. So it is unique for a plan, and nobody in it can be left out: if any one of them needed one mentor fewer, all others
// could have theirs, and one more place with any mentor met would do as well. It is not always the smallest group over all
// plans: to find that is NP-hard (the girth of a transversal matroid: McCormick, A combinatorial approach to some sparse matrix problems,
// 1983). O(pairs) a search; a search that would name more than `limit` people stops and shares one description with its like.
import type { ResidualGraph } from "./residual-graph.ts";

export type Competition = {
	/** Mentees met, the start included. */
	readonly mentees: readonly number[];
	/** Mentors whose places those hold. */
	readonly mentors: readonly number[];
	/** How many places that are. */
	readonly places: number;
};

/** A competition too large to be named for each mentee in it. */
export type Crowd = Competition & {
	/** Nodes of the crowd, and those among them from which all others are met. */
	readonly nodes: ReadonlySet<number>;
	readonly core: ReadonlySet<number>;
};

/** The competition that `start` is in, or nothing if more than `limit` mentees are in it. */
export function competitionFrom(
	graph: ResidualGraph,
	start: number,
	limit = Infinity,
): Competition | undefined {
	const met = reach(graph, [start], "outOf", limit);
	return met && readCompetition(graph, met);
}

/** The crowd that a mentee competes with, who is in it only as one of many like them. */
export function crowdFrom(graph: ResidualGraph, start: number): Crowd {
	const heads = headsOf(graph, start);
	let nodes = new Set<number>();
	let from = start;
	for (const head of heads) {
		if (nodes.has(head)) continue;
		const met = reach(graph, [head], "outOf") ?? new Set();
		if (met.size > nodes.size) {
			nodes = met;
			from = head;
		}
	}
	const others = heads.some((head) => !nodes.has(head));
	const all = others ? (reach(graph, heads, "outOf") ?? nodes) : nodes;
	return {
		...readCompetition(graph, all),
		nodes: all,
		core: others ? new Set() : (reach(graph, [from], "into") ?? new Set()),
	};
}

/** Whether the mentee competes with exactly this crowd. */
export function belongsTo(
	graph: ResidualGraph,
	{ nodes, core }: Crowd,
	mentee: number,
): boolean {
	const heads = headsOf(graph, mentee);
	return heads.every((x) => nodes.has(x)) && heads.some((x) => core.has(x));
}

/** Where the mentee's pairs that are not made lead. */
function headsOf({ network }: ResidualGraph, mentee: number): number[] {
	const { first } = network.candidates;
	const heads: number[] = [];
	for (let e = first[mentee]; e < first[mentee + 1]; e++)
		if (network.flow[e] === 0) heads.push(network.head[e]);
	return heads;
}

/** All nodes met without the root; nothing if more than `limit` of them are mentees. */
function reach(
	graph: ResidualGraph,
	starts: readonly number[],
	direction: "into" | "outOf",
	limit = Infinity,
): Set<number> | undefined {
	const { root, network } = graph;
	const { first, other } = graph[direction];
	const { mentees } = network.candidates;
	const met = new Set(starts);
	let people = 0;
	// A set goes through its items in the order they came, those added on the way included.
	for (const x of met) {
		if (x < mentees && ++people > limit) return undefined;
		for (let k = first[x]; k < first[x + 1]; k++)
			if (other[k] !== root) met.add(other[k]);
	}
	return met;
}

function readCompetition(
	{ network }: ResidualGraph,
	met: ReadonlySet<number>,
): Competition {
	const { candidates, flow, head } = network;
	const { first, mentor } = candidates;
	const mentees = [...met].filter((x) => x < candidates.mentees);
	const mentors = new Set<number>();
	let places = 0;
	for (const i of mentees)
		for (let e = first[i]; e < first[i + 1]; e++) {
			if (flow[e] === 0 || !met.has(head[e])) continue;
			places++;
			mentors.add(mentor[e]);
		}
	return { mentees, mentors: [...mentors], places };
}

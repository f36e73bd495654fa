// What a live matching is made of: the problem's people and pairs with room for joiners, and the kernel's matching over them.
import { commonUnit } from "./decimal.ts";
import { idHashes } from "./id-hash.ts";
import type { LiveCosts, Worth } from "./kernel/live-costs.ts";
import {
	aloneOutside,
	asNumber,
	liveCosts,
	pairCost,
	spareOutside,
} from "./kernel/live-costs.ts";
import type { LiveMatching } from "./kernel/live-matching.ts";
import { createLivePairs, findPair } from "./kernel/live-pairs.ts";
import { pairTie, tieBits } from "./kernel/pair-tie.ts";
import {
	adoptPairs,
	isEmptyAtPrice,
	placeUnit,
	unitsWaiting,
} from "./kernel/two-sided.ts";
import { sortRows } from "./kernel/two-sided-graph.ts";
import { pull } from "./kernel/two-sided-search.ts";
import { CLOSED, createRepair } from "./kernel/two-sided-state.ts";
import { laterPlaces, markFillers, withFillers } from "./live-fillers.ts";
import type { PairColumns } from "./pair-columns.ts";
import { pairColumns } from "./pair-columns.ts";
import type { Participant, Problem, ScoredPair } from "./problem.ts";
import { haveSeveral } from "./problem.ts";

export type Side = {
	readonly ids: string[];
	readonly index: Map<string, number>;
	/** All units, pinned pairs included; places beyond `ids` are for joiners. */
	readonly units: Int32Array;
	readonly pinned: Int32Array;
	readonly hash: Uint32Array;
};

export type LiveBody = {
	readonly seed: string;
	readonly unit: number;
	readonly costs: LiveCosts;
	readonly mentees: Side;
	readonly mentors: Side;
	readonly live: LiveMatching;
	/** For each pair: whether it is kept out, and whether it is pinned. */
	forbidden: Uint8Array;
	pinned: Uint8Array;
	readonly bits: number;
};

/** Prices of the mentors' places in the order of the problem's mentors: people, mentors, pairs, points (millionths), and those of ties. */
export type LivePrices = {
	readonly worth: readonly Worth[];
	readonly ties: Float64Array;
};

/** Room to keep: more people on a side, and scores that are larger or finer than those there are. */
export type Reserve = {
	readonly mentees: number;
	readonly mentors: number;
	readonly points: readonly number[];
	/** Pairs of the problem that are to be kept out. */
	readonly keptOut: readonly ScoredPair[];
	/** Pairs in use beside those marked. */
	readonly made: readonly ScoredPair[];
};

/** Nothing where the problem has caps or kinds, another objective, or scores of too many digits: then each change is solved anew. */
export function liveBody(
	problem: Problem,
	used: Uint8Array | undefined,
	prices: LivePrices | undefined,
	reserve: Reserve,
): LiveBody | undefined {
	const isTotal = problem.objective === "total";
	if (problem.caps.length > 0 || problem.leads !== undefined) return undefined;
	if (!isTotal && problem.objective !== "people") return undefined;
	const unit = commonUnit([
		problem.unit,
		...problem.pinned.map(({ points }) => points),
		...reserve.points,
	]);
	const ofPeople = allPairs(problem, unit);
	let largest = 0;
	for (const points of ofPeople.points)
		largest = Math.max(largest, Math.abs(points));
	for (const points of reserve.points)
		largest = Math.max(largest, Math.abs(points / unit));
	const people = [
		roomFor(problem.mentees.length + reserve.mentees),
		roomFor(problem.mentors.length + reserve.mentors),
	] as const;
	const countsMentors = !isTotal && haveSeveral(problem.mentees);
	const costs = liveCosts(isTotal, countsMentors, ...people, 2 * largest);
	if (costs === undefined) return undefined;
	const mentees = side(problem, "mentee", people[0]);
	const mentors = side(problem, "mentor", people[1]);
	const need = mentees.units.map(
		(units, i) => units - (mentees.pinned[i] ?? 0),
	);
	const room = mentors.units.map(
		(units, j) => units - (mentors.pinned[j] ?? 0),
	);
	if (countsMentors) {
		const open = mentors.pinned.map((count) => 1 - count);
		for (const j of ofPeople.mentor) open[j] = (open[j] ?? 0) + 1;
		// As placesLeft has it.
		room.forEach((places, j) => {
			room[j] = Math.min(places, open[j] ?? 0);
		});
	}
	const fillers = room.map((places, j) =>
		laterPlaces(places, (mentors.pinned[j] ?? 0) > 0),
	);
	const columns = countsMentors
		? withFillers(ofPeople, people[0], fillers)
		: ofPeople;
	const count = ofPeople.points.length;
	const bits = tieBits(problem.mentees.length + problem.mentors.length + 1);
	const pairs = createLivePairs({
		searchers: people[0] + (countsMentors ? people[1] : 0),
		holders: people[1],
		searcher: columns.mentee,
		holder: columns.mentor,
		points: columns.points,
		cost: columns.points.map((points) => pairCost(costs, points)),
		tie: columns.points.map((_, e) =>
			e < count
				? pairTie(
						mentees.hash,
						mentors.hash,
						columns.mentee[e] ?? 0,
						columns.mentor[e] ?? 0,
						bits,
					)
				: 0,
		),
		supply: countsMentors ? joined(need, fillers) : need,
		room,
	});
	const repair = createRepair(pairs.graph);
	const turned: number[] = [];
	const body: LiveBody = {
		seed: problem.seed,
		unit,
		costs,
		mentees,
		mentors,
		live: { pairs, repair, turned },
		forbidden: new Uint8Array(columns.points.length),
		pinned: new Uint8Array(columns.points.length),
		bits,
	};
	for (const pair of reserve.keptOut)
		body.forbidden[pairNumber(body, pair)] = 1;
	const marked = new Uint8Array(pairs.count);
	if (used !== undefined)
		marked.set(used.subarray(0, problem.candidates.mentor.length));
	for (const pair of reserve.made) marked[pairNumber(body, pair)] = 1;
	if (countsMentors) markFillers(body, marked);
	start(body, problem, marked, prices, count);
	repair.turned = turned;
	return body;
}

function joined(one: Int32Array, other: Int32Array): Int32Array {
	const both = new Int32Array(one.length + other.length);
	both.set(one);
	both.set(other, one.length);
	return both;
}

function start(
	body: LiveBody,
	problem: Problem,
	used: Uint8Array,
	prices: LivePrices | undefined,
	ofPeople: number,
): void {
	const { repair } = body.live;
	const { graph } = repair;
	graph.spareOutside = spareOutside(body.costs);
	for (let i = 0; i < graph.searchers; i++) setOutside(body, i);
	sortRows(graph);
	for (let e = 0; e < ofPeople; e++) {
		const isPinned = e >= ofPeople - problem.pinned.length;
		if (isPinned) body.pinned[e] = 1;
		if (isPinned || isNeverUsed(body, e)) repair.state[e] = CLOSED;
	}
	prices?.worth.forEach(([people, met, made, points], j) => {
		const price = asNumber(body.costs, [people, met, made, points / body.unit]);
		repair.holderPrice[j] = -price - body.costs.mentor;
		repair.holderTie[j] = prices.ties[j] ?? 0;
	});
	adoptPairs(repair, used);
	for (let i = 0; i < graph.searchers; i++)
		while (unitsWaiting(repair, i) > 0) placeUnit(repair, i);
	for (let j = 0; j < graph.holders; j++)
		while (isEmptyAtPrice(repair, j)) pull(repair, graph.searchers + j);
}

/** The number of a pair, -1 where there is none. */
export function pairNumber(
	{ live, mentees, mentors }: Pick<LiveBody, "live" | "mentees" | "mentors">,
	pair: { readonly mentee: string; readonly mentor: string },
): number {
	const i = mentees.index.get(pair.mentee);
	const j = mentors.index.get(pair.mentor);
	return i === undefined || j === undefined ? -1 : findPair(live.pairs, i, j);
}

/** What the units of mentee `i` cost outside, by their need and whether a pair of theirs is pinned; or those of a filler. */
export function setOutside(body: LiveBody, i: number): void {
	const [outside, spare] = outsideOf(body, i);
	body.live.repair.graph.outside[i] = outside;
	body.live.repair.graph.spare[i] = spare;
}

export function outsideOf(
	{ costs, mentees, live }: LiveBody,
	i: number,
): readonly [number, number] {
	if (i >= mentees.units.length) return [costs.mentor, 0];
	const isCovered = (mentees.pinned[i] ?? 0) > 0;
	const need = live.repair.graph.supply[i] ?? 0;
	return [
		aloneOutside(costs, isCovered),
		isCovered ? 0 : Math.max(0, need - 1),
	];
}

/** Whether a pair must stay out of the search: kept out, pinned, or below zero where only the sum counts. */
export function isNeverUsed(body: LiveBody, e: number): boolean {
	if (body.forbidden[e] === 1 || body.pinned[e] === 1) return true;
	return body.costs.isTotal && (body.live.pairs.points[e] ?? 0) < 0;
}

/** Candidates first, in their order, then the pairs without place or below zero, then the pinned ones; points in units. */
function allPairs(problem: Problem, unit: number): PairColumns {
	const { candidates, mentees, mentors } = problem;
	const others = pairColumns(mentees, mentors, [
		...problem.withoutPlace,
		...problem.belowZero,
		...problem.pinned,
	]);
	const count = candidates.mentor.length;
	const length = count + others.points.length;
	const mentee = new Int32Array(length);
	const mentor = new Int32Array(length);
	mentee.set(candidates.mentee);
	mentee.set(others.mentee, count);
	mentor.set(candidates.mentor);
	mentor.set(others.mentor, count);
	const points = new Float64Array(length);
	points.set(candidates.points.map((own) => own * (problem.unit / unit)));
	points.set(
		others.points.map((own) => own / unit),
		count,
	);
	return { mentee, mentor, points };
}

function roomFor(people: number): number {
	return people + 8 + (people >> 3);
}

function side(problem: Problem, name: "mentee" | "mentor", room: number): Side {
	const people: readonly Participant[] =
		name === "mentee" ? problem.mentees : problem.mentors;
	const ids = people.map(({ id }) => id);
	const index = new Map(ids.map((id, x) => [id, x]));
	const units = new Int32Array(room);
	units.set(people.map((person) => person.units));
	const pinned = new Int32Array(room);
	for (const pair of problem.pinned) {
		const x = index.get(pair[name]) ?? 0;
		pinned[x] = (pinned[x] ?? 0) + 1;
	}
	const hash = new Uint32Array(2 * room);
	hash.set(idHashes(problem.seed, name, people));
	return { ids, index, units, pinned, hash };
}

// Lists of good pairs where there are too many to score them all: an index of mentors by pairs of competencies.
//
// A mentee's best mentors nearly always offer two of the things they seek most. So mentors stand in a block for every two competencies
// they both offer; in it they are ordered by class (the columns of few values taken together: grade, function …) and by how well they
// master the two. A mentee looks into the blocks of their four most wanted pairs, where what a class is worth to them and the two
// levels say which cells are promising: the best `budget` of a block are scored exactly. Blocks are taken one at a time with all the
// mentees who look into them, so that a block stays in the cache; those to whom classes and levels are worth the same stand together,
// as the same mentors are promising for all of them. O(kinds of mentees · cells + mentees · budget · parts + entries of the index).
// What is lost by not scoring all pairs is measured in the bench (recall), never assumed.
import type { Cells } from "./index-blocks.ts";
import { cellsOf, choose, strongestLevels, visitors } from "./index-blocks.ts";
import { likeClasses, together } from "./mentee-classes.ts";
import { gatherMentors } from "./pair-blocks.ts";
import type { BestLists, ListedPairs, PersonHashes } from "./pair-lists.ts";
import {
	createLists,
	listed,
	offerOnce,
	pairHash,
	release,
} from "./pair-lists.ts";
import type { GeneralPart } from "./pair-scoring.ts";
import { fillClasses } from "./pair-scoring.ts";
import type { LevelPart, OnlyPart, PairTables } from "./pair-tables.ts";
import { createSomeScorer } from "./pair-scoring-some.ts";

export type IndexOrder = {
	readonly from: number;
	readonly to: number;
	readonly ofMentee: number;
	readonly ofMentor: number;
	readonly least: number;
	/** How many mentors of a block are scored for a mentee. */
	readonly budget: number;
};

export type IndexAnswer = {
	readonly ofMentees: ListedPairs;
	readonly ofMentors: ListedPairs;
	/** How many pairs were scored. */
	readonly scored: number;
};

export function listsByIndex(
	tables: PairTables,
	general: readonly GeneralPart[],
	hashes: PersonHashes,
	order: IndexOrder,
): IndexAnswer {
	const part = strongestLevels(tables);
	const state: State = {
		tables,
		general,
		part,
		hashes,
		order,
		byMentee: createLists(order.to - order.from, order.ofMentee),
		byMentor: createLists(tables.mentors, order.ofMentor),
		ofClass: new Float64Array(tables.groups[0]?.classes ?? 0),
		kind: likeClasses(tables.groups[0], order.from, order.to),
		scored: 0,
		named: new Int32Array(tables.mentors),
		apart: mentorsApart(tables),
	};
	const { first, mentee } = visitors(part, order);
	for (let block = 0; block + 1 < first.length; block++)
		if (first[block] < first[block + 1])
			scoreBlock(state, block, mentee.subarray(first[block], first[block + 1]));
	scoreNamed(state);
	const ofMentees = listed(state.byMentee, order.from, true);
	release(state.byMentee);
	const ofMentors = listed(state.byMentor, 0, false);
	release(state.byMentor);
	return { ofMentees, ofMentors, scored: state.scored };
}

type State = {
	readonly tables: PairTables;
	readonly general: readonly GeneralPart[];
	readonly part: LevelPart | undefined;
	readonly hashes: PersonHashes;
	readonly order: IndexOrder;
	readonly byMentee: BestLists;
	readonly byMentor: BestLists;
	/** What the classes of the first group are worth to the mentee at hand; to mentees of one kind, the same. */
	readonly ofClass: Float64Array;
	readonly kind: Int32Array;
	scored: number;
	/** Marks the mentors who are an exception for the mentee at hand: they are scored apart. */
	readonly named: Int32Array;
	/** Mentors who take none but those named with them. */
	readonly apart: Uint8Array;
};

function mentorsApart({ mentors, only }: PairTables): Uint8Array {
	const apart = new Uint8Array(mentors);
	for (const part of only) for (const j of part.mentors) apart[j] = 1;
	return apart;
}

function scoreBlock(state: State, block: number, mentees: Int32Array): void {
	const { tables, part, ofClass } = state;
	const rows = part?.rows ?? 1;
	const k = Math.floor(block / rows);
	const l = block % rows;
	const isForAll = part === undefined || block === rows * rows;
	const cells = cellsOf(tables, part, isForAll ? undefined : [k, l]);
	const local = gatherMentors(tables, cells.mentors);
	const [group] = tables.groups;
	const score = createSomeScorer(local, group && ofClass);
	const chosen = new Int32Array(cells.mentors.length);
	const out = new Float64Array(cells.mentors.length);
	const floor = Float64Array.from(
		cells.mentors,
		(j) => state.byMentor.floor[j],
	);
	const visits = visitsByKind(state, mentees, isForAll ? undefined : [k, l]);
	let last = -1;
	let like = -1;
	let count = 0;
	for (let v = 0; v < visits.mentee.length; v++) {
		const mentee = visits.mentee[v];
		if (visits.kind[v] !== last) {
			last = visits.kind[v];
			if (group !== undefined && visits.like[v] !== like)
				fillClasses(group, mentee, ofClass);
			like = visits.like[v];
			count = chooseFor(state, cells, visits.p[v], visits.q[v], chosen);
		}
		score(mentee, chosen, count, out);
		state.scored += count;
		take(state, mentee, { mentors: cells.mentors, floor }, chosen, count, out);
	}
}

/** The mentors of a block and what a pair needs at least to enter each one's list: beside each other, where looking is cheap. */
type Local = { readonly mentors: Int32Array; readonly floor: Float64Array };

/** Column by column; `like` is the same for mentees to whom classes are worth the same, `kind` for those to whom levels are too. */
type Visits = {
	readonly mentee: Int32Array;
	readonly like: Int32Array;
	readonly kind: Int32Array;
	readonly p: Float64Array;
	readonly q: Float64Array;
};

/** The visitors who may have anybody, those of a kind together. */
function visitsByKind(
	state: State,
	mentees: Int32Array,
	looked: readonly [number, number] | undefined,
): Visits {
	const { tables, part, order } = state;
	const [k, l] = looked ?? [-1, -1];
	const open = mentees.filter(
		(i) => tables.menteeBase[i] !== -Infinity && !isApart(tables, i),
	);
	const weights = (row: number) =>
		Float64Array.from(open, (i) =>
			part === undefined || row < 0 ? 0 : weightOf(part, i, row),
		);
	const p = weights(k);
	const q = weights(k === l ? -1 : l);
	const like = open.map((i) => state.kind[i - order.from]);
	const kind = besideLike(like, together(together(like, p), q));
	const sorted = Float64Array.from(kind, (own, at) => own * 2 ** 26 + at)
		.sort()
		.map((key) => key % 2 ** 26);
	return {
		mentee: Int32Array.from(sorted, (at) => open[at]),
		like: Int32Array.from(sorted, (at) => like[at]),
		kind: Int32Array.from(sorted, (at) => kind[at]),
		p: sorted.map((at) => p[at]),
		q: sorted.map((at) => q[at]),
	};
}

/** The kinds numbered anew, so that those of mentees to whom classes are worth the same follow each other. */
function besideLike(like: Int32Array, kind: Int32Array): Int32Array {
	const likeOf: number[] = [];
	for (let at = 0; at < kind.length; at++) likeOf[kind[at]] = like[at];
	const place = new Int32Array(likeOf.length);
	Float64Array.from(likeOf, (own, x) => own * 2 ** 26 + x)
		.sort()
		.forEach((key, at) => {
			place[key % 2 ** 26] = at;
		});
	return kind.map((own) => place[own]);
}

function chooseFor(
	{ tables, order, ofClass }: State,
	cells: Cells,
	p: number,
	q: number,
	chosen: Int32Array,
): number {
	const classes = tables.groups.length === 0 ? undefined : ofClass;
	return choose(cells, classes, p, q, order.budget, chosen);
}

function isApart({ only }: PairTables, i: number): boolean {
	return only.some((part) => part.mentees[i] === 1);
}

function weightOf(
	{ first, competency, weight }: LevelPart,
	i: number,
	k: number,
) {
	for (let at = first[i]; at < first[i + 1]; at++)
		if (competency[at] === k) return weight[at];
	return 0;
}

function take(
	state: State,
	i: number,
	{ mentors, floor }: Local,
	chosen: Int32Array,
	count: number,
	out: Float64Array,
): void {
	const { byMentee, byMentor, hashes, order, tables, named, apart } = state;
	const { first, mentor } = tables.exceptions;
	for (let k = first[i]; k < first[i + 1]; k++) named[mentor[k]] = i + 1;
	const own = i - order.from;
	const hasGeneral = state.general.length > 0;
	let ownFloor = byMentee.floor[own];
	for (let t = 0; t < count; t++) {
		let points = out[t];
		if (!hasGeneral && points < ownFloor && points < floor[chosen[t]]) continue;
		const j = mentors[chosen[t]];
		for (const part of state.general) points += part(i, j);
		if (points < order.least || points === -Infinity) continue;
		if (named[j] === i + 1 || apart[j] === 1) continue;
		const tie = pairHash(hashes.mentee[i], hashes.mentor[j]);
		if (points >= ownFloor) {
			offerOnce(byMentee, own, j, points, tie);
			ownFloor = byMentee.floor[own];
		}
		if (points >= byMentor.floor[j]) offerOnce(byMentor, j, i, points, tie);
		floor[chosen[t]] = byMentor.floor[j];
	}
}

/** Scores the mentors whom a mentee's exceptions concern, wherever they stand. */
function scoreNamed(state: State): void {
	const { tables, order, hashes, byMentee, byMentor } = state;
	const { exceptions, only } = tables;
	const score = createSomeScorer(tables);
	const sums = new Map<number, number>();
	for (let i = order.from; i < order.to; i++) {
		sums.clear();
		for (let k = exceptions.first[i]; k < exceptions.first[i + 1]; k++)
			addTo(sums, exceptions.mentor[k], exceptions.points[k]);
		for (const part of only)
			for (let k = part.first[i]; k < part.first[i + 1]; k++)
				addTo(sums, part.mentor[k], 0);
		if (sums.size === 0 || tables.menteeBase[i] === -Infinity) continue;
		const chosen = Int32Array.from(sums.keys());
		const out = new Float64Array(chosen.length);
		score(i, chosen, chosen.length, out);
		for (let t = 0; t < chosen.length; t++) {
			const j = chosen[t];
			let worth = out[t] + (sums.get(j) ?? 0);
			for (const part of state.general) worth += part(i, j);
			if (worth < order.least || worth === -Infinity) continue;
			if (!only.every((part) => isLetThrough(part, i, j))) continue;
			const tie = pairHash(hashes.mentee[i], hashes.mentor[j]);
			offerOnce(byMentee, i - order.from, j, worth, tie);
			offerOnce(byMentor, j, i, worth, tie);
		}
	}
}

function addTo(sums: Map<number, number>, j: number, points: number): void {
	sums.set(j, (sums.get(j) ?? 0) + points);
}

function isLetThrough(part: OnlyPart, i: number, j: number): boolean {
	if (part.mentees[i] === 0 && !part.mentors.includes(j)) return true;
	return part.mentor.subarray(part.first[i], part.first[i + 1]).includes(j);
}

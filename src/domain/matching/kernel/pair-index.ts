// Lists of good pairs where there are too many to score them all: an index of mentors by pairs of competencies.
//
// A mentee's best mentors nearly always offer two of the things they seek most. So mentors stand in a block for every two competencies
// they both offer; in it they are ordered by class (the columns of few values taken together: grade, function …) and by how well they
// master the two. A mentee looks into the blocks of their four most wanted pairs, where what a class is worth to them and the two
// levels say which cells are promising: the best `budget` of a block are scored exactly. Blocks are taken one at a time with all the
// mentees who look into them, so that a block stays in the cache. O(mentees · (cells + budget · parts) + entries of the index).
// What is lost by not scoring all pairs is measured in the bench (recall), never assumed.
import { cellsOf, choose, strongestLevels, visitors } from "./index-blocks.ts";
import { gatherMentors } from "./pair-blocks.ts";
import type { BestLists, ListedPairs, PersonHashes } from "./pair-lists.ts";
import { createLists, listed, offerOnce, pairHash } from "./pair-lists.ts";
import type { GeneralPart } from "./pair-scoring.ts";
import type { LevelPart, OnlyPart, PairTables } from "./pair-tables.ts";
import type { ClassPoints } from "./pair-scoring-some.ts";
import {
	classPoints,
	createSomeScorer,
	fillAllClasses,
} from "./pair-scoring-some.ts";

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
		ofClass: classPoints(tables.groups),
		scored: 0,
		named: new Int32Array(tables.mentors),
		apart: mentorsApart(tables),
	};
	const { first, mentee } = visitors(part, order);
	for (let block = 0; block + 1 < first.length; block++)
		if (first[block] < first[block + 1])
			scoreBlock(state, block, mentee.subarray(first[block], first[block + 1]));
	scoreNamed(state);
	return {
		ofMentees: listed(state.byMentee, order.from, true),
		ofMentors: listed(state.byMentor, 0, false),
		scored: state.scored,
	};
}

type State = {
	readonly tables: PairTables;
	readonly general: readonly GeneralPart[];
	readonly part: LevelPart | undefined;
	readonly hashes: PersonHashes;
	readonly order: IndexOrder;
	readonly byMentee: BestLists;
	readonly byMentor: BestLists;
	readonly ofClass: ClassPoints;
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
	const { tables, part, order, ofClass } = state;
	const rows = part?.rows ?? 1;
	const k = Math.floor(block / rows);
	const l = block % rows;
	const isForAll = part === undefined || block === rows * rows;
	const cells = cellsOf(tables, part, isForAll ? undefined : [k, l]);
	const local = gatherMentors(tables, cells.mentors);
	const score = createSomeScorer(local, ofClass);
	const chosen = new Int32Array(cells.mentors.length);
	const out = new Float64Array(cells.mentors.length);
	const buckets = new Uint8Array(cells.classOf.length);
	for (const i of mentees) {
		if (tables.menteeBase[i] === -Infinity || isApart(tables, i)) continue;
		fillAllClasses(tables.groups, i, ofClass);
		const p = isForAll ? 0 : weightOf(part, i, k);
		const q = isForAll || k === l ? 0 : weightOf(part, i, l);
		const count = choose(
			cells,
			ofClass[0],
			p,
			q,
			order.budget,
			buckets,
			chosen,
		);
		score(i, chosen, count, out);
		state.scored += count;
		take(state, i, cells.mentors, chosen, count, out);
	}
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
	mentors: Int32Array,
	chosen: Int32Array,
	count: number,
	out: Float64Array,
): void {
	const { byMentee, byMentor, hashes, order, tables, named, apart } = state;
	const { first, mentor } = tables.exceptions;
	for (let k = first[i]; k < first[i + 1]; k++) named[mentor[k]] = i + 1;
	const own = i - order.from;
	for (let t = 0; t < count; t++) {
		const j = mentors[chosen[t]];
		let points = out[t];
		for (const part of state.general) points += part(i, j);
		if (points < byMentee.floor[own] && points < byMentor.floor[j]) continue;
		if (points < order.least || points === -Infinity) continue;
		if (named[j] === i + 1 || apart[j] === 1) continue;
		const tie = pairHash(hashes.mentee[i], hashes.mentor[j]);
		if (points >= byMentee.floor[own]) offerOnce(byMentee, own, j, points, tie);
		if (points >= byMentor.floor[j]) offerOnce(byMentor, j, i, points, tie);
	}
}

/** Scores the mentors whom a mentee's exceptions concern, wherever they stand. */
function scoreNamed(state: State): void {
	const { tables, ofClass, order, hashes, byMentee, byMentor } = state;
	const { exceptions, only } = tables;
	const score = createSomeScorer(tables, ofClass);
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
		fillAllClasses(tables.groups, i, ofClass);
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

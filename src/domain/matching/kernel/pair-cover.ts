// Pairs for mentors who still have room, among mentees who have nobody: lists leave such places empty where nobody ranked a mentor
// among their best. Every pair found here makes the result larger. O(mentees · mentors asked about).
import { gatherMentors } from "./pair-blocks.ts";
import type { ListedPairs, PersonHashes } from "./pair-lists.ts";
import { createLists, listed, offer, pairHash } from "./pair-lists.ts";
import type { GeneralPart } from "./pair-scoring.ts";
import type { PairTables } from "./pair-tables.ts";
import { createSomeScorer } from "./pair-scoring-some.ts";

/** Who is weighed against whom. */
export type Group = {
	/** Mentees without a mentor, rising; those outside `from` and `to` are not this range's. */
	readonly mentees: Int32Array;
	/** Mentors with room. */
	readonly mentors: Int32Array;
};

export type CoverOrder = {
	readonly from: number;
	readonly to: number;
	readonly groups: readonly Group[];
	/** How many mentees each mentor is offered. */
	readonly ofMentor: number;
	readonly least: number;
};

/** The best of a group's mentees for each of its mentors. Pairs that somebody named (wishes, bars) are left out: they are listed already. */
export function coverLists(
	tables: PairTables,
	general: readonly GeneralPart[],
	hashes: PersonHashes,
	order: CoverOrder,
): ListedPairs {
	return joined(
		order.groups.map((group) =>
			coverGroup(tables, general, hashes, order, group),
		),
	);
}

function coverGroup(
	tables: PairTables,
	general: readonly GeneralPart[],
	hashes: PersonHashes,
	order: CoverOrder,
	{ mentees, mentors }: Group,
): ListedPairs {
	const { least } = order;
	const score = createSomeScorer(gatherMentors(tables, mentors));
	const lists = createLists(mentors.length, order.ofMentor);
	const everyone = mentors.map((_, t) => t);
	const out = new Float64Array(mentors.length);
	const named = new Int32Array(tables.mentors);
	for (const part of tables.only) for (const j of part.mentors) named[j] = -1;
	const { first, mentor } = tables.exceptions;
	for (const i of mentees) {
		if (i < order.from || i >= order.to) continue;
		if (tables.menteeBase[i] === -Infinity) continue;
		if (tables.only.some((part) => part.mentees[i] === 1)) continue;
		for (let k = first[i]; k < first[i + 1]; k++)
			if (named[mentor[k]] >= 0) named[mentor[k]] = i + 1;
		score(i, everyone, mentors.length, out);
		for (let t = 0; t < mentors.length; t++) {
			const j = mentors[t];
			if (named[j] === i + 1 || named[j] < 0) continue;
			let points = out[t];
			if (points === -Infinity) continue;
			for (const part of general) points += part(i, j);
			if (points < lists.floor[t] || points < least) continue;
			offer(lists, t, i, points, pairHash(hashes.mentee[i], hashes.mentor[j]));
		}
	}
	const { mentee, mentor: at, points } = listed(lists, 0, false);
	return { mentee, mentor: at.map((t) => mentors[t]), points };
}

function joined(lists: readonly ListedPairs[]): ListedPairs {
	const size = lists.reduce((sum, { points }) => sum + points.length, 0);
	const all = {
		mentee: new Int32Array(size),
		mentor: new Int32Array(size),
		points: new Float64Array(size),
	};
	let at = 0;
	for (const { mentee, mentor, points } of lists) {
		all.mentee.set(mentee, at);
		all.mentor.set(mentor, at);
		all.points.set(points, at);
		at += points.length;
	}
	return all;
}

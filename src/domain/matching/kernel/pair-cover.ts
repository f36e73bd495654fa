// Pairs for mentors who still have room, among mentees who have nobody: lists leave such places empty where nobody ranked a mentor
// among their best. Every pair found here makes the result larger. O(mentees · mentors asked about).
import { gatherMentors } from "./pair-blocks.ts";
import type { ListedPairs, PersonHashes } from "./pair-lists.ts";
import { createLists, listed, offer, pairHash } from "./pair-lists.ts";
import type { GeneralPart } from "./pair-scoring.ts";
import type { PairTables } from "./pair-tables.ts";
import { createSomeScorer } from "./pair-scoring-some.ts";

export type CoverOrder = {
	readonly from: number;
	readonly to: number;
	/** Mentees without a mentor, rising; those outside `from` and `to` are not this range's. */
	readonly mentees: Int32Array;
	/** Mentors with room. */
	readonly mentors: Int32Array;
	/** How many mentees each mentor is offered. */
	readonly ofMentor: number;
	readonly least: number;
};

/** The best of the mentees for each of the mentors. Pairs that somebody named (wishes, bars) are left out: they are listed already. */
export function coverLists(
	tables: PairTables,
	general: readonly GeneralPart[],
	hashes: PersonHashes,
	order: CoverOrder,
): ListedPairs {
	const { mentors, least } = order;
	const score = createSomeScorer(gatherMentors(tables, mentors));
	const lists = createLists(mentors.length, order.ofMentor);
	const everyone = mentors.map((_, t) => t);
	const out = new Float64Array(mentors.length);
	const named = new Int32Array(tables.mentors);
	for (const part of tables.only) for (const j of part.mentors) named[j] = -1;
	const { first, mentor } = tables.exceptions;
	for (const i of order.mentees) {
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

// All pairs that may be made, row by row, in arrays of exactly their number: scored twice, once to count, since scoring is cheaper than
// memory that grows. O(mentees · mentors · parts).
import type { ScoreRow } from "./pair-scoring.ts";

/** Every pair with its points; indices into the people given. By mentee, then mentor. */
export type AllPairs = {
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Float64Array;
};

export function allPairs(
	scoreRow: ScoreRow,
	mentees: number,
	mentors: number,
): AllPairs {
	const row = new Float64Array(mentors);
	let count = 0;
	for (let i = 0; i < mentees; i++) {
		scoreRow(i, row);
		for (let j = 0; j < mentors; j++) if (row[j] !== -Infinity) count++;
	}
	const mentee = new Int32Array(count);
	const mentor = new Int32Array(count);
	const points = new Float64Array(count);
	let at = 0;
	for (let i = 0; i < mentees; i++) {
		scoreRow(i, row);
		for (let j = 0; j < mentors; j++) {
			if (row[j] === -Infinity) continue;
			mentee[at] = i;
			mentor[at] = j;
			points[at++] = row[j];
		}
	}
	return { mentee, mentor, points };
}

/** The pairs with more points on either side of zero than `most`: mentee and mentor in turn. */
export function pairsBeyond(
	scoreRow: ScoreRow,
	mentees: number,
	mentors: number,
	most: number,
): readonly (readonly [mentee: number, mentor: number])[] {
	const row = new Float64Array(mentors);
	const beyond: (readonly [number, number])[] = [];
	for (let i = 0; i < mentees; i++) {
		scoreRow(i, row);
		for (let j = 0; j < mentors; j++)
			if (row[j] !== -Infinity && Math.abs(row[j]) > most) beyond.push([i, j]);
	}
	return beyond;
}

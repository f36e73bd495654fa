// Scores one mentee against all mentors at a time, column by column, without an object or a call for each pair.
//
// Every rule and term of a policy has become one of a few kinds of part (compiled-policy.ts). A part is one pass over the mentors in
// a loop of a few instructions on arrays that stay in the processor's cache: O(mentors · parts) a mentee. A barred pair is -Infinity,
// which no further sum can undo, so that no pass needs to ask. Sums of whole millionths stay exact below 2^53.

import type {
	DifferencePart,
	Emptiness,
	EqualityPart,
	LevelPart,
	OnlyPart,
	PairTables,
	SetPart,
	TableGroup,
} from "./pair-tables.ts";
import { addProfiles } from "./profile-scoring.ts";

/** What no array says: asked pair by pair. */
export type GeneralPart = (mentee: number, mentor: number) => number;

/** Writes what mentee `i` is worth with every mentor into `out`: millionths, or -Infinity where a rule bars the pair. */
export type ScoreRow = (i: number, out: Float64Array) => void;

export function createRowScorer(
	tables: PairTables,
	general: readonly GeneralPart[] = [],
): ScoreRow {
	const { mentors, menteeBase, mentorBase, groups } = tables;
	const most = groups.reduce((size, { classes }) => Math.max(size, classes), 0);
	const ofClass = new Float64Array(most);
	const sums = new Float64Array(mentors);
	const kept = new Float64Array(mentors);
	return (i, out) => {
		const base = menteeBase[i];
		if (base === -Infinity) {
			out.fill(-Infinity, 0, mentors);
			return;
		}
		startRow(out, mentorBase, base, mentors);
		for (const group of groups) {
			fillClasses(group, i, ofClass);
			addByClass(out, group.mentorClass, ofClass, mentors);
		}
		for (const part of tables.equalities)
			if (keepEmpty(part, i, out, kept)) {
				addEqualities(out, part, part.menteeCode[i], mentors);
				restoreEmpty(part, out, kept);
			}
		for (const part of tables.differences)
			if (keepEmpty(part, i, out, kept)) {
				addDifferences(out, part, part.menteeStep[i], mentors);
				restoreEmpty(part, out, kept);
			}
		for (const part of tables.sets)
			if (keepEmpty(part, i, out, kept)) {
				addSets(out, part, i, mentors);
				restoreEmpty(part, out, kept);
			}
		for (const part of tables.levels)
			if (keepEmpty(part, i, out, kept)) {
				addLevels(out, part, i, mentors, sums);
				restoreEmpty(part, out, kept);
			}
		for (const part of tables.profiles)
			if (keepEmpty(part, i, out, kept)) {
				addProfiles(out, part, i, mentors, undefined);
				restoreEmpty(part, out, kept);
			}
		for (const part of tables.only) keepOnly(part, i, out, kept, mentors);
		const { first, mentor, points } = tables.exceptions;
		for (let k = first[i], to = first[i + 1]; k < to; k++)
			out[mentor[k]] += points[k];
		for (const part of general)
			for (let j = 0; j < mentors; j++)
				if (out[j] !== -Infinity) out[j] += part(i, j);
	};
}

function startRow(
	out: Float64Array,
	mentorBase: Float64Array,
	base: number,
	mentors: number,
): void {
	for (let j = 0; j < mentors; j++) out[j] = mentorBase[j] + base;
}

/** What every class of a group is worth to mentee `i`. */
export function fillClasses(
	{ classes, parts }: TableGroup,
	i: number,
	ofClass: Float64Array,
): void {
	ofClass.fill(0, 0, classes);
	for (const { menteeCode, codeOfClass, width, points } of parts) {
		const row = menteeCode[i] * width;
		for (let c = 0; c < classes; c++)
			ofClass[c] += points[row + codeOfClass[c]];
	}
}

function addByClass(
	out: Float64Array,
	mentorClass: Int32Array,
	ofClass: Float64Array,
	mentors: number,
): void {
	for (let j = 0; j < mentors; j++) out[j] += ofClass[mentorClass[j]];
}

/** Whether the part has anything to say about this mentee; keeps what mentors with empty cells had before. */
function keepEmpty(
	{ skips, emptyMentors }: Emptiness,
	i: number,
	out: Float64Array,
	kept: Float64Array,
): boolean {
	if (skips[i] === 1) return false;
	for (let k = 0; k < emptyMentors.length; k++) kept[k] = out[emptyMentors[k]];
	return true;
}

function restoreEmpty(
	{ emptyMentors, onEmpty }: Emptiness,
	out: Float64Array,
	kept: Float64Array,
): void {
	for (let k = 0; k < emptyMentors.length; k++)
		out[emptyMentors[k]] = kept[k] + onEmpty;
}

function addEqualities(
	out: Float64Array,
	{ mentorCode, equal, unequal }: EqualityPart,
	code: number,
	mentors: number,
): void {
	for (let j = 0; j < mentors; j++)
		out[j] += mentorCode[j] === code ? equal : unequal;
}

function addDifferences(
	out: Float64Array,
	{ mentorStep, points }: DifferencePart,
	step: number,
	mentors: number,
): void {
	for (let j = 0; j < mentors; j++) out[j] += points[mentorStep[j] - step];
}

function addSets(
	out: Float64Array,
	{ words, menteeWords, mentorWords, byCount }: SetPart,
	i: number,
	mentors: number,
): void {
	const at = i * words;
	if (words === 1) addOneWord(out, mentorWords, menteeWords[at], byCount);
	else if (words === 2)
		addTwoWords(
			out,
			mentorWords,
			menteeWords[at],
			menteeWords[at + 1],
			byCount,
		);
	else
		for (let j = 0; j < mentors; j++) {
			let count = 0;
			for (let w = 0; w < words; w++)
				count += ones(mentorWords[w * mentors + j] & menteeWords[at + w]);
			out[j] += byCount[count];
		}
}

function addOneWord(
	out: Float64Array,
	mentorWords: Int32Array,
	own: number,
	byCount: Float64Array,
): void {
	for (let j = 0; j < mentorWords.length; j++)
		out[j] += byCount[ones(mentorWords[j] & own)];
}

// Both counts are folded before the last two steps of counting: a third fewer instructions.
function addTwoWords(
	out: Float64Array,
	mentorWords: Int32Array,
	low: number,
	high: number,
	byCount: Float64Array,
): void {
	const mentors = mentorWords.length >> 1;
	for (let j = 0; j < mentors; j++) {
		let x = mentorWords[j] & low;
		let y = mentorWords[j + mentors] & high;
		x -= (x >>> 1) & 0x55555555;
		y -= (y >>> 1) & 0x55555555;
		x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
		y = (y & 0x33333333) + ((y >>> 2) & 0x33333333);
		const z =
			(x & 0x0f0f0f0f) +
			((x >>> 4) & 0x0f0f0f0f) +
			(y & 0x0f0f0f0f) +
			((y >>> 4) & 0x0f0f0f0f);
		out[j] += byCount[Math.imul(z, 0x01010101) >>> 24];
	}
}

/** How many bits of a word are 1 (Warren, Hacker's Delight, 5-1). */
export function ones(word: number): number {
	let x = word - ((word >>> 1) & 0x55555555);
	x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
	return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function addLevels(
	out: Float64Array,
	part: LevelPart,
	i: number,
	mentors: number,
	sums: Float64Array,
): void {
	const { first, levels, most, least } = part;
	const from = first[i];
	const to = first[i + 1];
	if (to - from <= 4 && least === undefined) {
		addFour(out, part, from, to, mentors);
		return;
	}
	sums.fill(0, 0, mentors);
	for (let k = from; k < to; k++) {
		const row = part.competency[k] * mentors;
		const weight = part.weight[k];
		for (let j = 0; j < mentors; j++) sums[j] += weight * levels[row + j];
	}
	if (least === undefined)
		for (let j = 0; j < mentors; j++) out[j] += sums[j] < most ? sums[j] : most;
	else
		for (let j = 0; j < mentors; j++) out[j] += sums[j] < least ? -Infinity : 0;
}

function addFour(
	out: Float64Array,
	{ competency, weight, levels, most }: LevelPart,
	from: number,
	to: number,
	mentors: number,
): void {
	const nothing = levels.length - mentors;
	const row = (k: number) => (k < to ? competency[k] * mentors : nothing);
	const times = (k: number) => (k < to ? weight[k] : 0);
	const a = row(from);
	const b = row(from + 1);
	const c = row(from + 2);
	const d = row(from + 3);
	const p = times(from);
	const q = times(from + 1);
	const r = times(from + 2);
	const s = times(from + 3);
	for (let j = 0; j < mentors; j++) {
		const sum =
			p * levels[a + j] +
			q * levels[b + j] +
			r * levels[c + j] +
			s * levels[d + j];
		out[j] += sum < most ? sum : most;
	}
}

function keepOnly(
	part: OnlyPart,
	i: number,
	out: Float64Array,
	kept: Float64Array,
	mentors: number,
): void {
	const from = part.first[i];
	const to = part.first[i + 1];
	for (let k = from; k < to; k++) kept[k - from] = out[part.mentor[k]];
	if (part.mentees[i] === 1) out.fill(-Infinity, 0, mentors);
	for (let k = 0; k < part.mentors.length; k++)
		out[part.mentors[k]] = -Infinity;
	for (let k = from; k < to; k++) out[part.mentor[k]] = kept[k - from];
}

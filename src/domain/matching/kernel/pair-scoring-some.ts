// As pair-scoring.ts, but for a chosen few mentors: `out[t]` is what the mentee is worth with mentor `chosen[t]`. Exceptions, pairs
// that alone are allowed and general parts are left to the caller, who knows which of the few they concern.
import type {
	DifferencePart,
	Emptiness,
	EqualityPart,
	LevelPart,
	PairTables,
	SetPart,
	TableGroup,
} from "./pair-tables.ts";
import { addProfiles } from "./profile-scoring.ts";
import { fillClasses, ones } from "./pair-scoring.ts";

export type ScoreSome = (
	i: number,
	chosen: Int32Array,
	count: number,
	out: Float64Array,
) => void;

/**
 * `known` is what the classes of the first group are worth to the mentee asked about, where the caller has worked that out; the scorer does
 * so itself where it is not given.
 */
export function createSomeScorer(
	tables: PairTables,
	known?: Float64Array,
): ScoreSome {
	const { menteeBase, mentorBase, groups } = tables;
	const ofClass = groups.map(({ classes }) => new Float64Array(classes));
	const isEmpty = tables.mentors;
	const empties = {
		equalities: tables.equalities.map((part) => emptyMarks(part, isEmpty)),
		differences: tables.differences.map((part) => emptyMarks(part, isEmpty)),
		sets: tables.sets.map((part) => emptyMarks(part, isEmpty)),
		levels: tables.levels.map((part) => emptyMarks(part, isEmpty)),
		profiles: tables.profiles.map((part) => emptyMarks(part, isEmpty)),
	};
	return (i, chosen, count, out) => {
		const base = menteeBase[i];
		for (let t = 0; t < count; t++) out[t] = mentorBase[chosen[t]] + base;
		for (let g = 0; g < groups.length; g++) {
			const group = groups[g];
			if (g === 0 && known !== undefined)
				addClasses(out, chosen, count, group.mentorClass, known);
			else if (count < group.classes) addTables(out, chosen, count, group, i);
			else {
				fillClasses(group, i, ofClass[g]);
				addClasses(out, chosen, count, group.mentorClass, ofClass[g]);
			}
		}
		tables.equalities.forEach((part, k) => {
			if (part.skips[i] === 0)
				addEquality(out, chosen, count, part, i, empties.equalities[k]);
		});
		tables.differences.forEach((part, k) => {
			if (part.skips[i] === 0)
				addDifference(out, chosen, count, part, i, empties.differences[k]);
		});
		tables.sets.forEach((part, k) => {
			if (part.skips[i] === 0)
				addSet(out, chosen, count, part, i, empties.sets[k]);
		});
		tables.levels.forEach((part, k) => {
			if (part.skips[i] === 0)
				addLevel(out, chosen, count, part, i, empties.levels[k]);
		});
		tables.profiles.forEach((part, k) => {
			if (part.skips[i] === 1) return;
			const empty = empties.profiles[k];
			// Where the cell is empty nothing is stated, and `noneShared` was added.
			addProfiles(out, part, i, count, chosen);
			for (let t = 0; empty !== undefined && t < count; t++)
				if (empty[chosen[t]] === 1) out[t] += part.onEmpty - part.noneShared;
		});
	};
}

function emptyMarks(
	{ emptyMentors }: Emptiness,
	mentors: number,
): Uint8Array | undefined {
	if (emptyMentors.length === 0) return undefined;
	const marks = new Uint8Array(mentors);
	for (const j of emptyMentors) marks[j] = 1;
	return marks;
}

function addClasses(
	out: Float64Array,
	chosen: Int32Array,
	count: number,
	mentorClass: Int32Array,
	ofClass: Float64Array,
): void {
	for (let t = 0; t < count; t++) out[t] += ofClass[mentorClass[chosen[t]]];
}

/** The same without asking what classes are worth of which nobody is chosen. */
function addTables(
	out: Float64Array,
	chosen: Int32Array,
	count: number,
	{ mentorClass, parts }: TableGroup,
	i: number,
): void {
	for (let p = 0; p < parts.length; p++) {
		const { menteeCode, codeOfClass, width, points } = parts[p];
		const row = menteeCode[i] * width;
		for (let t = 0; t < count; t++)
			out[t] += points[row + codeOfClass[mentorClass[chosen[t]]]];
	}
}

function addEquality(
	out: Float64Array,
	chosen: Int32Array,
	count: number,
	{ menteeCode, mentorCode, equal, unequal, onEmpty }: EqualityPart,
	i: number,
	empty: Uint8Array | undefined,
): void {
	const code = menteeCode[i];
	for (let t = 0; t < count; t++) {
		const j = chosen[t];
		if (empty !== undefined && empty[j] === 1) out[t] += onEmpty;
		else out[t] += mentorCode[j] === code ? equal : unequal;
	}
}

function addDifference(
	out: Float64Array,
	chosen: Int32Array,
	count: number,
	{ menteeStep, mentorStep, points, onEmpty }: DifferencePart,
	i: number,
	empty: Uint8Array | undefined,
): void {
	const step = menteeStep[i];
	for (let t = 0; t < count; t++) {
		const j = chosen[t];
		if (empty !== undefined && empty[j] === 1) out[t] += onEmpty;
		else out[t] += points[mentorStep[j] - step];
	}
}

function addSet(
	out: Float64Array,
	chosen: Int32Array,
	count: number,
	{ words, menteeWords, mentorWords, byCount, onEmpty }: SetPart,
	i: number,
	empty: Uint8Array | undefined,
): void {
	const mentors = mentorWords.length / words;
	for (let t = 0; t < count; t++) {
		const j = chosen[t];
		if (empty !== undefined && empty[j] === 1) {
			out[t] += onEmpty;
			continue;
		}
		let shared = 0;
		for (let w = 0; w < words; w++)
			shared += ones(mentorWords[w * mentors + j] & menteeWords[i * words + w]);
		out[t] += byCount[shared];
	}
}

function addLevel(
	out: Float64Array,
	chosen: Int32Array,
	count: number,
	part: LevelPart,
	i: number,
	empty: Uint8Array | undefined,
): void {
	const { first, competency, weight, levels, most, least, rows } = part;
	const mentors = levels.length / rows;
	const from = first[i];
	const to = first[i + 1];
	for (let t = 0; t < count; t++) {
		const j = chosen[t];
		if (empty !== undefined && empty[j] === 1) {
			out[t] += part.onEmpty;
			continue;
		}
		let sum = 0;
		for (let k = from; k < to; k++)
			sum += weight[k] * levels[competency[k] * mentors + j];
		if (least === undefined) out[t] += sum < most ? sum : most;
		else if (sum < least) out[t] = -Infinity;
	}
}

// What a policy says about two tables of people, as arrays: made by compiled-policy.ts, run through by pair-scoring.ts.

/** Terms and rules that depend on a few distinct values: points (or -Infinity) by the mentee's code and the mentor's. */
export type TablePart = {
	readonly menteeCode: Int32Array;
	/** The code in this part's mentor column that a class of the group stands for. */
	readonly codeOfClass: Int32Array;
	/** Mentor codes in a row of `points`. */
	readonly width: number;
	readonly points: Float64Array;
};

/** Parts whose mentor columns together take few values: the mentor's class says them all. */
export type TableGroup = {
	readonly classes: number;
	readonly mentorClass: Int32Array;
	readonly parts: readonly TablePart[];
};

/** What a part does where a cell is empty: such mentees skip it (their base holds its worth), such mentors get `onEmpty`. */
export type Emptiness = {
	readonly skips: Uint8Array;
	readonly emptyMentors: Int32Array;
	readonly onEmpty: number;
};

/** Equal codes are worth `equal`, others `unequal`. */
export type EqualityPart = Emptiness & {
	readonly menteeCode: Int32Array;
	readonly mentorCode: Int32Array;
	readonly equal: number;
	readonly unequal: number;
};

/** Points by the mentor's number less the mentee's: `points[mentor - mentee]`, both shifted so that indices start at 0. */
export type DifferencePart = Emptiness & {
	readonly menteeStep: Int32Array;
	readonly mentorStep: Int32Array;
	readonly points: Float64Array;
};

/** Points by how many items both lists hold. Sets of 32 in a word; `mentorWords` lie word by word, `menteeWords` mentee by mentee. */
export type SetPart = Emptiness & {
	readonly words: number;
	readonly menteeWords: Int32Array;
	readonly mentorWords: Int32Array;
	readonly byCount: Float64Array;
};

/**
 * Sums of weight × level over what a mentee seeks: rows of `levels` are competencies, one byte a mentor; the last row is all 0. What
 * mentee `i` seeks stands from `first[i]` on. `least` makes a rule of it: enough or barred.
 */
export type LevelPart = Emptiness & {
	readonly first: Int32Array;
	readonly competency: Int32Array;
	readonly weight: Float64Array;
	/** How many competencies, and the row of 0. */
	readonly rows: number;
	readonly levels: Uint8Array;
	readonly most: number;
	readonly least: number | undefined;
};

/** Points by the levels that two are apart over the names both state; what a mentee states stands from `first[i]` on. */
export type ProfilePart = Emptiness & {
	readonly first: Int32Array;
	readonly name: Int32Array;
	readonly level: Uint8Array;
	/** How many names. */
	readonly rows: number;
	/** Name by name, one byte a mentor; 255 where they do not state it. */
	readonly levels: Uint8Array;
	readonly byApart: Float64Array;
	readonly noneShared: number;
};

/** Single pairs that differ from what the other parts say, by mentee: the number to add. */
export type SparsePart = {
	readonly first: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Float64Array;
};

/** Only the pairs named may be: `mentees` marks whose pairs are barred unless named, `mentors` lists likewise. */
export type OnlyPart = {
	readonly first: Int32Array;
	readonly mentor: Int32Array;
	readonly mentees: Uint8Array;
	readonly mentors: Int32Array;
};

/** Plain data: it can be posted to a thread. */
export type PairTables = {
	readonly mentees: number;
	readonly mentors: number;
	/** What depends on one person alone; -Infinity where nobody will do. */
	readonly menteeBase: Float64Array;
	readonly mentorBase: Float64Array;
	readonly groups: readonly TableGroup[];
	readonly equalities: readonly EqualityPart[];
	readonly differences: readonly DifferencePart[];
	readonly sets: readonly SetPart[];
	readonly levels: readonly LevelPart[];
	readonly profiles: readonly ProfilePart[];
	readonly exceptions: SparsePart;
	readonly only: readonly OnlyPart[];
};

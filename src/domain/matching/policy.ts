// The matching policy: what a program's committee decides about who may be paired and what makes a good pair. One document for the
// command line and for rounds in the browser; docs/matching-policy.schema.json describes its JSON form, read-policy.ts reads it.

/** What the cells of a column hold. Lists and levels are separated by `separator`; levels are written `name:level`. */
export type ColumnKind =
	| { readonly kind: "text" | "number" | "date" }
	| { readonly kind: "list" | "levels"; readonly separator: string }
	| { readonly kind: "scale"; readonly values: readonly string[] };

export type Side = "mentor" | "mentee";

/** The column compared on each side. */
export type Columns = { readonly mentor: string; readonly mentee: string };

/** A hard rule: a pair that breaks it is never made. An empty cell passes unless `whenEmpty` says otherwise. */
export type Rule = {
	readonly name: string;
	/** The kinds of mentors it holds for; all where it is missing. */
	readonly kinds?: readonly string[];
	readonly whenEmpty: "pass" | "refuse";
	readonly test: RuleTest;
};

/** Amounts are millionths; distances of dates are days. `around` makes a scale circular: 23 and 1 are 2 apart around 24. */
export type RuleTest =
	| { readonly compare: "same" | "different"; readonly columns: Columns }
	| {
			readonly compare: "steps";
			readonly columns: Columns;
			/** The mentor's place on the scale less the mentee's. */
			readonly allowed: readonly number[];
	  }
	| { readonly compare: "contains"; readonly columns: Columns }
	| {
			readonly compare: "overlap";
			readonly columns: Columns;
			readonly least: number;
			readonly most: number;
	  }
	| {
			readonly compare: "distance";
			readonly columns: Columns;
			readonly most: number;
			readonly around: number | undefined;
	  }
	| {
			/** The mentor's number less the mentee's. */
			readonly compare: "difference";
			readonly columns: Columns;
			readonly least: number;
			readonly most: number;
	  }
	| {
			readonly compare: "range";
			readonly side: Side;
			readonly column: string;
			readonly least: number;
			readonly most: number;
	  }
	| {
			readonly compare: "one-of";
			readonly side: Side;
			readonly column: string;
			readonly values: readonly string[];
	  }
	| {
			/** At least `least` competencies the mentee seeks are offered at `level` or higher. */
			readonly compare: "levels";
			readonly columns: Columns;
			readonly least: number;
			readonly level: number;
	  }
	| {
			/** Whether the ids in this side's column must or must not include the other person's. */
			readonly compare: "named";
			readonly side: Side;
			readonly column: string;
			readonly allowed: "only" | "never";
	  }
	| {
			/** Neither is among the managers above the other. */
			readonly compare: "reporting-line";
			readonly columns: Columns;
	  };

/**
 * What a term is there for. Likeness predicts that two get on (comfort), difference that they learn from each other (learning): a committee
 * that weighs both should see them apart.
 */
export const TERM_FAMILIES = [
	"competence",
	"comfort",
	"learning",
	"wishes",
	"logistics",
] as const;
export type TermFamily = (typeof TERM_FAMILIES)[number];

/** Something that makes a pair better or worse; an empty cell is worth `whenEmpty` (0 unless the policy says otherwise). */
export type Term = {
	readonly name: string;
	readonly family?: TermFamily | undefined;
	/** The kinds of mentors it counts for; all where it is missing. */
	readonly kinds?: readonly string[];
	readonly whenEmpty: number;
	readonly measure: TermMeasure;
};

export type TermMeasure =
	| {
			readonly compare: "same" | "different" | "contains";
			readonly columns: Columns;
			readonly points: number;
	  }
	| {
			readonly compare: "steps";
			readonly columns: Columns;
			readonly points: ReadonlyMap<number, number>;
	  }
	| {
			readonly compare: "overlap";
			readonly columns: Columns;
			readonly pointsEach: number;
			readonly most: number;
	  }
	| {
			/** `points` at no distance, less `perUnit` for each unit, never below 0. */
			readonly compare: "distance";
			readonly columns: Columns;
			readonly points: number;
			readonly perUnit: number;
			readonly around: number | undefined;
	  }
	| {
			readonly compare: "table";
			readonly columns: Columns;
			readonly entries: readonly {
				readonly mentor: string;
				readonly mentee: string;
				readonly points: number;
			}[];
			readonly otherwise: number;
	  }
	| {
			/** For each competency sought: the points of the level sought times the level offered. */
			readonly compare: "levels";
			readonly columns: Columns;
			readonly points: ReadonlyMap<number, number>;
			readonly most: number;
	  }
	| {
			/** `points` at the same levels, less `perUnit` for each level apart, never below 0. Only names that both state count. */
			readonly compare: "levels-alike";
			readonly columns: Columns;
			readonly points: number;
			readonly perUnit: number;
	  }
	| {
			/** Points for each level apart, up to `most`. Only names that both state count. */
			readonly compare: "levels-apart";
			readonly columns: Columns;
			readonly pointsEach: number;
			readonly most: number;
	  }
	| {
			/** Points where this side's column names the other person's id, by rank; the last figure holds for all further ranks. */
			readonly compare: "named";
			readonly side: Side;
			readonly column: string;
			readonly points: readonly number[];
	  }
	| {
			readonly compare: "one-of";
			readonly side: Side;
			readonly column: string;
			readonly values: readonly string[];
			readonly points: number;
	  };

/** How many: the same for all, or what a column says (an empty cell: `whenEmpty`). */
export type Quantity =
	| { readonly from: "policy"; readonly units: number }
	| {
			readonly from: "column";
			readonly column: string;
			readonly whenEmpty: number;
	  };

/**
 * At most `most` pairs: of each mentor with mentees of the same class (`per: "mentor"`, a column of mentees), of all mentors of the same
 * class together (`per: "mentors"`, a column of mentors), or of the whole program (`per: "program"`, no column).
 */
export type CapRule = {
	readonly name: string;
	readonly per: "mentor" | "mentors" | "program";
	readonly column: string | undefined;
	readonly most: number;
};

/** A pair settled beforehand; the rules named in `despite` may be broken, because `decision` says so. */
export type PinnedPair = NamedPair & {
	/** The kind, where the policy has kinds. */
	readonly kind?: string;
	readonly despite: readonly string[];
	readonly decision: string;
};

export type NamedPair = { readonly mentee: string; readonly mentor: string };

/** A kind of mentor, and how many of it a mentee is to have. */
export type MentorKind = { readonly name: string; readonly need: Quantity };

export type Policy = {
	readonly name: string;
	readonly ignoreCase: boolean;
	readonly id: Columns;
	readonly columns: ReadonlyMap<string, ColumnKind>;
	readonly capacity: Quantity;
	/** Not heeded where there are kinds: they say how many each. */
	readonly need: Quantity;
	/** Kinds of mentors, the one that counts as everyone's first mentor first. Empty: one kind without a name. */
	readonly kinds: readonly MentorKind[];
	readonly rules: readonly Rule[];
	readonly terms: readonly Term[];
	readonly caps: readonly CapRule[];
	/** Columns by whose groups results are compared; they never enter the score by themselves. */
	readonly protectedColumns: readonly string[];
	readonly pinned: readonly PinnedPair[];
	readonly forbidden: readonly NamedPair[];
};

/** The largest number of places or mentors that one person may have. */
export const MOST_UNITS = 10_000;

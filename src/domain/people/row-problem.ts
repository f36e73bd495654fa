import type { PersonId } from "./person-id.ts";
import type { FactKey } from "./person-row.ts";

/**
 * Something wrong in one row of a people file. `row` is numbered as a spreadsheet shows it, `column` is the header (null: the whole row),
 * `value` is what stood there, shortened. An `error` keeps the row out; with a `warning` the row is taken and what is known stays as it is.
 * Sentences are made where they are shown.
 */
export type RowProblem = Trouble & {
	readonly row: number;
	readonly column: string | null;
	readonly value: string;
	readonly severity: Severity;
};

export type Severity = "error" | "warning";

export type Trouble =
	| { readonly code: PlainCode }
	| { readonly code: "too-long"; readonly limit: number }
	| { readonly code: "too-many-cells"; readonly expected: number }
	| { readonly code: "too-few-cells"; readonly expected: number }
	| { readonly code: "not-on-scale"; readonly scale: readonly string[] }
	| { readonly code: "capacity-out-of-range"; readonly most: number }
	| {
			readonly code: "birth-year-impossible";
			readonly from: number;
			readonly to: number;
	  }
	/** All rows of the file that share the value, this one too. */
	| {
			readonly code: "duplicate-email" | "duplicate-employee-number";
			readonly rows: readonly number[];
	  }
	/** The employee number is one person's, the e-mail another's. */
	| {
			readonly code: "two-people";
			readonly byNumber: PersonId;
			readonly byEmail: PersonId;
	  }
	/** Several rows of the file are about this one person: one by number, one by e-mail. */
	| {
			readonly code: "same-person";
			readonly person: PersonId;
			readonly rows: readonly number[];
	  }
	/** Recognised by e-mail; the file's number replaces the one known. Someone else may have been given the address. */
	| { readonly code: "employee-number-changes"; readonly from: string }
	/** The rows of the file along the loop, in ascending order. */
	| { readonly code: "manager-loop"; readonly rows: readonly number[] }
	/** The person has said something else here themselves. */
	| { readonly code: "kept-own-words"; readonly field: FactKey };

export type PlainCode =
	| "missing-key"
	| "missing-name"
	| "missing-email"
	| "malformed-email"
	| "control-characters"
	| "unreadable-characters"
	| "unreadable-date"
	| "ambiguous-date"
	| "hire-date-in-future"
	| "unreadable-birth-year"
	| "unknown-time-zone"
	| "unknown-language"
	| "unknown-locale"
	| "unknown-status"
	| "unknown-side"
	| "unknown-competency"
	| "bad-level"
	| "unreadable-number"
	| "ambiguous-number"
	| "too-many-items"
	| "side-missing"
	/** They declined, withdrew or left the program: an import does not enrol them again. */
	| "enrolment-ended"
	| "unknown-manager"
	| "ambiguous-manager"
	| "manager-is-self"
	| "left-and-unknown";

/** Problems in the order of the file, then of their code: the same set reads the same however it was found. */
export function inFileOrder(
	problems: readonly RowProblem[],
): readonly RowProblem[] {
	return problems.toSorted(
		(a, b) =>
			a.row - b.row ||
			compare(a.code, b.code) ||
			compare(a.column ?? "", b.column ?? "") ||
			compare(a.value, b.value),
	);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

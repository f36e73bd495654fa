// One rule or term of a policy as a number for a pair: points, or -Infinity where a rule bars it.
import { compileRule, compileTerm } from "./measure.ts";
import type { Cell, Person } from "./people-table.ts";
import type { Columns, Policy, RuleTest, Side, TermMeasure } from "./policy.ts";

export type Piece = {
	readonly measure: RuleTest | TermMeasure;
	/** What an empty cell is worth. */
	readonly onEmpty: number;
	readonly value: (mentor: Person, mentee: Person) => number;
};

/** A key that nobody has: keys are trimmed. */
export const NOBODY = " ";

/** All rules and terms of a policy. */
export function piecesOf(policy: Policy): readonly Piece[] {
	return [
		...policy.rules.map((rule): Piece => {
			const check = compileRule(policy, rule);
			return {
				measure: rule.test,
				onEmpty: rule.whenEmpty === "pass" ? 0 : -Infinity,
				value: (mentor, mentee) => (check(mentor, mentee) ? 0 : -Infinity),
			};
		}),
		...policy.terms.map((term) => ({
			measure: term.measure,
			onEmpty: term.whenEmpty,
			value: compileTerm(policy, term),
		})),
	];
}

/** Somebody of whom only one cell is known. */
export function personWith(column: string, cell: Cell, key = NOBODY): Person {
	return { id: key, key, units: 0, cells: new Map([[column, cell]]) };
}

/** The columns a measure compares; nothing where it looks at one side alone. */
export function columnsOf(
	measure: RuleTest | TermMeasure,
): Columns | undefined {
	return "columns" in measure ? measure.columns : undefined;
}

/** The one column that a measure looks at. */
export function ownColumn(
	measure: RuleTest | TermMeasure,
): { readonly side: Side; readonly column: string } | undefined {
	return "side" in measure
		? { side: measure.side, column: measure.column }
		: undefined;
}

/** What two cells are worth to each other in a piece that looks at nothing else. */
export function valueOfCells(
	piece: Piece,
	columns: Columns,
	mentor: Cell,
	mentee: Cell,
): number {
	return piece.value(
		personWith(columns.mentor, mentor),
		personWith(columns.mentee, mentee),
	);
}

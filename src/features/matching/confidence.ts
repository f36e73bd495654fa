// What people said in confidence may move a score, but whoever looks at a pair must not be able to read it off: terms that rest on it
// are told together, as one part without a name of its own.
import type {
	Policy,
	RuleTest,
	TermMeasure,
} from "../../domain/matching/policy.ts";
import { SENSITIVE_FIELDS } from "../../domain/people/fields.ts";

/** Columns that only pairing may read. Sensitive fields of the organisation's own come on top, by key. */
const CONFIDENTIAL: ReadonlySet<string> = new Set([
	"generation",
	"style",
	"wishes",
	...SENSITIVE_FIELDS,
]);

export function isConfidential(
	column: string,
	ownSensitive: ReadonlySet<string> = new Set(),
): boolean {
	return CONFIDENTIAL.has(column) || ownSensitive.has(column);
}

/** The names of a policy's terms that rest on something told in confidence. */
export function confidentialTerms(
	policy: Policy,
	ownSensitive: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
	return new Set(
		policy.terms
			.filter(({ measure }) =>
				columnsOf(measure).some((column) =>
					isConfidential(column, ownSensitive),
				),
			)
			.map(({ name }) => name),
	);
}

/** The confidential columns that a policy compares at all, in its score or between groups. */
export function confidentialColumns(
	policy: Policy,
	ownSensitive: ReadonlySet<string> = new Set(),
): readonly string[] {
	const compared = [
		...policy.rules.map(({ test }) => test),
		...policy.terms.map(({ measure }) => measure),
	].flatMap(columnsOf);
	return [...new Set([...compared, ...policy.protectedColumns])].filter(
		(column) => isConfidential(column, ownSensitive),
	);
}

function columnsOf(compared: RuleTest | TermMeasure): readonly string[] {
	return "columns" in compared
		? [compared.columns.mentor, compared.columns.mentee]
		: [compared.column];
}

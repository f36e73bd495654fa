import type { FieldKey } from "../../../../domain/people/fields.ts";
import type { Mapping } from "../../../../domain/people/mapping.ts";
import type { RowProblem } from "../../../../domain/people/row-problem.ts";

/**
 * Names the column of problems that only came up when a row was compared with people: there nobody knows of columns any more. What no column
 * of the file is about stays a problem of the whole row.
 */
export function placed(
	problems: readonly RowProblem[],
	mapping: Mapping,
): readonly RowProblem[] {
	const headerOf = (fields: readonly FieldKey[]) =>
		mapping.columns.find(({ target }) =>
			fields.some((field) => target.to === "field" && target.field === field),
		)?.header ?? null;
	return problems.map((problem) =>
		problem.column === null
			? { ...problem, column: headerOf(fieldsOf(problem)) }
			: problem,
	);
}

const FIELDS: Readonly<
	Partial<Record<RowProblem["code"], readonly FieldKey[]>>
> = {
	"unknown-manager": ["manager"],
	"ambiguous-manager": ["manager"],
	"manager-is-self": ["manager"],
	"manager-loop": ["manager"],
	"enrolment-ended": ["side"],
	"side-missing": ["capacity"],
	"missing-email": ["email"],
	"two-people": ["employeeNumber"],
	"employee-number-changes": ["employeeNumber"],
	"left-and-unknown": ["status", "leavingDate"],
};

function fieldsOf(problem: RowProblem): readonly FieldKey[] {
	if (problem.code !== "kept-own-words") return FIELDS[problem.code] ?? [];
	return problem.field === "clients" || problem.field === "industries"
		? [problem.field]
		: ["experience"];
}

import type { FieldKey } from "./fields.ts";
import type { RowDraft } from "./person-row.ts";
import type { RowProblem } from "./row-problem.ts";

/** E-mail addresses (whatever their case) and employee numbers that several rows share; each of those rows gets the problem with all of them named. */
export function fileDuplicates(
	drafts: readonly RowDraft[],
	headerOf: (field: FieldKey) => string | null,
): readonly RowProblem[] {
	return [
		...shared(drafts, "email").map(
			({ rows, draft }): RowProblem => ({
				code: "duplicate-email",
				rows,
				row: draft.row,
				column: headerOf("email"),
				value: draft.facts.email ?? "",
				severity: "error",
			}),
		),
		...shared(drafts, "employeeNumber").map(
			({ rows, draft }): RowProblem => ({
				code: "duplicate-employee-number",
				rows,
				row: draft.row,
				column: headerOf("employeeNumber"),
				value: draft.facts.employeeNumber ?? "",
				severity: "error",
			}),
		),
	];
}

function shared(
	drafts: readonly RowDraft[],
	field: "email" | "employeeNumber",
): readonly { rows: readonly number[]; draft: RowDraft }[] {
	const groups = Map.groupBy(drafts, (draft) =>
		(draft.facts[field] ?? "").toLowerCase(),
	);
	groups.delete("");
	return [...groups.values()]
		.filter((group) => group.length > 1)
		.flatMap((group) => {
			const rows = group.map(({ row }) => row).toSorted((a, b) => a - b);
			return group.map((draft) => ({ rows, draft }));
		});
}

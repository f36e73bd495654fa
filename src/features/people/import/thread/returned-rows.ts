import type { ImportPlan } from "../../../../domain/people/import-plan.ts";
import type { RowProblem } from "../../../../domain/people/row-problem.ts";
import { inLocale } from "../../../../platform/locale/locale.ts";
import type { Table } from "../../../../platform/spreadsheet/table.ts";
import { writeWorkbook } from "../../../../platform/spreadsheet/write-workbook.ts";
import { locales, t } from "../../../../ui/text.ts";
import { problemSentence } from "../problem-sentence.ts";

/** The refused rows as they stood in the file, each with what is wrong with it: to be mended and brought again. Null: none was refused. */
export function returnedRows(
	table: Table,
	{ refused, problems }: Pick<ImportPlan, "refused" | "problems">,
): Uint8Array<ArrayBuffer> | null {
	if (refused.length === 0) return null;
	const wrong = new Set(refused);
	const errors = Map.groupBy(
		problems.filter(({ severity }) => severity === "error"),
		({ row }) => row,
	);
	const earlier = headings();
	const kept = table.headers.flatMap((header, at) =>
		earlier.has(header) ? [] : [at],
	);
	const rows = table.rows.flatMap((cells, at) => {
		const row = table.rowNumbers[at] ?? 0;
		if (!wrong.has(row)) return [];
		const said = sentences(errors.get(row) ?? []);
		return [[...kept.map((column) => cells[column] ?? ""), said]];
	});
	return writeWorkbook([
		{
			name: t("Rows to mend"),
			headers: [...kept.map((at) => table.headers[at] ?? ""), heading()],
			rows,
		},
	]);
}

function heading(): string {
	return t("What is wrong");
}

// A file may have been returned to somebody who reads another language than whoever brings it again.
function headings(): ReadonlySet<string> {
	return new Set(locales.map(({ locale }) => inLocale(locale, heading)));
}

function sentences(problems: readonly RowProblem[]): string {
	const all = problems.map((problem) =>
		problem.column === null
			? problemSentence(problem)
			: `${problem.column}: ${problemSentence(problem)}`,
	);
	return [...new Set(all)].join("\n");
}

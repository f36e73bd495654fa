import type { FileProblem } from "../../platform/spreadsheet/table.ts";
import { t } from "../../ui/text.ts";

/** Why a file cannot be read as a table, and what to do about it. */
export function fileProblemSentence(problem: FileProblem): string {
	switch (problem.code) {
		case "empty":
			return t("This file is empty.");
		case "header-only":
			return t("This file has a header but no rows.");
		case "too-large":
			return t("This file is larger than {megabytes} MB.", {
				megabytes: Math.round(problem.limitBytes / 1_000_000),
			});
		case "too-many-rows":
			return t("This file has more than {limit, number} rows.", {
				limit: problem.limit,
			});
		case "too-many-columns":
			return t("This file has more than {limit, number} columns.", {
				limit: problem.limit,
			});
		case "too-slow":
			return t("This file takes too long to read. Save it anew, or as CSV.");
		case "old-excel":
			return t(
				"This is a workbook of an old Excel (.xls). Save it as .xlsx or CSV.",
			);
		case "encrypted":
			return t("This workbook has a password. Save it without one.");
		case "binary-workbook":
			return t("This is a binary workbook (.xlsb). Save it as .xlsx or CSV.");
		case "open-document":
			return t("This is an OpenDocument file. Save it as .xlsx or CSV.");
		case "archive-bomb":
			return t("This workbook unpacks to far more than it should.");
		case "unclosed-quote":
			return t("A quotation mark opened in row {row} is never closed.", {
				row: problem.row,
			});
		case "unknown-sheet":
			return t("This workbook has no sheet of that name.");
		case "other-archive":
		case "pdf":
		case "web-page":
		case "not-a-table":
		case "damaged":
			return t(
				"This file is no table that can be read. Save it as .xlsx or CSV.",
			);
	}
}

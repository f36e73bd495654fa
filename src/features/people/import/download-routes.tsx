import { NotFound } from "../../../platform/http/refusal.ts";
import { page, type Route } from "../../../platform/http/route.ts";
import { download } from "../../../platform/http/visit.ts";
import { writeCsv } from "../../../platform/spreadsheet/write-csv.ts";
import { writeWorkbook } from "../../../platform/spreadsheet/write-workbook.ts";
import { t } from "../../../ui/text.ts";
import { customFields } from "../queries/employment.ts";
import { importers } from "./may-import.ts";
import { problemSentence } from "./problem-sentence.ts";
import { findImport, returnedFile } from "./queries/imports.ts";
import { allProblems } from "./queries/preview.ts";
import { templateHeaders } from "./template.ts";

const XLSX =
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Files that an import hands out. */
export const downloadRoutes: readonly Route[] = [
	page("/people/import/template.csv", {
		allow: importers,
		what: "An empty CSV file with every column Baton knows",
		show: async (visit) => {
			const headers = templateHeaders(await customFields(visit.db));
			return download("people.csv", "text/csv", writeCsv(headers, []));
		},
	}),
	page("/people/import/template.xlsx", {
		allow: importers,
		what: "An empty workbook with every column Baton knows",
		show: async (visit) => {
			const headers = templateHeaders(await customFields(visit.db));
			const book = writeWorkbook([{ name: t("People"), headers, rows: [] }]);
			return download("people.xlsx", XLSX, book);
		},
	}),
	page("/people/import/:import/problems.xlsx", {
		allow: importers,
		what: "Everything that is wrong in an uploaded file, as a workbook",
		show: async (visit) => {
			const { id, fileName } = await findImport(visit.db, visit.params.import);
			const problems = await allProblems(visit.db, id);
			const book = writeWorkbook([
				{
					name: t("What is wrong"),
					headers: [
						t("Row"),
						t("Column"),
						t("Value"),
						t("What is wrong"),
						t("So"),
					],
					rows: problems.map(({ row, column, value, trouble, severity }) => [
						String(row),
						column ?? "",
						value,
						problemSentence(trouble),
						severity === "error" ? t("not taken") : t("taken without it"),
					]),
				},
			]);
			return download(`${stem(fileName)}-problems.xlsx`, XLSX, book);
		},
	}),
	page("/people/import/:import/rows-to-mend.xlsx", {
		allow: importers,
		what: "The rows of a file that were not taken, each with what is wrong with it",
		show: async (visit) => {
			const { id, fileName } = await findImport(visit.db, visit.params.import);
			const book = await returnedFile(visit.db, id);
			if (book === null) throw new NotFound();
			return download(`${stem(fileName)}-to-mend.xlsx`, XLSX, book);
		},
	}),
];

function stem(fileName: string): string {
	return fileName.replace(/\.[^.]*$/, "") || "people";
}

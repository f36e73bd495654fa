import { z } from "zod";
import { formatList, t } from "../../../ui/text.ts";
import { fileProblemSentence } from "../../competencies/file-problem.ts";
import type { FileProblem } from "../../../platform/spreadsheet/table.ts";
import type { ImportSummary } from "./import-record.ts";

const grades = z.object({ grades: z.array(z.string()) });

/** Why nothing was imported. */
export function failureSentence({
	code,
	detail,
}: NonNullable<ImportSummary["failure"]>): string {
	switch (code) {
		case "file":
			return fileProblemSentence(fileProblem.parse(detail));
		case "grades-lost":
			return t(
				"The scale of this file lacks grades that people have: {grades}.",
				{ grades: formatList(grades.parse(detail).grades) },
			);
		case "self-left":
			return t(
				"The file says that you have left, and you cannot say that about yourself. Ask a colleague to import it, or mend the row.",
			);
		case "last-administrator":
			return t(
				"The file says that the last administrator has left. Make someone else administrator first.",
			);
		default:
			return t(
				"Something went wrong here. Nothing was written; the log says what it was.",
			);
	}
}

const count = z.object({ limit: z.number() });
const fileProblem = z
	.looseObject({ code: z.string() })
	.transform((problem): FileProblem => {
		switch (problem.code) {
			case "too-many-rows":
			case "too-many-columns":
				return { code: problem.code, ...count.parse(problem) };
			case "unclosed-quote":
				return {
					code: problem.code,
					...z.object({ row: z.number() }).parse(problem),
				};
			case "empty":
			case "header-only":
			case "encrypted":
			case "archive-bomb":
				return { code: problem.code };
			case "too-slow":
				return { code: problem.code, limitSeconds: 0 };
			default:
				return { code: "damaged" };
		}
	});

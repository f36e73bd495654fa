import type { TableNote } from "../../../platform/spreadsheet/table.ts";
import { t } from "../../../ui/text.ts";

/** What a person should hear about a file before they trust it. */
export function noteSentence(note: TableNote): string {
	switch (note.code) {
		case "duplicate-header":
			return t(
				"Two columns are called “{header}”. The second is “{renamed}” here.",
				{ header: note.header, renamed: note.renamed },
			);
		case "unnamed-column":
			return t("A column has no name. It is “{renamed}” here.", {
				renamed: note.renamed,
			});
		case "undecodable-bytes":
			return t(
				"{count, plural, one {One character} other {# characters}} could not be read. Try another encoding.",
				{ count: note.count },
			);
		case "formula-error":
			return t("The formula in cell {cell} has an error instead of a value.", {
				cell: `${note.column}${note.row}`,
			});
	}
}

import { t } from "../../ui/text.ts";
import type { Participant } from "./queries/participants.ts";
import { sideName, statusName, wayName } from "./words.ts";

/** The list of participants as a table of texts, for a spreadsheet. */
export function participantsFile(rows: readonly Participant[]): {
	readonly headers: readonly string[];
	readonly lines: readonly (readonly string[])[];
} {
	return {
		headers: [
			t("Name"),
			t("E-mail address"),
			t("Title"),
			t("Function"),
			t("Location"),
			t("Side"),
			t("Where they stand"),
			t("How they came"),
			t("Places"),
			t("Paused until"),
			t("Since"),
		],
		lines: rows.map((row) => [
			row.name,
			row.email,
			row.title ?? "",
			row.function ?? "",
			row.location ?? "",
			sideName(row.side),
			statusName(row.status),
			wayName(row.how),
			String(row.capacity),
			row.pausedUntil ?? "",
			row.enteredAt.toISOString().slice(0, 10),
		]),
	};
}

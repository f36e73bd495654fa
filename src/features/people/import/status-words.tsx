import { Status } from "../../../ui/status.tsx";
import { formatDateTime, formatNumber, t } from "../../../ui/text.ts";
import type { ImportStatus, PeopleImport } from "./queries/imports.ts";

/** How an import stands. */
export function ImportState({ status }: { status: ImportStatus }) {
	switch (status) {
		case "uploaded":
			return <Status kind="attention">{t("Columns to be checked")}</Status>;
		case "checking":
			return <Status kind="active">{t("Being compared")}</Status>;
		case "checked":
			return <Status kind="attention">{t("To be decided")}</Status>;
		case "importing":
			return <Status kind="active">{t("Being imported")}</Status>;
		case "imported":
			return <Status kind="done">{t("Imported")}</Status>;
		case "undoing":
			return <Status kind="active">{t("Being undone")}</Status>;
		case "undone":
			return <Status kind="quiet">{t("Undone")}</Status>;
		case "failed":
			return <Status kind="loss">{t("Not imported")}</Status>;
		case "discarded":
			return <Status kind="quiet">{t("Discarded")}</Status>;
	}
}

/** "24 new, 3 changed, 1 not taken" */
export function figuresLine({ summary }: PeopleImport): string {
	const { figures } = summary;
	if (figures === undefined) return "";
	return t(
		"{created, plural, one {# new} other {# new}}, {changed, plural, one {# changed} other {# changed}}, {refused, plural, one {# not taken} other {# not taken}}",
		{
			created: figures.created,
			changed: figures.changed,
			refused: figures.refused,
		},
	);
}

/** "by Ruth Feld, 2 March 2026, 14:05" */
export function whoAndWhen(
	{ startedBy, startedAt }: PeopleImport,
	timeZone: string,
): string {
	return startedBy === null
		? t("from the command line, {when}", {
				when: formatDateTime(startedAt, timeZone),
			})
		: t("by {name}, {when}", {
				name: startedBy,
				when: formatDateTime(startedAt, timeZone),
			});
}

export function rowCount(count: number): string {
	return t("{count, plural, one {# row} other {{shown} rows}}", {
		count,
		shown: formatNumber(count),
	});
}

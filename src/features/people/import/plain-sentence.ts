import type { PlainCode } from "../../../domain/people/row-problem.ts";
import { t } from "../../../ui/text.ts";

/** The troubles that carry nothing but their name. */
export const plainCodes = [
	"missing-key",
	"missing-name",
	"missing-email",
	"malformed-email",
	"control-characters",
	"unreadable-characters",
	"unreadable-date",
	"ambiguous-date",
	"hire-date-in-future",
	"unreadable-birth-year",
	"unknown-time-zone",
	"unknown-language",
	"unknown-locale",
	"unknown-status",
	"unknown-side",
	"unknown-competency",
	"bad-level",
	"unreadable-number",
	"ambiguous-number",
	"too-many-items",
	"side-missing",
	"enrolment-ended",
	"unknown-manager",
	"ambiguous-manager",
	"manager-is-self",
	"left-and-unknown",
] as const satisfies readonly PlainCode[];

/** The troubles that need no figures to be told. */
export function plainSentence(code: PlainCode): string {
	switch (code) {
		case "missing-key":
			return t("Neither an e-mail address nor an employee number.");
		case "missing-name":
			return t("Someone new needs a name.");
		case "missing-email":
			return t("Someone new needs an e-mail address.");
		case "malformed-email":
			return t("Not an e-mail address.");
		case "control-characters":
			return t("Holds characters that cannot be kept.");
		case "unreadable-characters":
			return t(
				"Holds characters that could not be read. The file may be in another encoding.",
			);
		case "unreadable-date":
			return t("Not a date that can be read.");
		case "ambiguous-date":
			return t(
				"Day and month could be either way round. Say at the column which comes first.",
			);
		case "hire-date-in-future":
			return t("This hire date is in the future.");
		case "unreadable-birth-year":
			return t("Not a year of birth that can be read.");
		case "unknown-time-zone":
			return t("Not a time zone or place that is known.");
		case "unknown-language":
			return t("Not a language that is known.");
		case "unknown-locale":
			return t("Not a language that Baton speaks.");
		case "unknown-status":
			return t("Says neither that the person is here nor that they left.");
		case "unknown-side":
			return t("Neither mentor nor mentee, nor both.");
		case "unknown-competency":
			return t("Not in the catalogue of competencies.");
		case "bad-level":
			return t("Levels go from 1 to 5.");
		case "unreadable-number":
			return t("Not a number.");
		case "ambiguous-number":
			return t(
				"Could be thousands or decimals. Write the number without marks.",
			);
		case "too-many-items":
			return t("More than 100 entries in one cell.");
		case "side-missing":
			return t("Gives a number of places, but does not say on which side.");
		case "enrolment-ended":
			return t(
				"They declined or left this program, so the file does not enrol them again.",
			);
		case "unknown-manager":
			return t(
				"No such manager, neither in Baton nor in this file. The manager stays as known.",
			);
		case "ambiguous-manager":
			return t(
				"Several people have this manager’s name. Use an e-mail address or employee number.",
			);
		case "manager-is-self":
			return t("Names the person as their own manager.");
		case "left-and-unknown":
			return t("Has left and was never known here, so nothing is kept.");
	}
}

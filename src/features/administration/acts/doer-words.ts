import { t } from "../../../ui/text.ts";

/** Which part of Baton did something that nobody pressed for. */
export function doerWords(process: string): string {
	return t("Baton itself ({part})", { part: partWords(process) });
}

function partWords(process: string): string {
	switch (process) {
		case "sign-in":
		case "single-sign-on":
		case "set-up":
			return t("signing in");
		case "people-import":
			return t("import");
		case "pairing":
			return t("pairing");
		case "lottery":
			return t("lottery");
		case "mail":
			return t("mail");
		case "agreements":
			return t("agreements");
		case "sessions":
		case "session-link":
			return t("sessions");
		case "calendar":
			return t("calendars");
		case "housekeeping":
		case "endings":
			return t("housekeeping");
		case "journal":
			return t("journal");
		case "erasure":
			return t("erasing");
		case "demonstration":
		case "dry-run":
			return t("demonstration");
		default:
			return process;
	}
}

/** What an act was done to; undefined: its words say it already. */
export function subjectWords(subject: string): string | undefined {
	switch (subject) {
		case "program":
			return t("in a program");
		case "round":
			return t("in a round");
		case "relationship":
			return t("in a relationship");
		default:
			return undefined;
	}
}

import type { Office } from "../../platform/http/guard.ts";
import { t } from "../../ui/text.ts";

export function officeName(office: Office): string {
	switch (office) {
		case "administrator":
			return t("Administrator");
		case "program-manager":
			return t("Program manager");
		case "coordinator":
			return t("Coordinator");
		case "analyst":
			return t("Analyst");
		case "committee-member":
			return t("Committee member");
		case "facilitator":
			return t("Facilitator");
		case "learning-partner":
			return t("Learning partner");
		case "ombudsperson":
			return t("Ombudsperson");
	}
}

/** What the office is for and what it opens, in one sentence. */
export function officePurpose(office: Office): string {
	switch (office) {
		case "administrator":
			return t(
				"Runs the installation and grants offices. Sees the directory, no one’s development data.",
			);
		case "program-manager":
			return t(
				"Imports people, runs programs and rounds, invites and publishes.",
			);
		case "coordinator":
			return t("Curates the library of what may be shared.");
		case "analyst":
			return t(
				"Reads the journal and suppressed figures. Where they take part in a program they audit, administrators see that.",
			);
		case "committee-member":
			return t("Decides on criteria and sees who is enrolled.");
		case "facilitator":
			return t("Helps relationships that ask for it.");
		case "learning-partner":
			return t("Looks after competencies and learning.");
		case "ombudsperson":
			return t(
				"Hears concerns in confidence; never from their own line or from a program they run. Looks every working day whether somebody has turned to them, for no mail says so.",
			);
	}
}

import { t } from "../../../ui/text.ts";
import type { Obstacle } from "./import-record.ts";

/** What stands in the way of an undo. */
export function obstacleSentence({ why }: Obstacle): string {
	const [kind = "", place = ""] = why.split(":");
	if (kind === "changed") return changedSentence(place);
	if (kind === "referred") return referredSentence(place);
	switch (kind) {
		case "later-import":
			return t(
				"A later import stands on top of this one. Undo that one first.",
			);
		case "grades":
			return t("The scale of grades was changed since.");
		case "gone":
			return t("Somebody this import wrote about is no longer in Baton.");
		default:
			return t(
				"Something went wrong here, and nothing was changed. The log says what.",
			);
	}
}

function changedSentence(place: string): string {
	const [table = ""] = place.split(".");
	switch (table) {
		case "person":
		case "employment":
			return t("The record was changed since.");
		case "profile":
			return t("They have written about themselves since.");
		case "offer":
		case "seek":
			return t("They have said since what they offer or seek.");
		case "enrolment":
			return t("Their part in a program has changed since.");
		default:
			return t("They were changed since.");
	}
}

function referredSentence(table: string): string {
	switch (table) {
		case "sign_in":
		case "password":
			return t("They have signed in.");
		case "sign_in_link":
		case "mail":
			return t("They were invited, or a mail was written to them.");
		case "office":
			return t("They hold an office.");
		case "enrolment":
		case "nomination":
			return t("They take part in a program.");
		case "proposal":
		case "proposal_answer":
		case "unmatched":
		case "round_decision":
			return t("They are part of a matching round.");
		case "relationship":
		case "relationship_member":
			return t("They are in a mentoring relationship.");
		case "person":
			return t("Somebody else has them as manager by now.");
		case "sensitive_fact":
		case "style_answer":
		case "wish":
			return t("They have told Baton something about themselves.");
		default:
			return t("Something in Baton refers to them by now.");
	}
}

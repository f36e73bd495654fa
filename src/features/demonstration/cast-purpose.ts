import type { CastRole } from "../../domain/demonstration/cast.ts";
import { t } from "../../ui/text.ts";

/** What one sees as this member of the cast, in a sentence. */
export function castPurpose(role: CastRole): string {
	switch (role) {
		case "program-manager":
			return t(
				"Runs the programs: imports people, pairs the spring cohort, publishes.",
			);
		case "mentor":
			return t("A mentor in both programs, with places for two people.");
		case "second-mentor":
			return t(
				"A mentor in the program that has been running for a year and a half.",
			);
		case "mentee":
			return t("A mentee: paired in one program, waiting in another.");
		case "second-mentee":
			return t(
				"A mentee who has not met her mentor for a while, and has a circle of peers.",
			);
		case "sponsor":
			return t("The sponsor of the program, on the executive board.");
		case "line-manager":
			return t("A manager who can nominate people of his own team.");
		case "coordinator":
			return t("The coordinator, who looks after what may be shared.");
		case "facilitator":
			return t("A facilitator, who helps where asked.");
		case "analyst":
			return t("The analyst, who may read the journal.");
		case "committee-member":
			return t("A member of the steering committee.");
		case "administrator":
			return t(
				"The administrator: grants offices, sees no one’s development data.",
			);
	}
}

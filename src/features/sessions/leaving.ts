import { t } from "../../ui/text.ts";
import type { LeavingReaction } from "../people/leaving.ts";
import { cancelAfterEndings } from "./commands/ending.ts";
import { leaveAllSessions } from "./commands/membership.ts";

/** Whoever leaves has no sessions to come. Follows the reaction of relationships, which end first. */
export const sessionsLeaving: LeavingReaction = {
	says: () => t("Their sessions to come are cancelled."),
	left: async (tx, person) => {
		await cancelAfterEndings(tx);
		await leaveAllSessions(tx, person);
	},
	returned: async () => {},
};

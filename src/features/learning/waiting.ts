import { t } from "../../ui/text.ts";
import type { WaitingQuery } from "../today/queries.ts";
import { stepsAtHand } from "./queries/curricula.ts";

/** The next step of the curriculum somebody has taken longest; never more than one, for learning should not nag. */
export const waitingInLearning: WaitingQuery = async (db, visitor) => {
	const [step] = await stepsAtHand(db, visitor.id);
	if (step === undefined) return [];
	return [
		{
			title:
				step.kind === "lesson"
					? t("To learn, when you like: {title}", { title: step.title })
					: t("To try, when you like: {title}", { title: step.title }),
			href: `/learning/steps/${step.id}`,
			label: t("Open"),
			minutes: step.minutes,
		},
	];
};

import { t } from "../../ui/text.ts";
import type { UnderwayQuery } from "../today/queries.ts";
import { ownGuides } from "./queries/guides.ts";

/** The way into a role, until it is walked. */
export const underwayInFirstSteps: UnderwayQuery = async (db, visitor) => {
	const { guides, done } = await ownGuides(db, visitor);
	return guides.flatMap(({ role, title, steps }) => {
		const ticked = steps.filter(({ id }) => done.has(id)).length;
		// Whoever leads people is not asked to do anything.
		if (ticked === steps.length || role === "line-manager") return [];
		return [
			{
				title: t("First steps: {role}", { role: title }),
				detail: t("{done} of {all} done, seen by you alone", {
					done: ticked,
					all: steps.length,
				}),
				href: `/first-steps#${role}`,
			},
		];
	});
};

import { t } from "../../ui/text.ts";
import type { WaitingQuery } from "../today/queries.ts";
import { casesOf } from "./case-queries.ts";

/** For facilitators: who asks for help and has nobody yet, and what somebody would hand on to them. */
export const waitingInReferrals: WaitingQuery = async (db, visitor) => {
	if (!visitor.offices.some(({ office }) => office === "facilitator"))
		return [];
	const cases = await casesOf(db, visitor.id);
	return cases.flatMap(({ state, name, holder, programName }) =>
		state !== "open" && state !== "handed"
			? []
			: [
					{
						title:
							state === "open"
								? t("{name} asks for help in {program}", {
										name,
										program: programName,
									})
								: t("{holder} asks whether you would take over a case", {
										holder,
									}),
						inMail: t("Somebody asks for help in {program}", {
							program: programName,
						}),
						href: "/cases",
						label: t("See who asks"),
						minutes: 3,
					},
				],
	);
};

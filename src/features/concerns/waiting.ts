import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import { concernsOf } from "./queries.ts";

/** What waits in concerns. To the author it says no more than that there is an answer: somebody may stand behind them. */
export async function waitingInConcerns(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	const open = (await concernsOf(db, visitor.id)).filter(
		({ status }) => status !== "closed",
	);
	return open.flatMap((concern): Waiting[] => {
		const { side, status, closingBy, lastWriter, isAnswered } = concern;
		const href = `/concerns/${concern.id}`;
		const isAsked = closingBy !== null && closingBy !== visitor.id;
		const isNew = status === "received" && side === "ombudsperson";
		const isWritten = lastWriter !== null && lastWriter !== visitor.id;
		if (!isNew && !isWritten && !isAsked) return [];
		return side === "ombudsperson"
			? [
					{
						title: isNew
							? t("Somebody turns to you")
							: t("An answer waits for you"),
						detail: t("For you alone."),
						href,
						label: t("Read it"),
						minutes: 10,
						by: isAnswered ? concern.outcomeBy : concern.answerBy,
					},
				]
			: [
					{
						title: t("An answer waits for you"),
						href,
						label: t("Read it"),
						minutes: 5,
					},
				];
	});
}

import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { identitiesOf } from "../keyring/queries.ts";
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
	const waiting = open.flatMap((concern): Waiting[] => {
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
	return [...(await keysToMake(db, visitor)), ...waiting];
}

/** Without keys nobody can turn to an ombudsperson in writing. */
async function keysToMake(
	db: Db,
	{ id, offices }: Visitor,
): Promise<readonly Waiting[]> {
	if (!offices.some(({ office }) => office === "ombudsperson")) return [];
	const identities = await identitiesOf(db, [id]);
	if (identities.some(({ replacedAt }) => replacedAt === null)) return [];
	return [
		{
			title: t("Nobody can turn to you in writing yet"),
			detail: t(
				"What people entrust to an ombudsperson is sealed with keys that only you hold.",
			),
			href: "/me/keys",
			label: t("Make my keys"),
			minutes: 2,
		},
	];
}

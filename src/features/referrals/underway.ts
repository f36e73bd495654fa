import { formatList, t } from "../../ui/text.ts";
import type { UnderwayQuery } from "../today/queries.ts";
import { ownReferrals } from "./queries.ts";

/** Which facilitator is there for the visitor. */
export const underwayInReferrals: UnderwayQuery = async (db, visitor) => {
	const own = await ownReferrals(db, visitor.id);
	return own
		.filter(({ facilitatorId }) => facilitatorId !== null)
		.map(({ relationship, facilitator, sharedAt, others }) => ({
			title:
				sharedAt === null
					? t("{facilitator} is there for you", { facilitator })
					: t("{facilitator} is there for you and {names}", {
							facilitator,
							names: formatList(others),
						}),
			detail: t("A facilitator, from outside; you can say no at any time"),
			href: `/relationships/${relationship}/pulse`,
		}));
};

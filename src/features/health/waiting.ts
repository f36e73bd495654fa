import { Temporal } from "temporal-polyfill";
import { formatDate, formatList, t } from "../../ui/text.ts";
import type { WaitingQuery } from "../today/queries.ts";
import { healths } from "./queries.ts";

/** A relationship that has gone quiet: its members are asked first, each alone, and nobody else is told. */
export const waitingInHealth: WaitingQuery = async (db, visitor) => {
	const today = Temporal.Now.plainDateISO(visitor.timeZone ?? "UTC").toString();
	const own = await healths(db, { member: visitor.id }, today);
	return own.flatMap(({ id, names, health }) =>
		health.state !== "quiet"
			? []
			: [
					{
						title: t("You and {names} have not met since {day}", {
							names: formatList(names),
							day: formatDate(health.since),
						}),
						detail: t("That happens. See what helps; nobody else is told."),
						href: `/relationships/${id}/quiet`,
						label: t("See what helps"),
						minutes: 2,
					},
				],
	);
};

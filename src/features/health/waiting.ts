import { nowOf } from "../../platform/database/database.ts";
import { Temporal } from "temporal-polyfill";
import { needsCare } from "../../domain/relationships/pulse.ts";
import { formatDate, formatList, t } from "../../ui/text.ts";
import { ownPulses } from "../pulse/queries.ts";
import { ownReferrals } from "../referrals/queries.ts";
import type { WaitingQuery } from "../today/queries.ts";
import { healths } from "../relationships/health-queries.ts";

/** A relationship that has gone quiet, or of which its member said so: they are asked first, each alone, and nobody else is told. */
export const waitingInHealth: WaitingQuery = async (db, visitor) => {
	const today = Temporal.Instant.fromEpochMilliseconds(nowOf(db).getTime())
		.toZonedDateTimeISO(visitor.timeZone ?? "UTC")
		.toPlainDate()
		.toString();
	const said = await ownPulses(db, visitor.id);
	const helped = new Set(
		(await ownReferrals(db, visitor.id)).map(
			({ relationship }) => relationship,
		),
	);
	const own = await healths(db, { member: visitor.id }, today);
	return own.flatMap(({ id, names, health }) => {
		const care = needsCare(health, said.get(id), today);
		if (care === undefined || (care === "strained" && helped.has(id)))
			return [];
		return [
			{
				title:
					health.state === "quiet"
						? t("You and {names} have not met since {day}", {
								names: formatList(names),
								day: formatDate(health.since),
							})
						: t("What helps when it goes slowly: you and {names}", {
								names: formatList(names),
							}),
				detail: t("That happens. See what helps; nobody else is told."),
				href: `/relationships/${id}/quiet`,
				label: t("See what helps"),
				minutes: 2,
			},
		];
	});
};

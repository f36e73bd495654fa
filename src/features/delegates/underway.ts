import { Temporal } from "temporal-polyfill";
import { nowOf } from "../../platform/database/database.ts";
import { formatDate, t } from "../../ui/text.ts";
import type { UnderwayQuery } from "../today/queries.ts";
import { calendarsKeptBy } from "./queries.ts";

/** Whose calendars the visitor keeps today. */
export const underwayForDelegates: UnderwayQuery = async (db, visitor) => {
	const today = Temporal.Instant.fromEpochMilliseconds(nowOf(db).getTime())
		.toZonedDateTimeISO(visitor.timeZone ?? "UTC")
		.toPlainDate()
		.toString();
	const kept = await calendarsKeptBy(db, visitor.id);
	return kept
		.filter(
			({ isEnded, from, until }) => !isEnded && from <= today && today <= until,
		)
		.map(({ name, until }) => ({
			title: t("The calendar of {name}", { name }),
			detail: t("You keep it until {day}.", { day: formatDate(until) }),
			href: "/calendars",
		}));
};

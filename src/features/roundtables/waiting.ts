import { type Db, nowOf } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { formatDateTime, t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import type { Waiting } from "../today/queries.ts";
import { roundtablesAround } from "./queries.ts";

/** Seats at tables that were moved since: kept or given back with one press. */
export async function waitingInRoundtables(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	const now = nowOf(db);
	const found = await roundtablesAround(db, { person: visitor.id, now });
	return found
		.filter(
			({ ownPlace, seats, isAsked, startsAt }) =>
				isAsked && ownPlace !== null && ownPlace <= seats && startsAt > now,
		)
		.map(({ id, program, topic, startsAt, zone }) => {
			const href = `/programs/${program}/roundtables/${id}`;
			const moment = formatDateTime(startsAt, visitor.timeZone ?? zone);
			return {
				title: t("Do you keep your seat at “{topic}”?", { topic }),
				inMail: true as const,
				detail: t("It is on {moment}.", { moment }),
				href,
				label: t("Look at it"),
				minutes: 1,
				isEven: true as const,
				answers: [
					{ label: t("Keep my seat"), action: `${href}/keep`, values: {} },
					{
						label: t("Give my seat back"),
						action: `${href}/give-back`,
						values: {},
					},
				],
			};
		});
}

/** Who has not said yet whether they keep a seat. */
export function perhapsInRoundtables(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	const now = nowOf(db);
	return actingAs(db, "calendar", async () => {
		const rows = await db
			.selectFrom("roundtable_seat as seat")
			.innerJoin("roundtable", "roundtable.id", "seat.roundtable_id")
			.select("seat.person_id as person")
			.distinct()
			.where("seat.answer", "is", null)
			.where("starts_at", ">", now)
			.where("called_off_at", "is", null)
			.where(
				"seat.person_id",
				"in",
				people.map(({ id }) => id),
			)
			.execute();
		return new Set(rows.map(({ person }) => person));
	});
}

import { type Db, nowOf } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { usualZone } from "../calendar/queries.ts";
import { actingAs } from "../programs/acting.ts";
import type { Waiting } from "../today/queries.ts";
import { countersOf } from "./queries/counters.ts";
import { timeText } from "./words.ts";

/** Other times that members' calendars propose: moved there or kept with one press. */
export async function waitingCounters(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	const found = (await countersOf(db, visitor.id, { now: nowOf(db) })).filter(
		({ by }) => by !== visitor.id,
	);
	if (found.length === 0) return [];
	const zone = visitor.timeZone ?? (await usualZone(db));
	return found.map(({ session, startsAt, name, at }) => {
		const action = `/sessions/${session}/counter`;
		const values = { at: String(at.getTime()) };
		return {
			title: t("{name} proposes another time: {moment}", {
				name,
				moment: timeText(at, zone),
			}),
			inMail: t("Another time is proposed for a session of yours"),
			detail: t("Instead of {moment}.", { moment: timeText(startsAt, zone) }),
			href: `/sessions/${session}`,
			label: t("Look at it"),
			minutes: 1,
			isEven: true as const,
			answers: [
				{
					label: t("Move it there"),
					action,
					values: { ...values, answer: "move" },
				},
				{
					label: t("Keep it as it is"),
					action,
					values: { ...values, answer: "keep" },
				},
			],
		};
	});
}

/** Who is in a session for which somebody else's calendar proposes another time. */
export function perhapsCounters(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	const now = nowOf(db);
	return actingAs(db, "sessions", async () => {
		const rows = await db
			.selectFrom("session_member as proposer")
			.innerJoin("session_member as own", (join) =>
				join
					.onRef("own.session_id", "=", "proposer.session_id")
					.onRef("own.person_id", "<>", "proposer.person_id"),
			)
			.select("own.person_id as person")
			.distinct()
			.where("proposer.counter_at", ">", now)
			.where(
				"own.person_id",
				"in",
				people.map(({ id }) => id),
			)
			.execute();
		return new Set(rows.map(({ person }) => person));
	});
}

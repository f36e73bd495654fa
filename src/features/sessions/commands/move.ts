import { sql } from "kysely";
import { occurrences } from "../../../domain/calendar/recurrence.ts";
import { nearestSlot } from "../../../domain/calendar/slots.ts";
import { wallTimeOf } from "../../../domain/calendar/wall-time.ts";
import { shapeOf } from "../../../domain/sessions/formats.ts";
import { cadenceFrom, reachOf } from "../../../domain/sessions/rhythm.ts";
import {
	isOnesToCancel,
	mayCancel,
	mayMove,
} from "../../../domain/sessions/standing.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { sessionChanged } from "../events.ts";
import { availabilityOf } from "../queries/availability.ts";
import { habitOf } from "../queries/company.ts";
import { type FoundSession, standingOf } from "../queries/sessions.ts";
import { lockRelationship, writeHabit } from "./book.ts";
import { refuseAtTable, refusingDoubleBooking } from "./double-booking.ts";
import { minuteOf, wallTimeText } from "./series.ts";

export type NewTime = {
	readonly startsAt: number;
	readonly zone: string;
	readonly by: string;
	readonly now: number;
};

/** Moves one session. Whoever moves it can; the others are asked anew. */
export async function moveSession(
	tx: Tx,
	session: FoundSession,
	{ startsAt, zone, by, now }: NewTime,
): Promise<void> {
	refuseMoving(session, startsAt, now);
	await lockRelationship(tx, session.relationship);
	const length = session.endsAt.getTime() - session.startsAt.getTime();
	await refusingDoubleBooking(() =>
		setTime(tx, session.id, { startsAt, endsAt: startsAt + length, zone, by }),
	);
	await record(tx, {
		act: "move-session",
		subject: { kind: "session", id: session.id },
	});
}

/**
 * Moves a session and every one that follows it in its series: the rhythm stays, its first day and its time are new. All or none: where one of them
 * finds no time near its new date, nothing moves.
 */
export async function moveFollowing(
	tx: Tx,
	session: FoundSession,
	{ startsAt, zone, by, now }: NewTime,
): Promise<number> {
	refuseMoving(session, startsAt, now);
	const { company } = session;
	await lockRelationship(tx, company.id);
	const before = await habitOf(tx, company);
	const series = {
		anchor: wallTimeOf(startsAt, zone).day,
		wallTime: wallTimeText(startsAt, zone),
		zone,
	};
	const cadence = cadenceFrom(before.rhythm, series.anchor);
	const following = await tx
		.selectFrom("session")
		.select(["id", "starts_at as startsAt", "ends_at as endsAt"])
		.where("relationship_id", "=", company.id)
		.where("follows_cadence", "=", true)
		.where("state", "in", ["proposed", "booked"])
		.where("starts_at", ">=", session.startsAt)
		.where("id", "<>", session.id)
		.orderBy("starts_at")
		.execute();
	if (cadence === undefined)
		throw new Conflict(
			t("Your sessions follow no rhythm: move this one alone."),
		);
	const due = occurrences(cadence, {
		start: series.anchor,
		minute: minuteOf(series.wallTime),
		zone,
		count: following.length + 1,
	});
	const ids = [session.id, ...following.map(({ id }) => id)];
	const people = await availabilityOf(
		tx,
		company.members.map(({ id }) => id),
		{ except: ids },
	);
	await sql`set constraints one_session_at_a_time deferred`.execute(tx);
	const length = session.endsAt.getTime() - session.startsAt.getTime();
	await setTime(tx, session.id, {
		startsAt,
		endsAt: startsAt + length,
		zone,
		by,
	});
	for (const [place, each] of following.entries()) {
		const wanted = due[place + 1]?.at;
		const minutes = (each.endsAt.getTime() - each.startsAt.getTime()) / 60_000;
		const slot =
			wanted === undefined
				? undefined
				: nearestSlot({ people, minutes, buffer: 0 }, wanted, {
						days: reachOf(before.rhythm),
						earliest: now,
					});
		if (slot === undefined)
			throw new Conflict(
				t(
					"Not all of the sessions that follow find a time near their new dates. Move this one alone, or choose another time.",
				),
			);
		await setTime(tx, each.id, {
			startsAt: slot.from,
			endsAt: slot.until,
			zone,
			by,
		});
	}
	await refusingDoubleBooking(() =>
		sql`set constraints one_session_at_a_time immediate`.execute(tx),
	);
	await writeHabit(tx, company.id, { habit: { ...before, series }, by });
	await record(tx, {
		act: "move-sessions",
		subject: { kind: "relationship", id: company.id },
		detail: { count: ids.length },
	});
	return ids.length;
}

/** Cancels a session: its row stays, so that calendars can be told. A question is taken back by whoever asked it, and by nobody else. */
export async function cancelSession(
	tx: Tx,
	session: FoundSession,
	by: string,
): Promise<void> {
	if (!mayCancel(standingOf(session))) throw settledAlready();
	if (!isOnesToCancel(session, by))
		throw new Conflict(t("Only whoever asked can take the question back."));
	const row = await tx
		.updateTable("session")
		.set((set) => ({ state: "cancelled", sequence: set("sequence", "+", 1) }))
		.where("id", "=", session.id)
		.where("state", "in", ["proposed", "booked"])
		.returning("sequence")
		.executeTakeFirst();
	if (row === undefined) throw settledAlready();
	await record(tx, {
		act: "cancel-session",
		subject: { kind: "session", id: session.id },
	});
	if (
		session.state === "booked" &&
		shapeOf(session.format).takes === "calendar"
	)
		await sessionChanged(tx, {
			session: session.id,
			sequence: row.sequence,
			change: "cancelled",
		});
}

/** What a member says to a session's date. */
export async function answerSession(
	tx: Tx,
	session: string,
	{
		by,
		answer,
	}: { readonly by: string; readonly answer: "yes" | "no" | "tentative" },
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("session_member")
		.set({
			answer,
			answered_at: nowOf(tx),
			answered_through: "page",
			...(answer === "yes" && { counter_at: null }),
		})
		.where("session_id", "=", session)
		.where("person_id", "=", by)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new NotFound();
	await record(tx, {
		act: "answer-session",
		subject: { kind: "session", id: session },
		detail: { answer },
	});
}

/** The row's new time, and everyone asked anew but whoever moved it. Which rows may be changed is the database's to say. */
export async function setTime(
	tx: Tx,
	session: string,
	{
		startsAt,
		endsAt,
		zone,
		by,
		through = "page",
	}: {
		readonly startsAt: number;
		readonly endsAt: number;
		readonly zone: string;
		readonly by: string;
		/** How whoever moves it said so. */
		readonly through?: "page" | "link";
	},
): Promise<void> {
	const row = await tx
		.updateTable("session")
		.set((set) => ({
			starts_at: new Date(startsAt),
			ends_at: new Date(endsAt),
			zone,
			sequence: set("sequence", "+", 1),
		}))
		.where("id", "=", session)
		.where("state", "in", ["proposed", "booked"])
		.returning(["sequence", "state"])
		.executeTakeFirst();
	if (row === undefined) throw settledAlready();
	await refuseAtTable(tx, session);
	const isMover = sql`person_id = ${by}::uuid`;
	// Whoever keeps a calendar may move a session, and read nobody's answer: so asking anew is not theirs to do.
	await actingAs(tx, "sessions", () =>
		tx
			.updateTable("session_member")
			.set({
				answer: sql`case when ${isMover} then 'yes' end`,
				answered_at: sql`case when ${isMover} then now() end`,
				answered_through: sql`case when ${isMover} then ${through} end`,
				counter_at: null,
			})
			.where("session_id", "=", session)
			.execute(),
	);
	if (row.state === "booked")
		await sessionChanged(tx, {
			session,
			sequence: row.sequence,
			change: "moved",
		});
}

function refuseMoving(
	session: FoundSession,
	startsAt: number,
	now: number,
): void {
	if (!mayMove(standingOf(session))) throw settledAlready();
	if (startsAt <= now) throw new Invalid({ time: t("Choose a time to come.") });
}

export function settledAlready(): Conflict {
	return new Conflict(
		t("This session was settled meanwhile. Look at how things stand now."),
	);
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { occurrences } from "../../../domain/calendar/recurrence.ts";
import {
	type PlannedDate,
	proposeSeries,
} from "../../../domain/calendar/series.ts";
import type { Slot } from "../../../domain/calendar/slots.ts";
import { instantOf, wallTimeOf } from "../../../domain/calendar/wall-time.ts";
import {
	type SessionFormat,
	shapeOf,
} from "../../../domain/sessions/formats.ts";
import {
	bookedAhead,
	cadenceFrom,
	daysBetween,
	reachOf,
} from "../../../domain/sessions/rhythm.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { sessionChanged } from "../events.ts";
import { availabilityOf } from "../queries/availability.ts";
import type { Habit } from "../queries/company.ts";

export type NewSession = {
	readonly relationship: string;
	readonly format: SessionFormat;
	readonly members: readonly string[];
	readonly startsAt: number;
	readonly endsAt: number;
	readonly zone: string;
	readonly state: "proposed" | "booked";
	readonly followsCadence: boolean;
	/** Null: Baton, from the cadence. */
	readonly by: string | null;
	/** When calendars are told of it; at once where it is left out. */
	readonly tellAt?: Date;
};

/** Writes a session down with its members. Whoever books it has said yes. */
export async function insertSession(
	tx: Tx,
	session: NewSession,
): Promise<string> {
	const id = randomUUID();
	await tx
		.insertInto("session")
		.values({
			id,
			relationship_id: session.relationship,
			format: session.format,
			state: session.state,
			starts_at: new Date(session.startsAt),
			ends_at: new Date(session.endsAt),
			zone: session.zone,
			follows_cadence: session.followsCadence,
			booked_by: session.by,
		})
		.execute();
	await sql`
		insert into session_member (session_id, person_id, relationship_id, busy, answer, answered_at, answered_through)
		select session.id, member, session.relationship_id, session.busy,
			case when member = ${session.by}::uuid then 'yes' end, case when member = ${session.by}::uuid then now() end,
			case when member = ${session.by}::uuid then 'page' end
		from session, unnest(${sql.val([...session.members])}::uuid[]) as member where session.id = ${id}
	`.execute(tx);
	if (
		session.state === "booked" &&
		shapeOf(session.format).takes === "calendar"
	)
		await sessionChanged(tx, {
			session: id,
			sequence: 0,
			change: "booked",
			tellAt: session.tellAt,
		});
	return id;
}

/**
 * Books the sessions that follow from a cadence, as far ahead as its rhythm asks for. Where everyone can at the very time it is booked; where a day near it
 * suits better it is proposed, and somebody decides; where nobody can it is left out. What is booked or proposed already stays. Gives how many came to be.
 */
export async function extendSeries(
	tx: Tx,
	{
		relationship,
		members,
		habit,
		now,
		isAfterFirst = false,
	}: {
		readonly relationship: string;
		readonly members: readonly string[];
		readonly habit: Habit;
		readonly now: number;
		/** The first session of them all was booked just now, and everyone hears of that. */
		readonly isAfterFirst?: boolean;
	},
): Promise<number> {
	const { series, rhythm, minutes, format } = habit;
	const cadence = series && cadenceFrom(rhythm, series.anchor);
	if (series === undefined || cadence === undefined) return 0;
	const { last, ahead } = await standOf(tx, relationship, now);
	const missing = bookedAhead(rhythm) - ahead;
	if (missing <= 0) return 0;
	const minute = minuteOf(series.wallTime);
	const before = last ?? instantOf(series.anchor, minute, series.zone);
	// A session may have been moved away from its date: half a rhythm after it there is certainly the next one.
	const after = Math.max(
		now + 12 * 3_600_000,
		before + (daysBetween(rhythm) / 2) * 86_400_000,
	);
	const due = occurrences(cadence, {
		start: series.anchor,
		minute,
		zone: series.zone,
		count: dueUntil(series.anchor, after, missing),
	}).filter(({ at }) => at > after);
	const start = due[0]?.day;
	if (start === undefined) return 0;
	const people = await availabilityOf(tx, members);
	const planned = enoughDates(missing, (count) =>
		proposeSeries({
			people,
			cadence,
			start,
			minute,
			zone: series.zone,
			minutes,
			buffer: 0,
			count,
			reach: reachOf(rhythm),
		}),
	);
	for (const [place, { slot, moved }] of planned.entries()) {
		await insertSession(tx, {
			relationship,
			format,
			members,
			startsAt: slot.from,
			endsAt: slot.until,
			zone: series.zone,
			state: moved === undefined ? "booked" : "proposed",
			followsCadence: true,
			by: null,
			tellAt: tellAt(slot.from, now, place + (isAfterFirst ? 1 : 0)),
		});
	}
	return planned.length;
}

/**
 * A date at which nobody can is left out and the one after it taken, so that it holds up neither the series nor, by being tried every night, the
 * night. Of a pair that can at none of the next few, none.
 */
function enoughDates(
	missing: number,
	propose: (count: number) => readonly PlannedDate[],
): readonly (PlannedDate & { readonly slot: Slot })[] {
	const possible = (count: number) =>
		propose(count)
			.flatMap(({ slot, ...date }) =>
				slot === undefined ? [] : [{ ...date, slot }],
			)
			.slice(0, missing);
	const found = possible(missing);
	return found.length === missing ? found : possible(missing + 3);
}

/**
 * Of sessions booked together calendars hear one a week: four months of invitations at once are a nuisance, and a mentor of two would have a dozen in
 * a day. At latest a fortnight before.
 */
function tellAt(startsAt: number, now: number, weeks: number): Date {
	const latest = startsAt - 14 * 86_400_000;
	return new Date(Math.max(now, Math.min(latest, now + weeks * 604_800_000)));
}

export function minuteOf(wallTime: string): number {
	const [hours = 0, minutes = 0] = wallTime.split(":").map(Number);
	return hours * 60 + minutes;
}

/** HH:MM */
export function wallTimeText(at: number, zone: string): string {
	const { minute } = wallTimeOf(at, zone);
	return [Math.floor(minute / 60), minute % 60]
		.map((part) => String(part).padStart(2, "0"))
		.join(":");
}

async function standOf(tx: Tx, relationship: string, now: number) {
	const { rows } = await sql<{ last: Date | null; ahead: string }>`
		select max(starts_at) as last, count(*) filter (where starts_at > ${new Date(now)}) as ahead from session
		where relationship_id = ${relationship} and follows_cadence and state in ('proposed', 'booked')
	`.execute(tx);
	const [row] = rows;
	return { last: row?.last?.getTime(), ahead: Number(row?.ahead ?? 0) };
}

// Enough occurrences to reach past `after`: a week is the shortest step there is.
function dueUntil(anchor: string, after: number, missing: number): number {
	const weeks = Math.ceil((after - Date.parse(anchor)) / (7 * 86_400_000));
	return Math.max(0, weeks) + missing + 2;
}

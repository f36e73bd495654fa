import { sql } from "kysely";
import type { DayRange } from "../../domain/calendar/availability.ts";
import type { Interval } from "../../domain/calendar/intervals.ts";
import {
	type PaintedHours,
	usualHours,
	weekOf,
} from "../../domain/calendar/painted-hours.ts";
import type { Availability } from "../../domain/calendar/availability.ts";
import { actingAs } from "../../platform/database/acting.ts";
import type { Db } from "../../platform/database/database.ts";

export type QuietPeriod = DayRange & { readonly id: string };

export async function paintedHours(
	db: Db,
	person: string,
): Promise<PaintedHours> {
	const row = await db
		.selectFrom("working_hours")
		.select("hours")
		.where("person_id", "=", person)
		.executeTakeFirst();
	return row?.hours ?? usualHours;
}

/** Those not over yet, in order. */
export async function quietPeriods(
	db: Db,
	person: string,
	today: string,
): Promise<readonly QuietPeriod[]> {
	const rows = await db
		.selectFrom("quiet_period")
		.selectAll()
		.where("person_id", "=", person)
		.where("until_on", ">=", today)
		.orderBy("from_on")
		.execute();
	return rows.map(({ id, from_on, until_on }) => ({
		id,
		from: from_on,
		until: until_on,
	}));
}

export type CalendarAddress = {
	readonly host: string;
	readonly readAt: Date | null;
	readonly trouble: string | null;
	/** How many busy times are known from now on. */
	readonly coming: number;
};

export async function calendarAddress(
	db: Db,
	person: string,
): Promise<CalendarAddress | undefined> {
	const row = await db
		.selectFrom("calendar_address")
		.select(["host", "read_at", "trouble"])
		.select((each) =>
			each
				.selectFrom("busy_time")
				.select(sql<number>`count(*)::int`.as("count"))
				.whereRef("busy_time.person_id", "=", "calendar_address.person_id")
				.where("until_at", ">", sql<Date>`now()`)
				.as("coming"),
		)
		.where("person_id", "=", person)
		.executeTakeFirst();
	return (
		row && {
			host: row.host,
			readAt: row.read_at,
			trouble: row.trouble,
			coming: row.coming ?? 0,
		}
	);
}

/** Busy times from a person's own calendar that touch a window. */
export async function busyTimesOf(
	db: Db,
	person: string,
	{ from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly Interval[]> {
	const rows = await db
		.selectFrom("busy_time")
		.select(["from_at", "until_at"])
		.where("person_id", "=", person)
		.where("until_at", ">", from)
		.where("from_at", "<", until)
		.orderBy("from_at")
		.execute();
	return rows.map(toInterval);
}

export type Holiday = {
	readonly location: string;
	readonly day: string;
	readonly name: string;
};

export async function holidays(
	db: Db,
	from: string,
): Promise<readonly Holiday[]> {
	return db
		.selectFrom("holiday")
		.selectAll()
		.where("day", ">=", from)
		.orderBy("day")
		.orderBy("location")
		.execute();
}

/** Those that hold where a person works. */
export async function holidaysOf(
	db: Db,
	person: string,
	from: string,
): Promise<readonly Holiday[]> {
	return db
		.selectFrom("holiday")
		.innerJoin("person", (on) =>
			on.on((each) =>
				each.or([
					each("holiday.location", "=", ""),
					each("holiday.location", "=", each.ref("person.location")),
				]),
			),
		)
		.select(["holiday.location", "holiday.day", "holiday.name"])
		.where("person.id", "=", person)
		.where("day", ">=", from)
		.orderBy("day")
		.execute();
}

/**
 * What each of these people, in their order, said about when they can meet: hours, quiet periods, holidays where they work, and busy times from
 * their own calendar from yesterday on. For looking for times alone: it may not be shown to anyone but as times that suit everyone. Sessions are not in it.
 */
export async function calendarsOf(
	db: Db,
	people: readonly string[],
): Promise<readonly Availability[]> {
	const { rows } = await actingAs(db, "calendar", () =>
		sql<{
			id: string;
			zone: string;
			hours: number[] | null;
			quiet: DayRange[];
			holidays: string[];
			busy: { from: string; until: string }[];
		}>`
			select person.id, coalesce(person.time_zone, (select time_zone from organisation), 'UTC') as zone,
				(select hours from working_hours where person_id = person.id) as hours,
				coalesce((select json_agg(json_build_object('from', from_on, 'until', until_on)) from quiet_period where person_id = person.id and until_on >= now()::date - 1), '[]') as quiet,
				coalesce((select json_agg(day) from holiday where location in ('', person.location) and day >= now()::date - 1), '[]') as holidays,
				coalesce((select json_agg(json_build_object('from', from_at, 'until', until_at)) from busy_time where person_id = person.id and until_at > now() - interval '1 day'), '[]') as busy
			from person where id = any (${sql.val([...people])}::uuid[])
		`.execute(db),
	);
	const known = new Map(rows.map((row) => [row.id, row]));
	return people.map((person) => {
		const row = known.get(person);
		return {
			zone: row?.zone ?? "UTC",
			week: weekOf(row?.hours ?? usualHours),
			quiet: row?.quiet ?? [],
			holidays: row?.holidays ?? [],
			busy: (row?.busy ?? []).map(({ from, until }) => ({
				from: Date.parse(from),
				until: Date.parse(until),
			})),
		};
	});
}

function toInterval(row: {
	readonly from_at: Date;
	readonly until_at: Date;
}): Interval {
	return { from: row.from_at.getTime(), until: row.until_at.getTime() };
}

/** The organisation's zone: for whoever has not said theirs. */
export async function usualZone(db: Db): Promise<string> {
	const row = await db
		.selectFrom("organisation")
		.select("time_zone")
		.executeTakeFirst();
	return row?.time_zone ?? "UTC";
}

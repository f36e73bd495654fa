import { sql } from "kysely";
import type { PaintedHours } from "../../domain/calendar/painted-hours.ts";
import { type Tx, vaultOf } from "../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { record } from "../../platform/journal/journal.ts";
import type { Reach } from "../../platform/network/reachable.ts";
import { readAddress } from "../../platform/network/fetch-text.ts";
import { t } from "../../ui/text.ts";
import { refuseStale } from "../people/mark.ts";
import { type Holiday, paintedHours } from "./queries.ts";

export async function paintHours(
	tx: Tx,
	me: string,
	{ hours, seen }: { readonly hours: PaintedHours; readonly seen: string },
): Promise<void> {
	await sql`select from person where id = ${me} for update`.execute(tx);
	refuseStale(await paintedHours(tx, me), seen);
	await tx
		.insertInto("working_hours")
		.values({ person_id: me, hours: [...hours] })
		.onConflict((conflict) =>
			conflict.column("person_id").doUpdateSet({
				hours: [...hours],
				painted_at: sql<Date>`now()`,
			}),
		)
		.execute();
	await record(tx, { act: "paint-hours", about: me });
}

const mostQuietPeriods = 24;

export async function addQuietPeriod(
	tx: Tx,
	me: string,
	{ from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
	if (until < from)
		throw new Invalid({
			until: t("The last day cannot be before the first."),
		});
	if (Date.parse(until) - Date.parse(from) > 366 * 86_400_000)
		throw new Invalid({ until: t("At most a year at a time.") });
	await sql`select from person where id = ${me} for update`.execute(tx);
	const kept = await tx
		.selectFrom("quiet_period")
		.select(["from_on", "until_on"])
		.where("person_id", "=", me)
		.execute();
	if (kept.length >= mostQuietPeriods)
		throw new Conflict(
			t("There are {count} quiet periods already. Take one away first.", {
				count: kept.length,
			}),
		);
	if (kept.some((each) => each.from_on <= until && from <= each.until_on))
		throw new Invalid({
			from: t("These days touch a quiet period that is there already."),
		});
	const { id } = await tx
		.insertInto("quiet_period")
		.values({ person_id: me, from_on: from, until_on: until })
		.returning("id")
		.executeTakeFirstOrThrow();
	await record(tx, {
		act: "add-quiet-period",
		about: me,
		subject: { kind: "quiet-period", id },
	});
}

export async function removeQuietPeriod(tx: Tx, id: string): Promise<void> {
	const gone = await tx
		.deleteFrom("quiet_period")
		.where("id", "=", id)
		.returning("person_id")
		.executeTakeFirst();
	if (gone === undefined) throw new NotFound();
	await record(tx, { act: "remove-quiet-period", about: gone.person_id });
}

/** Takes the address instead of any before, forgets what was known, and asks for it to be read. */
export async function setCalendarAddress(
	tx: Tx,
	me: string,
	{ address, reach }: { readonly address: string; readonly reach: Reach },
): Promise<void> {
	const url = readAddress(address, reach);
	if (url === undefined)
		throw new Invalid({
			address: t(
				"This is no address on the public internet that a calendar can be read from. It begins with https:// and often ends with .ics.",
			),
		});
	await forget(tx, me);
	await tx
		.insertInto("calendar_address")
		.values({
			person_id: me,
			address: vaultOf(tx).seal("calendar_address.address", [me], url.href),
			host: url.hostname,
		})
		.execute();
	await record(tx, { act: "set-calendar-address", about: me });
	await readSoon(tx, me);
}

export async function removeCalendarAddress(tx: Tx, me: string): Promise<void> {
	if (!(await forget(tx, me))) throw new NotFound();
	await record(tx, { act: "remove-calendar-address", about: me });
}

export async function readCalendarAgain(tx: Tx, me: string): Promise<void> {
	const found = await tx
		.selectFrom("calendar_address")
		.select("person_id")
		.where("person_id", "=", me)
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	await record(tx, { act: "read-calendar-address", about: me });
	await readSoon(tx, me);
}

export async function saveHolidays(
	tx: Tx,
	list: readonly Holiday[],
): Promise<void> {
	await sql`
		insert into holiday (location, day, name)
		select distinct on (location, day) location, day, name from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as given (location text, day date, name text)
		order by location, day, name
		on conflict (location, day) do update set name = excluded.name
	`.execute(tx);
	await record(tx, {
		act: "save-holidays",
		detail: { count: list.length },
	});
}

export async function removeHoliday(
	tx: Tx,
	{ location, day }: { readonly location: string; readonly day: string },
): Promise<void> {
	const gone = await tx
		.deleteFrom("holiday")
		.where("location", "=", location)
		.where("day", "=", day)
		.returning("day")
		.executeTakeFirst();
	if (gone === undefined) throw new NotFound();
	await record(tx, { act: "remove-holiday", detail: { day } });
}

async function forget(tx: Tx, me: string): Promise<boolean> {
	const gone = await tx
		.deleteFrom("calendar_address")
		.where("person_id", "=", me)
		.returning("person_id")
		.executeTakeFirst();
	return gone !== undefined;
}

async function readSoon(tx: Tx, person: string): Promise<void> {
	await addJob(
		tx,
		"read-calendar",
		{ person },
		{ key: `read-calendar ${person}`, queue: `read-calendar ${person}` },
	);
}

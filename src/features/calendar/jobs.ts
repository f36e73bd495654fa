import { sql } from "kysely";
import { readBusyTimes } from "../../platform/calendar/read-busy-times.ts";
import {
	type Database,
	transact,
	type Tx,
	vaultOf,
} from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { log } from "../../platform/log/log.ts";
import { fetchText } from "../../platform/network/fetch-text.ts";
import type { Reach } from "../../platform/network/reachable.ts";
import type { LeavingReaction } from "../people/leaving.ts";
import { actingAs } from "../../platform/database/acting.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";

const terms = {
	actor: { kind: "process", process: "calendar" },
	access: "write",
} as const;

/** How far ahead busy times are known, in days. */
export const daysAhead = 180;

/** Reads people's own calendars: soon after they gave the address, then every hour. */
export function calendarJobs({
	reach,
	origin,
}: {
	readonly reach: Reach;
	readonly origin: string;
}): readonly Job[] {
	return [
		{
			name: "read-calendar",
			run: ({ person }, database) =>
				readCalendar(database, String(person), {
					reach,
					ownIds: `@${new URL(origin).hostname}`,
				}),
		},
		{
			name: "read-calendars",
			every: "*/15 * * * *",
			run: (_, database) => transact(database, terms, askForDue),
		},
	];
}

// Where an address gives trouble it is asked less and less often, down to once a day.
async function askForDue(tx: Tx): Promise<void> {
	await sql`delete from quiet_period where until_on < now()::date - 30`.execute(
		tx,
	);
	await sql`
		select count(*) from graphile_worker.add_jobs(array(
			select ('read-calendar', json_build_object('person', person_id), 'read-calendar ' || person_id, null, null, 'read-calendar ' || person_id, null, null)::graphile_worker.job_spec
			from calendar_address
			where checked_at is null or checked_at < now() - case
				when trouble is null then interval '55 minutes'
				else least(greatest(checked_at - coalesce(read_at, added_at), interval '55 minutes'), interval '1 day')
			end
		))
	`.execute(tx);
}

async function readCalendar(
	database: Database,
	person: string,
	{ reach, ownIds }: { readonly reach: Reach; readonly ownIds: string },
): Promise<void> {
	const found = await transact(database, terms, (tx) =>
		findAddress(tx, person),
	);
	if (found === undefined) return;
	const now = database.now().getTime();
	const window = {
		from: now - 86_400_000,
		until: now + daysAhead * 86_400_000,
	};
	const fetched = await fetchText(found.address, {
		reach,
		milliseconds: 20_000,
		bytes: 8_000_000,
		accept: "text/calendar",
	});
	const read = fetched.ok
		? await readBusyTimes({ ...found, text: fetched.text, window, ownIds })
		: fetched;
	await transact(database, terms, async (tx) => {
		// Taken away or changed meanwhile: then this says nothing about it.
		const still = await findAddress(tx, person, true);
		if (still?.address !== found.address) return;
		await tx
			.updateTable("calendar_address")
			.set({
				checked_at: sql<Date>`now()`,
				...(read.ok
					? { trouble: null, read_at: sql<Date>`now()` }
					: { trouble: read.why }),
			})
			.where("person_id", "=", person)
			.execute();
		if (!read.ok) return;
		await tx.deleteFrom("busy_time").where("person_id", "=", person).execute();
		const rows = read.busy.map(({ from, until }) => ({
			from: new Date(from).toISOString(),
			until: new Date(until).toISOString(),
		}));
		await sql`
			insert into busy_time (person_id, from_at, until_at)
			select ${person}::uuid, "from", until from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as busy ("from" timestamptz, until timestamptz)
		`.execute(tx);
	});
	log("calendar-read", { person, outcome: read.ok ? "ok" : read.why });
}

async function findAddress(tx: Tx, person: string, lock = false) {
	const query = tx
		.selectFrom("calendar_address")
		.innerJoin("person", "person.id", "calendar_address.person_id")
		.select(["calendar_address.address", "person.email", "person.time_zone"])
		.select(
			sql<string>`coalesce((select time_zone from organisation), 'UTC')`.as(
				"usual",
			),
		)
		.where("person_id", "=", person)
		.where("person.left_on", "is", null);
	const row = await (lock
		? query.forUpdate("calendar_address")
		: query
	).executeTakeFirst();
	return (
		row && {
			address: vaultOf(tx).open(
				"calendar_address.address",
				[person],
				row.address,
			),
			zone: row.time_zone ?? row.usual,
			mailbox: row.email.toLowerCase(),
		}
	);
}

/** Whoever leaves has no calendar here any more. */
export const calendarLeaving: LeavingReaction = {
	says: () => t("Baton no longer reads their calendar."),
	left: (tx, person) =>
		actingAs(tx, "calendar", async () => {
			const gone = await tx
				.deleteFrom("calendar_address")
				.where("person_id", "=", person)
				.returning("person_id")
				.executeTakeFirst();
			if (gone !== undefined)
				await record(tx, { act: "remove-calendar-address", about: person });
		}),
	returned: async () => {},
};

import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { MailChoice } from "../../domain/mail/sending.ts";
import { isQuiet, lastDigest } from "../../domain/mail/times.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { addJob, type Job } from "../../platform/jobs/jobs.ts";
import { mailChoices } from "../../platform/mail/choices.ts";
import { resumeMail } from "../../platform/mail/trouble.ts";
import type { WaitingSource } from "../today/queries.ts";
import { writeDigests } from "./digest.ts";

/** Digests, each at its reader's hour. `sources`: what may wait for somebody, as on Today. */
export function mailJobs(
	origin: string,
	sources: readonly WaitingSource[],
): readonly Job[] {
	return [
		{
			name: "plan-digests",
			every: "*/15 * * * *",
			run: async (_payload, database) => planDigests(database, database.now()),
		},
		{
			name: "write-digest",
			run: ({ people, person }, database) =>
				writeDigests(database, {
					// One person: as earlier versions asked for it.
					people: String(people ?? person).split(" "),
					sources,
					origin,
					now: database.now(),
				}),
		},
	];
}

/** Asks for the digests that are due, and lets mail go on to addresses that were corrected. */
export function planDigests(database: Database, now: Date): Promise<void> {
	return transact(
		database,
		{ actor: { kind: "process", process: "mail" }, access: "write" },
		async (tx) => {
			await resumeCorrected(tx);
			const due = await dueReaders(tx, now);
			if (due.length === 0) return;
			await sql`
				insert into digest_look (person_id, looked_at) select unnest(${due}::uuid[]), ${now}
				on conflict (person_id) do update set looked_at = excluded.looked_at
			`.execute(tx);
			for (let place = 0; place < due.length; place += DIGESTS_TOGETHER) {
				const people = due.slice(place, place + DIGESTS_TOGETHER);
				await addJob(
					tx,
					"write-digest",
					{ people: people.join(" ") },
					{ key: `digests-${people[0]}` },
				);
			}
		},
	);
}

/** Few enough that one job is over in a moment and several go on at once, so many that what is asked by set is asked seldom. */
const DIGESTS_TOGETHER = 40;

/** How long after its hour a digest is made up for when nobody was there to write it. */
const HOURS_TO_CATCH_UP = { daily: 24, weekly: 6 * 24, never: 0 } as const;

async function dueReaders(tx: Tx, now: Date): Promise<readonly string[]> {
	const { rows } = await sql<{ id: string; lookedAt: Date | null }>`
		select person.id, looked_at as "lookedAt"
		from person left join digest_look on digest_look.person_id = person.id
		where left_on is null and erased_at is null and (
			exists (select from mail where mail.person_id = person.id)
			or exists (select from office where office.person_id = person.id and (until_at is null or until_at > now()))
		)
	`.execute(tx);
	const choices = await mailChoices(
		tx,
		rows.map(({ id }) => id),
	);
	const moments = remembering(now);
	return rows.flatMap(({ id, lookedAt }) => {
		const choice = choices.get(id);
		const moment = choice && moments(choice);
		if (choice === undefined || moment === undefined) return [];
		const hours = (now.getTime() - moment.epochMilliseconds) / 3_600_000;
		// Whoever is new here has missed none.
		const isDue =
			lookedAt === null
				? hours < 1
				: lookedAt.getTime() < moment.epochMilliseconds &&
					hours < HOURS_TO_CATCH_UP[choice.times.digest];
		return isDue ? [id] : [];
	});
}

// People's choices are few, and so are their time zones.
function remembering(now: Date) {
	const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
	const known = new Map<string, Temporal.Instant | undefined>();
	return ({ times, zone }: MailChoice) => {
		const name = JSON.stringify([times, zone]);
		if (!known.has(name))
			known.set(
				name,
				isQuiet(times, instant.toZonedDateTimeISO(zone))
					? undefined
					: lastDigest(times, zone, instant),
			);
		return known.get(name);
	};
}

async function resumeCorrected(tx: Tx): Promise<void> {
	const { rows } = await sql<{ id: string }>`
		delete from mail_trouble using person
		where person.id = mail_trouble.person_id and lower(person.email) <> lower(mail_trouble.address)
		returning person.id
	`.execute(tx);
	for (const { id } of rows) await resumeMail(tx, id);
}

import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Retention } from "../../../platform/database/register/entry.ts";
import {
	periods,
	retentionDays,
} from "../../../platform/database/register/retention.ts";
import { sweepConcerns } from "./concerns.ts";
import { record } from "../../../platform/journal/journal.ts";

/** What goes when a period is over: counted for the preview and deleted by the job from the same conditions. */
type Broom = {
	readonly table: string;
	/** True for rows older than so many days. */
	readonly isOver: (days: number) => RawBuilder<unknown>;
	/** For what is emptied rather than deleted. */
	readonly clear?: RawBuilder<unknown>;
};

function older(column: string, days: number): RawBuilder<unknown> {
	return sql`${sql.ref(column)} < now() - make_interval(days => ${days})`;
}

const brooms: Readonly<Partial<Record<Retention, readonly Broom[]>>> = {
	round: [{ table: "round_input", isOver: (days) => older("taken_at", days) }],
	account: [
		{
			table: "correction_request",
			isOver: (days) => older("answered_at", days),
		},
	],
	mail: [{ table: "mail", isOver: (days) => older("created_at", days) }],
	import: [
		{
			table: "people_import",
			isOver: (days) =>
				sql`${older("started_at", days)} and (file is not null or look is not null or returned is not null)`,
			clear: sql`file = null, look = null, returned = null`,
		},
		{
			table: "people_import_change",
			isOver: (days) => ofOldImport(days),
		},
		{ table: "people_import_row", isOver: (days) => ofOldImport(days) },
		{ table: "people_import_problem", isOver: (days) => ofOldImport(days) },
	],
	"sign-in": [
		{ table: "sign_in", isOver: (days) => older("expires_at", days) },
		{ table: "sign_in_link", isOver: (days) => older("expires_at", days) },
		{ table: "link_request", isOver: (days) => older("asked_at", days) },
	],
	housekeeping: [
		{ table: "form_key", isOver: (days) => older("at", days) },
		{ table: "attempt", isOver: (days) => older("window_start", days) },
	],
};

function ofOldImport(days: number): RawBuilder<unknown> {
	return sql`import_id in (select id from people_import where ${older("started_at", days)})`;
}

export type Due = {
	readonly kind: Retention;
	readonly days: number;
	/** Rows that the next run takes away; for people who have left, how many an administrator is asked about; null: nobody is to know. */
	readonly rows: number | null;
};

/** What the next run would take away. As `housekeeping`. */
export async function due(db: Db): Promise<readonly Due[]> {
	const days = await retentionDays(db);
	const found: Due[] = [];
	for (const kind of periods) {
		const after = days.get(kind) ?? 0;
		let rows = kind === "person" ? (await longGone(db, after)).length : 0;
		for (const { table, isOver } of brooms[kind] ?? [])
			rows += await count(db, table, isOver(after));
		found.push({ kind, days: after, rows: kind === "concern" ? null : rows });
	}
	return found;
}

/** Takes away what is over, and asks about people who left long ago. As `housekeeping`; run twice it does nothing more. */
export async function sweep(tx: Tx): Promise<void> {
	const days = await retentionDays(tx);
	let swept = 0;
	for (const kind of periods)
		for (const broom of brooms[kind] ?? [])
			swept += await take(tx, broom, days.get(kind) ?? 0);
	swept += await thinCheckpoints(tx);
	await forgetOldWords(tx);
	// Not counted: the entry in the journal would tell that there was one.
	await sweepConcerns(tx, days.get("concern") ?? 0);
	await askAboutLeavers(tx, days.get("person") ?? 0);
	if (swept > 0) await record(tx, { act: "sweep", detail: { rows: swept } });
}

async function count(
	db: Db,
	table: string,
	isOver: RawBuilder<unknown>,
): Promise<number> {
	const { rows } = await sql<{ count: string }>`
		select count(*) from ${sql.table(table)} where ${isOver}
	`.execute(db);
	return Number(rows[0]?.count ?? 0);
}

async function take(
	tx: Tx,
	{ table, isOver, clear }: Broom,
	days: number,
): Promise<number> {
	const { numAffectedRows } =
		clear === undefined
			? await sql`delete from ${sql.table(table)} where ${isOver(days)}`.execute(
					tx,
				)
			: await sql`update ${sql.table(table)} set ${clear} where ${isOver(days)}`.execute(
					tx,
				);
	return Number(numAffectedRows ?? 0n);
}

// Checkpoints are made every minute: after a month one a day is enough, and those that were sent stay.
async function thinCheckpoints(tx: Tx): Promise<number> {
	const { numAffectedRows } = await sql`
		delete from journal_checkpoint old where at < now() - interval '31 days' and sent_at is null
			and exists (
				select from journal_checkpoint later
				where later.size > old.size and (later.at at time zone 'UTC')::date = (old.at at time zone 'UTC')::date
			)
	`.execute(tx);
	return Number(numAffectedRows ?? 0n);
}

// Words that nobody has any more: a rare name among them would still name somebody.
async function forgetOldWords(tx: Tx): Promise<void> {
	await sql`
		delete from directory_word where word not in (
			select word from person, string_to_table(search_text, ' ') as word
		)
	`.execute(tx);
}

async function longGone(db: Db, days: number): Promise<readonly string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from person
		where left_on < current_date - ${days}::integer and erased_at is null
			and not exists (select from erasure_request where person_id = person.id and (outcome is null or outcome = 'refused'))
	`.execute(db);
	return rows.map(({ id }) => id);
}

// Whoever left long ago is put before an administrator: deleting a person is a person's decision.
async function askAboutLeavers(tx: Tx, days: number): Promise<void> {
	for (const person of await longGone(tx, days)) {
		await tx
			.insertInto("erasure_request")
			.values({ person_id: person, cause: "retention" })
			.onConflict((row) => row.doNothing())
			.execute();
		await record(tx, { act: "propose-erasure", about: person });
	}
}

// One mail with what waits for somebody and what happened meanwhile. It is written for the day it goes out, of one day there is never a second.
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import {
	actAs,
	type Database,
	type Db,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { mailChoices } from "../../platform/mail/choices.ts";
import { type Outgoing, postAll } from "../../platform/mail/mail.ts";
import { digestLetter } from "./digest-letter.ts";
import { findReaders, type Reader } from "./readers.ts";
import { type Found, worthTelling } from "./told-before.ts";
import type { Waiting, WaitingSource } from "../today/queries.ts";

export type Digesting = {
	readonly people: readonly string[];
	readonly sources: readonly WaitingSource[];
	readonly origin: string;
	readonly now: Date;
};

const asMail = {
	actor: { kind: "process", process: "mail" },
	access: "write",
} as const;

/**
 * Writes the digests of some people, of each who has anything to be told. Where that fails for all of them together each is tried alone, so that
 * nobody goes without for the sake of another.
 */
export async function writeDigests(
	database: Database,
	digesting: Digesting,
): Promise<void> {
	const { people } = digesting;
	try {
		await writeTogether(database, digesting);
	} catch (error) {
		if (people.length < 2) throw error;
		const failures: unknown[] = [];
		for (const person of people)
			await writeTogether(database, { ...digesting, people: [person] }).catch(
				(failure: unknown) => failures.push(failure),
			);
		if (failures.length > 0) throw failures[0];
	}
}

async function writeTogether(
	database: Database,
	{ people, sources, origin, now }: Digesting,
): Promise<void> {
	const { readers, perhaps } = await transact(
		database,
		{ ...asMail, access: "read" },
		async (db) => {
			const readers = await findReaders(db, people);
			return { readers, perhaps: await perhapsWaiting(db, readers, sources) };
		},
	);
	// What waits for somebody is theirs to see: it is asked for in their name, and nothing can be written there.
	const found: Found[] = await transact(
		database,
		{ actor: { kind: "process", process: "mail" }, access: "read" },
		async (db) => {
			const all: Found[] = [];
			for (const reader of readers)
				all.push({
					reader,
					waiting: await waitingFor(db, reader, { sources, perhaps, now }),
				});
			return all;
		},
	);
	await transact(database, asMail, (tx) =>
		postDigests(tx, { found, origin, now }),
	);
}

/** Of each source that can be asked by set, for whom it may find something. */
type Perhaps = ReadonlyMap<WaitingSource, ReadonlySet<string>>;

async function perhapsWaiting(
	db: Db,
	readers: readonly Reader[],
	sources: readonly WaitingSource[],
): Promise<Perhaps> {
	const perhaps = new Map<WaitingSource, ReadonlySet<string>>();
	for (const source of sources)
		if (source.among !== undefined)
			perhaps.set(source, await source.among(db, readers));
	return perhaps;
}

async function waitingFor(
	db: Db,
	reader: Reader,
	{
		sources,
		perhaps,
		now,
	}: {
		readonly sources: readonly WaitingSource[];
		readonly perhaps: Perhaps;
		readonly now: Date;
	},
): Promise<readonly Waiting[]> {
	await actAs(db, { kind: "person", person: reader.id });
	const own = await ownPerhaps(db, reader, { sources, now });
	const asked = sources.filter((source) => {
		if (reader.offices.length > 0) return true;
		const isAsked = own.get(source) ?? perhaps.get(source)?.has(reader.id);
		return isAsked ?? true;
	});
	return inLocale(asLocale(reader.locale) ?? "en", async () => {
		const waiting: Waiting[] = [];
		for (const { find } of asked) waiting.push(...(await find(db, reader)));
		return waiting;
	});
}

/** What is asked in their own name, of all sources in one statement. */
async function ownPerhaps(
	db: Db,
	{ id, offices }: Reader,
	{
		sources,
		now,
	}: { readonly sources: readonly WaitingSource[]; readonly now: Date },
): Promise<ReadonlyMap<WaitingSource, boolean>> {
	const asked = sources.flatMap((source) =>
		source.own === undefined ? [] : [{ source, own: source.own(id, now) }],
	);
	if (offices.length > 0 || asked.length === 0) return new Map();
	const { rows } = await sql<{ found: readonly boolean[] }>`
		select array[${sql.join(asked.map(({ own }) => own))}] as found
	`.execute(db);
	return new Map(
		asked.map(({ source }, place) => [source, rows[0]?.found[place] ?? true]),
	);
}

async function postDigests(
	tx: Tx,
	{
		found,
		origin,
		now,
	}: {
		readonly found: readonly Found[];
		readonly origin: string;
		readonly now: Date;
	},
): Promise<void> {
	const readers = found.map(({ reader }) => reader.id);
	const letters = Map.groupBy(
		await lettersWaiting(tx, readers),
		({ person }) => person,
	);
	const told = await worthTelling(tx, found, {
		hasLetters: (person) => letters.has(person),
		now,
	});
	if (told.length === 0) return;
	const choices = await mailChoices(
		tx,
		told.map(({ reader }) => reader.id),
	);
	const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
	const digests = told.map(({ reader, waiting }): Outgoing => {
		const day = instant
			.toZonedDateTimeISO(choices.get(reader.id)?.zone ?? "UTC")
			.toPlainDate()
			.toString();
		return {
			to: reader.id,
			kind: "digest",
			event: `digest ${day}`,
			letter: inLocale(asLocale(reader.locale) ?? "en", () =>
				digestLetter(reader.firstName, {
					waiting,
					letters: (letters.get(reader.id) ?? []).map(({ subject, url }) => ({
						text: subject,
						url: url ?? `${origin}/`,
					})),
					origin,
				}),
			),
		};
	});
	await postAll(tx, digests, now);
	const carried = digests.flatMap(({ to, event }) =>
		(letters.get(to) ?? []).map(({ id }) => ({ id, to, event })),
	);
	if (carried.length === 0) return;
	// Where there was a digest that day already, the letters wait for the next one.
	await sql`
		update mail set digest_id = digest.id
		from jsonb_to_recordset(${JSON.stringify(carried)}::jsonb) as carried (id uuid, "to" uuid, event text)
			join mail digest on digest.person_id = carried."to" and digest.event = carried.event
		where digest.kind = 'digest' and digest.created_at = ${now} and mail.id = carried.id
	`.execute(tx);
}

function lettersWaiting(tx: Tx, people: readonly string[]) {
	return tx
		.selectFrom("mail")
		.select(["id", "person_id as person", "subject", "button_url as url"])
		.where(sql<boolean>`person_id = any (${people}::uuid[])`)
		.where("sending", "=", "digest")
		.where("sent_at", "is", null)
		.where("digest_id", "is", null)
		.orderBy("created_at")
		.forUpdate()
		.execute();
}

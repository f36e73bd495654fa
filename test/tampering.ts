import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { append, emptyTree, rootOf } from "../src/domain/journal/merkle.ts";
import { signedNote, signerFrom } from "../src/platform/journal/checkpoint.ts";
import {
	judgeEntry,
	type LeafRow,
} from "../src/platform/journal/judge-entry.ts";
import { loadNames } from "../src/platform/journal/names.ts";
import { joinPeaks } from "../src/platform/journal/peaks.ts";
import { entryColumns } from "../src/platform/journal/sealed-row.ts";
import type { Chance } from "./chance.ts";
import type { TestDatabase } from "./database.ts";

/** The key of somebody who is not this installation. */
const thief = signerFrom(randomBytes(32));

/** What a superuser does to the database in one go; says at which place it began where that can be told. */
type Tampering = (
	on: Target,
) => Promise<{ readonly first: number } | undefined>;

export type Target = {
	readonly client: pg.Client;
	readonly size: number;
	readonly people: readonly string[];
	readonly any: Chance;
};

/** Each is drawn many times, at places and with values drawn by lot. */
export const tamperings: Readonly<Record<string, Tampering>> = {
	edit: async ({ client, size, people, any }) => {
		const first = 1 + any.below(size);
		await client.query(
			`update journal set ${any.of(edits(people))} from journal_leaf where entry_id = id and position = $1`,
			[first],
		);
		return { first };
	},
	"edit, with the leaf made to fit": async (on) => {
		const edited = await tamper("edit", on);
		await forgeLeaves(on);
		return edited && undefined;
	},
	delete: async ({ client, size, any }) => {
		const first = 1 + any.below(size);
		await client.query(
			"delete from journal using journal_leaf where entry_id = id and position = $1",
			[first],
		);
		return { first };
	},
	"delete with its leaf": async ({ client, size, any }) => {
		const first = 1 + any.below(size);
		await client.query(
			"with gone as (delete from journal_leaf where position = $1 returning entry_id) delete from journal using gone where id = entry_id",
			[first],
		);
		return first === size ? undefined : { first };
	},
	"delete with its leaf, closing ranks": async (on) => {
		await tamper("delete with its leaf", on);
		await closeRanks(on);
		return undefined;
	},
	"insert beside the tree": async ({ client, people, any }) => {
		await client.query(insertEntry, [any.of(people), "now"]);
		return undefined;
	},
	"insert in the middle of the tree": async (on) => {
		const { client, size, people, any } = on;
		const { rows } = await client.query<{ id: string }>(insertEntry, [
			any.of(people),
			"now",
		]);
		const place = 1 + any.below(size);
		await client.query(
			"update journal_leaf set position = position + 1000000 where position >= $1",
			[place],
		);
		await client.query(
			"update journal_leaf set position = position - 999999 where position > 1000000",
		);
		await client.query(
			"insert into journal_leaf (position, entry_id, hash, actor) select $1, $2, ''::bytea, number from journal_pseudonym where person_id = (select person_id from journal where id = $2)",
			[place, rows[0]?.id],
		);
		await forgeLeaves(on);
		return undefined;
	},
	"insert an act of last year, waiting to be sealed": async (on) => {
		const { client, people, any } = on;
		const { rows } = await client.query<{ id: string }>(insertEntry, [
			any.of(people),
			new Date(Date.now() - (2 + any.below(400)) * 86_400_000).toISOString(),
		]);
		await client.query(
			"insert into journal_leaf (position, entry_id, hash, actor) select $1, $2, ''::bytea, number from journal_pseudonym where person_id = (select person_id from journal where id = $2)",
			[on.size + 1, rows[0]?.id],
		);
		await rewriteTree(on);
		return { first: on.size + 1 };
	},
	"reorder the leaves": async ({ client, size, any }) => {
		const [one, other] = any.two(size);
		await client.query(
			"update journal_leaf set position = 1000000 + case position when $1 then $2 else $1 end where position in ($1, $2)",
			[one, other],
		);
		await client.query(
			"update journal_leaf set position = position - 1000000 where position > 1000000",
		);
		return undefined;
	},
	"reorder what happened": async ({ client, size, any }) => {
		const [one, other] = any.two(size);
		await client.query(
			`with pair as (
				select journal.*, position from journal join journal_leaf on entry_id = id where position in ($1, $2)
			)
			update journal set (at, person_id, process, act, about_person_id, subject, subject_id, detail, request_id) = (
				other.at, other.person_id, other.process, other.act, other.about_person_id, other.subject, other.subject_id, other.detail, 'moved'
			)
			from pair own join pair other on own.position <> other.position where own.id = journal.id`,
			[one, other],
		);
		return { first: Math.min(one, other) };
	},
	"cut off the end": async (on) => {
		const { client, size, any } = on;
		await client.query(
			"with gone as (delete from journal_leaf where position > $1 returning entry_id) delete from journal using gone where id = entry_id",
			[size - 1 - any.below(size)],
		);
		return undefined;
	},
	"cut off the end, tree and checkpoints too": async (on) => {
		await tamper("cut off the end", on);
		await rewriteTree(on);
		return undefined;
	},
	"empty everything": async ({ client }) => {
		await client.query(
			"delete from journal; delete from journal_leaf; delete from journal_checkpoint; update journal_tree set size = 0, peaks = ''",
		);
		return undefined;
	},
	"edit, and write the whole tree anew": async (on) => {
		await tamper("edit", on);
		await forgeLeaves(on);
		await rewriteTree(on);
		return undefined;
	},
	"delete, and write the whole tree anew": async (on) => {
		await tamper("delete with its leaf, closing ranks", on);
		await rewriteTree(on);
		return undefined;
	},
	"put the pseudonyms to others": async ({ client, people }) => {
		const [one, other] = people;
		await client.query(
			"update journal_pseudonym set person_id = null, salt = null where person_id = $1",
			[one],
		);
		await client.query(
			"update journal set person_id = $2 where person_id = $1",
			[one, other],
		);
		return undefined;
	},
	"take somebody's name out without an erasure": async ({
		client,
		people,
		any,
	}) => {
		const person = any.of(people);
		await client.query(
			"update journal_pseudonym set person_id = null, salt = null where person_id = $1",
			[person],
		);
		await client.query(
			"update journal set person_id = null where person_id = $1",
			[person],
		);
		return undefined;
	},
};

export function tamper(name: string, on: Target) {
	const found = tamperings[name];
	if (found === undefined) throw new Error(`no tampering ${name}`);
	return found(on);
}

function edits(people: readonly string[]): string[] {
	const [one, other] = people;
	return [
		"act = act || '-not'",
		"at = at + interval '1 microsecond'",
		"request_id = 'another'",
		"subject = coalesce(subject, '') || 'x'",
		`subject_id = '${randomUUID()}'`,
		`detail = detail || '{"more": 1}'`,
		`person_id = case when person_id = '${one}' then '${other}'::uuid else '${one}'::uuid end, process = null`,
		`about_person_id = case when about_person_id = '${one}' then '${other}'::uuid else '${one}'::uuid end`,
		"person_id = null, process = 'somebody'",
	];
}

const insertEntry =
	"insert into journal (person_id, act, at) values ($1, 'grant-office', $2::timestamptz) returning id::text";

async function closeRanks({ client }: Target): Promise<void> {
	await client.query("update journal_leaf set position = position + 1000000");
	await client.query(
		"update journal_leaf set position = place from (select entry_id as entry, row_number() over (order by position) as place from journal_leaf) as ranked where entry = entry_id",
	);
}

/** Makes every leaf fit its entry, as whoever knows how Baton hashes would. */
async function forgeLeaves({ client }: Target): Promise<void> {
	await client.query(
		"update journal_leaf set actor = (select number from journal_pseudonym p where p.person_id = journal.person_id), about = (select number from journal_pseudonym p where p.person_id = journal.about_person_id) from journal where id = entry_id",
	);
	const names = await loadNames(client, () => {});
	const { rows } = await client.query<LeafRow>(
		`select leaf.*, ${entryColumns} from journal_leaf leaf join journal entry on id = entry_id order by position`,
	);
	await client.query(
		"update journal_leaf set hash = made.hash from unnest($1::bigint[], $2::bytea[]) as made (at, hash) where position = made.at",
		[
			rows.map(({ position }) => position),
			rows.map((row) => Buffer.from(judgeEntry(row, names, "").hash)),
		],
	);
}

/** A tree and a checkpoint of the thief's own over whatever leaves there are. */
async function rewriteTree(on: Target): Promise<void> {
	const { client } = on;
	await forgeLeaves(on);
	const { rows } = await client.query<{ hash: Buffer }>(
		"select hash from journal_leaf order by position",
	);
	const tree = append(
		emptyTree,
		rows.map(({ hash }) => hash),
	);
	const { rows: trees } = await client.query<{ log: string }>(
		"update journal_tree set size = $1, peaks = $2 returning log",
		[tree.size, joinPeaks(tree.peaks)],
	);
	const root = Buffer.from(rootOf(tree));
	const at = "2026-01-01T00:00:00Z";
	const log = trees[0]?.log ?? "";
	await client.query("delete from journal_checkpoint where size >= $1", [
		tree.size,
	]);
	await client.query(
		"insert into journal_checkpoint (size, root, at, note) values ($1, $2, $3, $4)",
		[
			tree.size,
			root,
			at,
			signedNote({ log, size: tree.size, root, at }, thief),
		],
	);
}

/** A session that walks past row-level security and triggers. */
export async function superuser({ logins }: TestDatabase) {
	const url = new URL(process.env["BATON_ADMIN_URL"] ?? "");
	url.pathname = new URL(logins.owner).pathname;
	const client = new pg.Client(url.href);
	await client.connect();
	return { client, [Symbol.asyncDispose]: () => client.end() };
}

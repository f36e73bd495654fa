import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import type { RegisterRow } from "../src/platform/database/register/register.ts";

type Column = {
	readonly name: string;
	readonly type: string;
	readonly isNeeded: boolean;
	readonly check: string | null;
};

/** Stands for the person. */
const itself = Symbol("person");

/** What no rule about types gives: sizes of bytes, forms of texts, and columns of which one needs the other. */
const forms: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	sensitive_fact: { declared: "Zyx" },
	mail: { message_id: randomUUID() },
	sealing_identity: {
		signing_key: randomBytes(65),
		agreement_key: randomBytes(65),
	},
	note: {
		kind: "mine",
		epoch: 0,
		writer_id: itself,
		sealed: randomBytes(284),
	},
	relationship_key: { epoch: 1, key_name: randomBytes(32) },
	relationship_key_grant: {
		epoch: 1,
		ephemeral: randomBytes(65),
		wrapped: randomBytes(60),
		signature: randomBytes(64),
	},
	recovery_consent: { epoch: 1, signature: randomBytes(64) },
	recovery_epoch: {
		epoch: 1,
		key_fingerprint: randomBytes(32),
		key_name: randomBytes(32),
		signature: randomBytes(64),
	},
	recovery_copy: {
		reader_id: randomUUID(),
		sealed: randomBytes(218),
		signature: randomBytes(64),
	},
	recovery_opening: { signature: randomBytes(64) },
	recovery_step: { act: "agreed" },
	unlocker: {
		kind: "recovery-code",
		salt: randomBytes(32),
		wrapped: randomBytes(60),
	},
	journal_pseudonym: {
		pseudonym: randomBytes(32).toString("hex"),
		salt: randomBytes(32).toString("hex"),
	},
	journal: { process: "test" },
	form_key: { key: randomUUID() },
	passkey_challenge: { purpose: "add" },
	identity_flow: { purpose: "link" },
	pair_matter: { kind: "waiting" },
	erasure_request: { cause: "asked" },
	session: { ends_at: "2026-11-02" },
	roundtable: { ends_at: "2026-11-02", seats: 3 },
};

/**
 * Puts one row that is the person's into a table, whatever else it refers to: rules of types and checks hold, references do not. For a
 * session of a superuser, inside a transaction.
 */
export async function insertAnyRow(
	client: pg.Client,
	{ table, whose }: RegisterRow,
	person: string,
): Promise<void> {
	const { rows: columns } = await client.query<Column>(
		`select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull and not a.atthasdef and a.attidentity = '' as "isNeeded",
			(select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as check
		from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = 'public'::regnamespace and c.relname = $1 and a.attnum > 0 and not a.attisdropped`,
		[table],
	);
	// An act about the person rather than theirs: a process does it.
	const theirs = table === "journal" ? "about_person_id" : whose[0];
	const given: Record<string, unknown> = { ...forms[table] };
	for (const column of columns) {
		if (column.name === theirs)
			given[column.name] = column.type.endsWith("[]")
				? [person, randomUUID()]
				: person;
		else if (column.isNeeded && !(column.name in given))
			given[column.name] = valueFor(column);
	}
	const names = Object.keys(given);
	await client.query(
		`insert into ${client.escapeIdentifier(table)} (${names.map((name) => client.escapeIdentifier(name)).join(", ")})
		values (${names.map((_, place) => `$${place + 1}`).join(", ")})`,
		Object.values(given).map((value) => (value === itself ? person : value)),
	);
}

function valueFor({ type, check }: Column): unknown {
	const [, listed] = /'([^']+)'::text/.exec(check ?? "") ?? [];
	const length = /octet_length\(\w+\) >?= (\d+)/.exec(check ?? "")?.[1];
	switch (type) {
		case "uuid":
			return randomUUID();
		case "text":
			return listed !== undefined && (check ?? "").includes("ANY")
				? listed
				: "x";
		case "bytea":
		case "sealed":
			return randomBytes(Number(length ?? 64));
		case "tstzrange":
			return "empty";
		case "jsonb":
			return "{}";
		case "date":
		case "timestamp with time zone":
			return "2026-11-01";
		case "boolean":
			return false;
		case "text[]":
		case "uuid[]":
		case "integer[]":
			return [];
		default:
			return 1;
	}
}

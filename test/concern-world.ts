// Two ombudspersons and somebody who turns to one of them, for the tests of what nobody else may learn.
import assert from "node:assert/strict";
import { sql } from "kysely";
import {
	type Process,
	transact,
	type Tx,
} from "../src/platform/database/database.ts";
import type { Office } from "../src/platform/http/guard.ts";
import {
	openThread,
	type Thread,
} from "../src/ui/browser/sealed-pages/concern-desk.ts";
import { type Seat, seat } from "./concern-desk.ts";
import { asOwner } from "./owner.ts";
import { pairWorld, type PairWorld } from "./two-pairs.ts";

export type ConcernWorld = PairWorld & {
	readonly wei: Seat;
	readonly noor: Seat;
	readonly greta: Seat;
};

/** Wei is mentored by Ingrid; Noor and Greta are ombudspersons. */
export async function concernWorld(): Promise<ConcernWorld> {
	const world = await pairWorld();
	for (const name of ["Noor", "Greta"])
		await appoint(world, name, "ombudsperson");
	const at = (name: string) => seat(world, world.people[name] ?? "");
	return {
		...world,
		wei: await at("Wei"),
		noor: await at("Noor"),
		greta: await at("Greta"),
	};
}

export function appoint(
	world: PairWorld,
	name: string,
	office: Office,
	program: string | null = null,
) {
	return world.arrange((tx) =>
		tx
			.insertInto("office")
			.values({
				person_id: world.people[name] ?? "",
				office,
				program_id: program,
			})
			.execute(),
	);
}

export function manages(
	world: PairWorld,
	lines: readonly (readonly [string, string])[],
) {
	return world.arrange(async (tx) => {
		for (const [person, manager] of lines)
			await tx
				.updateTable("person")
				.set({ manager_id: world.people[manager] ?? null })
				.where("id", "=", world.people[person] ?? "")
				.execute();
	});
}

export async function choices(
	world: PairWorld,
	name: string,
): Promise<string[]> {
	const { rows } = await transact(
		world.database,
		{
			actor: { kind: "person", person: world.people[name] ?? "" },
			access: "read",
		},
		(tx) =>
			sql<{ name: string }>`
				select first_name as name from person where id = any (ombudspersons_for_me()) order by 1
			`.execute(tx),
	);
	return rows.map((row) => row.name);
}

export async function thread(
	world: ConcernWorld,
	{ at }: Seat,
	id: string,
): Promise<Thread> {
	const { wei, noor, greta } = world;
	return openThread(
		at(id),
		id,
		[wei, noor, greta].map(({ person }) => person),
	);
}

export function words({ space }: Thread): string[] {
	return space.texts.map(({ content, refused }) =>
		refused === undefined &&
		typeof content === "object" &&
		content !== null &&
		"text" in content
			? String(content.text)
			: String(refused),
	);
}

/** Every door to a concern answers as if it were not there, byte for byte; and its rows are not. */
export async function assertUnknown(
	world: ConcernWorld,
	person: string,
	id: string,
): Promise<void> {
	const client = await world.as(person);
	const nowhere = crypto.randomUUID();
	for (const path of ["", "/space.json"]) {
		const there = await client.get(`/concerns/${id}${path}`);
		const missing = await client.get(`/concerns/${nowhere}${path}`);
		assert.equal(there.status, 404);
		assert.equal(plain(there.html, id), plain(missing.html, nowhere));
	}
	for (const [path, fields] of [
		["step", { step: "take-up" }],
		["pass-on", { why: "declared-conflict" }],
	] as const) {
		const there = await client.send(`/concerns/${id}/${path}`, fields);
		const missing = await client.send(`/concerns/${nowhere}/${path}`, fields);
		assert.deepEqual(
			[there.status, plain(there.html, id)],
			[missing.status, plain(missing.html, nowhere)],
		);
		assert.equal(there.status, 404);
	}
	const rows = await transact(
		world.database,
		{ actor: { kind: "person", person }, access: "read" },
		countRows,
	);
	assert.deepEqual(rows, [0, 0, 0, 0, 0, 0]);
}

function plain(html: string, id: string): string {
	return (
		html
			.split(id)
			.join(":id")
			.replaceAll(/name="form-key" value="[^"]*"/g, "")
			.replaceAll(/nonce="[^"]*"/g, "")
			// A minute may pass between the two looks.
			.replaceAll(/\b\d{1,2}:\d{2}\b/g, "00:00")
	);
}

export async function countRows(tx: Tx): Promise<number[]> {
	const counts: number[] = [];
	for (const table of [
		"concern",
		"concern_trust",
		"concern_event",
		"concern_key",
		"concern_key_grant",
		"concern_text",
	] as const) {
		const rows = await tx.selectFrom(table).selectAll().execute();
		counts.push(rows.length);
	}
	return counts;
}

export const processes: readonly Process[] = [
	"anyone",
	"sign-in",
	"set-up",
	"people-import",
	"pairing",
	"lottery",
	"mail",
	"agreements",
	"endings",
	"demonstration",
];

/** What each of these people sees on these pages. */
export async function everything(
	world: ConcernWorld,
	people: readonly string[],
	paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const seen = new Map<string, string>();
	for (const person of people) {
		const client = await world.as(person);
		for (const path of paths) {
			const { status, html } = await client.get(path);
			seen.set(`${path} of ${person}`, `${status} ${plain(html, "no id")}`);
		}
	}
	return seen;
}

export function journalOf(world: ConcernWorld) {
	return asOwner(
		world.database,
		"select act, person_id from journal where act not like 'read-%' and act <> 'sign-in' order by id",
	);
}

export async function tablesHolding(
	world: ConcernWorld,
	text: string,
): Promise<string[]> {
	const tables = await asOwner<{ name: string }>(
		world.database,
		"select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
	);
	const found: string[] = [];
	for (const { name } of tables) {
		const hits = await asOwner(
			world.database,
			`select from ${name} as row where position($1 in row::text) > 0 limit 1`,
			[text],
		);
		if (hits.length > 0) found.push(name);
	}
	return found;
}

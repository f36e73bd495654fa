import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { insertAnyRow } from "../../../../test/any-row.ts";
import { superuser } from "../../../../test/tampering.ts";
import { addPerson, establishedWorld } from "../../../../test/world.ts";
import { transact } from "../database.ts";
import { columnFacts } from "./columns.ts";
import { readersByTable } from "./readers.ts";
import { personal, processing, saysSomethingOfPersons } from "./register.ts";

test("every column of every table is in the register, and nothing else is", async () => {
	await using world = await establishedWorld();
	const facts = await world.arrange(columnFacts);
	const inDatabase = facts.map(({ table, column }) => `${table}.${column}`);
	const inRegister = processing.flatMap(({ table, columns }) =>
		Object.keys(columns).map((column) => `${table}.${column}`),
	);
	assert.deepEqual(inRegister.toSorted(), inDatabase.toSorted());
});

test("what is somebody's has a title for them, and says what becomes of it", () => {
	const bare = personal
		.filter(({ title, erasure }) => title === undefined || erasure === "nobody")
		.map(({ table }) => table);
	assert.deepEqual(bare, []);
});

test("a table that says something of people names whose it is, or says how mentions of them go", () => {
	const nobodys = processing
		.filter(
			(row) =>
				row.whose.length === 0 &&
				row.erasure === "nobody" &&
				saysSomethingOfPersons(row),
		)
		.map(({ table }) => table);
	// Ids of pairs, counts of groups, what a circle is called and about: they name nobody once the person is erased.
	assert.deepEqual(nobodys, [
		"cadence",
		"ending_tally",
		"lottery_seed",
		"mentoring_circle",
		"plan_draft",
		"plan_draft_result",
		"relationship_ending",
		"round_change",
		"round_override",
		"round_plan",
		"session",
	]);
});

test("every column that refers to a person is theirs, or a trace of who did something", async () => {
	await using world = await establishedWorld();
	const { rows } = await world.database.pool.query<{
		table: string;
		column: string;
	}>(
		`select conrelid::regclass::text as table, a.attname as column from pg_constraint
		join pg_attribute a on a.attrelid = conrelid and a.attnum = any (conkey)
		where contype = 'f' and confrelid = 'person'::regclass`,
	);
	const unclear = rows.filter(({ table, column }) => {
		const entry = processing.find((row) => row.table === table);
		return (
			entry?.columns[column] === "technical" && !entry.whose.includes(column)
		);
	});
	assert.deepEqual(unclear, []);
});

test("every policy is understood by the page that says who may read what", async () => {
	await using world = await establishedWorld();
	const readers = await world.arrange(readersByTable);
	const unknown = [...readers].flatMap(([table, { unknown: names }]) =>
		names.map((name) => `${table}: ${name}`),
	);
	assert.deepEqual(unknown, []);
});

test("the page says of an office holder that they may read something exactly if the database lets them", async () => {
	await using world = await establishedWorld();
	const [wei, others] = await world.arrange(async (tx) => [
		await addPerson(tx, { first_name: "Wei", last_name: "Chen" }),
		{
			stranger: await addPerson(tx, {
				first_name: "Otto",
				last_name: "Nobody",
			}),
			"program-manager": world.ruth,
			administrator: world.ada,
		},
	]);
	await using session = await superuser(world.database);
	const { client } = session;
	await client.query("begin");
	await client.query("set local session_replication_role = replica");
	for (const row of personal)
		if (row.table !== "person") await insertAnyRow(client, row, wei);
	await client.query("commit");
	const readers = await world.arrange(readersByTable);
	const wrong: string[] = [];
	for (const [role, person] of Object.entries(others))
		for (const { table, whose } of personal) {
			const said = readers.get(table);
			const maySee =
				said === undefined || said.everyone || said.offices.has(role);
			const sees = await transact(
				world.database,
				{ actor: { kind: "person", person }, access: "read" },
				async (tx) => {
					const column = sql.ref(whose[0] ?? "");
					const { rows } = await sql`
						select from ${sql.table(table)} where ${wei} = any (array[${column}]::uuid[]) limit 1
					`.execute(tx);
					return rows.length > 0;
				},
			);
			// An office for a program sees its own program's rows; these are in no program, so only what is never said may be seen.
			if (sees && !maySee) wrong.push(`${role} sees ${table}, unsaid`);
		}
	assert.deepEqual(wrong, []);
});

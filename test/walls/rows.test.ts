import assert from "node:assert/strict";
import test, { after } from "node:test";
import { filledDatabase } from "./filled-database.ts";
import { readLine, sorted, writeLine } from "./row-lines.ts";
import { prepareMeasure, protectedTables, rightsIn } from "./row-matrix.ts";
import {
	backedUp,
	beyondTheMatrix,
	isNoticed,
	policyMutants,
	secondBolts,
	shortWays,
} from "./row-policies.ts";
import { rowRights } from "./row-rights.ts";

const database = await filledDatabase();
after(() => database[Symbol.asyncDispose]());
await prepareMeasure(database);

const measured = await measure();

test("for every table and every actor, the database gives exactly the rows that are written down", () => {
	const problems = Object.entries(measured).flatMap(([table, rights]) => {
		const line = rowRights[table];
		if (line !== undefined && isSame(rights, readLine(line))) return [];
		return [`${table}: ${JSON.stringify(writeLine(rights))},`];
	});
	assert.deepEqual(
		problems,
		[],
		`What these tables let whom do is not what test/walls/row-rights.ts says. Is it meant? Then the lines are:\n${problems.join("\n")}\n`,
	);
	assert.deepEqual(
		Object.keys(rowRights).filter((table) => !(table in measured)),
		[],
		"there are no such protected tables",
	);
});

test("without an actor no table gives or takes a row", () => {
	for (const [table, rights] of Object.entries(measured))
		assert.equal(rights["nobody"], undefined, table);
});

test("every table has rows to ask for, and its owner sees them", async () => {
	await database.as(async (client) => {
		for (const table of await protectedTables(client)) {
			const { rowCount } = await client.query(`select from ${table} limit 1`);
			assert.equal(rowCount, 1, table);
		}
	});
});

test("a policy taken away or widened, or a table left open, is noticed", async () => {
	await database.as(async (client) => {
		const mutants = await policyMutants(client, database);
		const survivors: string[] = [];
		for (const mutant of mutants)
			if (!(await isNoticed(client, database, mutant)))
				survivors.push(mutant.name);
		assert.deepEqual(
			survivors.filter(
				(name) =>
					![
						...backedUp,
						...secondBolts,
						...shortWays,
						...beyondTheMatrix,
					].includes(name),
			),
			[],
			`${survivors.length} of ${mutants.length}`,
		);
	});
});

function measure() {
	return database.as(async (client) => {
		await client.query("begin");
		const measured: Record<string, Readonly<Record<string, string>>> = {};
		for (const table of await protectedTables(client))
			measured[table] = await rightsIn(client, database, table);
		await client.query("rollback");
		return measured;
	});
}

function isSame(
	one: Readonly<Record<string, string>>,
	two: Readonly<Record<string, string>>,
): boolean {
	return JSON.stringify(sorted(one)) === JSON.stringify(sorted(two));
}

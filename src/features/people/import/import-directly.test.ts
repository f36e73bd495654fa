import assert from "node:assert/strict";
import test from "node:test";
import { establishedWorld, type World } from "../../../../test/world.ts";
import { readTable } from "../../../platform/spreadsheet/read-table.ts";
import { type DirectImport, importDirectly } from "./import-directly.ts";
import {
	addProgram,
	asOwner,
	everything,
	HEAD,
	undo,
} from "./import-cast.test.ts";

const WEI = "1,Wei,Chen,wei@meridian.example,Director,";
const NOBODY = "2,,,,,";

function direct(
	world: World,
	lines: readonly string[],
	more: Partial<DirectImport> = {},
) {
	return importDirectly(
		world.database,
		{
			fileName: "people.csv",
			bytes: new TextEncoder().encode(lines.join("\n")),
			mapping: undefined,
			program: null,
			side: null,
			isDryRun: false,
			takesGoodRows: false,
			...more,
		},
		[],
	);
}

test("a dry run says what would change and changes nothing", async () => {
	await using world = await establishedWorld();
	const before = await everything(world);
	const outcome = await direct(world, [HEAD, WEI], { isDryRun: true });
	assert.ok(outcome.ok);
	assert.equal(outcome.imported, false);
	assert.equal(outcome.figures.created, 1);
	assert.deepEqual(await everything(world), before);
	const { rows } = await asOwner(world, "select id from people_import");
	assert.deepEqual(rows, []);
});

test("the command line imports as a process, and a person can undo it", async () => {
	await using world = await establishedWorld();
	const before = await everything(world);
	const program = await world.arrange((tx) => addProgram(tx, "Spring"));
	const outcome = await direct(world, [HEAD, WEI], {
		program: "Spring",
		side: "mentee",
	});
	assert.ok(outcome.ok);
	const { rows } = await asOwner(
		world,
		"select program_id, side, how, entered_by from enrolment",
	);
	assert.deepEqual(rows, [
		{ program_id: program, side: "mentee", how: "import", entered_by: null },
	]);
	const journal = await asOwner(
		world,
		"select distinct process from journal where subject = 'people-import'",
	);
	assert.deepEqual(journal.rows, [{ process: "people-import" }]);
	const ruth = await world.as(world.ruth);
	assert.match(
		(await ruth.get("/people/import")).text,
		/from the command line/,
	);
	const page = await undo(world, ruth, outcome.id ?? "");
	assert.match(page.text, /This import was undone/, page.text);
	assert.deepEqual(await everything(world), before);
});

test("one bad row refuses the whole, unless the good rows are asked for", async () => {
	await using world = await establishedWorld();
	const before = await everything(world);
	const refused = await direct(world, [HEAD, WEI, NOBODY]);
	assert.ok(!refused.ok);
	assert.match(refused.why, /One row cannot be taken, so nothing was imported/);
	assert.deepEqual(
		refused.problems.map(({ row, code }) => `${row} ${code}`),
		["3 missing-email", "3 missing-name"],
	);
	assert.deepEqual(await everything(world), before);
	const taken = await direct(world, [HEAD, WEI, NOBODY], {
		takesGoodRows: true,
	});
	assert.ok(taken.ok && taken.returned !== null);
	const rest = await readTable(taken.returned);
	assert.ok(rest.ok);
	assert.equal(rest.table.rows.length, 1);
});

test("mappings come by name or as a document, and those that make no sense are refused", async () => {
	await using world = await establishedWorld();
	const mapping = {
		columns: [
			{ header: "A", target: { to: "field", field: "email" } },
			{ header: "B", target: { to: "field", field: "fullName" } },
		],
	};
	const lines = ["A,B", "wei@meridian.example,Wei Chen"];
	const byJson = await direct(world, lines, { mapping: { json: mapping } });
	assert.ok(byJson.ok);
	assert.equal(byJson.figures.created, 1);
	const unknown = await direct(world, lines, { mapping: { name: "Other" } });
	assert.ok(!unknown.ok);
	assert.match(unknown.why, /No mapping is kept under the name Other/);
	const wrong = await direct(world, lines, {
		mapping: { json: { columns: [{ header: "A", target: { to: "moon" } }] } },
	});
	assert.ok(!wrong.ok);
	assert.match(wrong.why, /makes no sense at columns.0.target.to/);
	const nobody = await direct(world, lines, { program: "Autumn" });
	assert.ok(!nobody.ok);
	assert.match(nobody.why, /There is no program named Autumn/);
});

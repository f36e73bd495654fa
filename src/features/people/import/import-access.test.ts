import assert from "node:assert/strict";
import test from "node:test";
import { transact } from "../../../platform/database/database.ts";
import { addPerson, establishedWorld } from "../../../../test/world.ts";
import { followMovements } from "./commands/leaving.ts";
import {
	addProgram,
	asOwner,
	csv,
	HEAD,
	importFile,
	press,
	preview,
} from "./import-cast.test.ts";

const WEI = "1,Wei,Chen,wei@meridian.example,Director,";
const JOLA = "2,Jola,Nowak,jola@meridian.example,Chief Executive,";

test("a plain member finds no import, neither its pages nor its rows", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const seen = await preview(world, ruth, csv(HEAD, WEI, "3,,,no address,,"));
	const tomas = await world.arrange((tx) =>
		addPerson(tx, { first_name: "Tomás", last_name: "Vega" }),
	);
	const member = await world.as(tomas);
	for (const path of [
		"/people/import",
		"/people/import/template.csv",
		`/people/import/${seen.id}`,
		`/people/import/${seen.id}/columns`,
		`/people/import/${seen.id}/progress`,
		`/people/import/${seen.id}/problems.xlsx`,
		`/people/import/${seen.id}/rows-to-mend.xlsx`,
	])
		assert.equal((await member.get(path)).status, 404, path);
	for (const act of ["import", "discard", "undo", "columns", "leaving"])
		assert.equal(
			(await member.send(`/people/import/${seen.id}/${act}`, {})).status,
			404,
			act,
		);
	for (const table of [
		"people_import",
		"people_import_row",
		"people_import_problem",
		"people_import_progress",
		"people_import_change",
	] as const) {
		const count = (person: string) =>
			transact(
				world.database,
				{ actor: { kind: "person", person }, access: "read" },
				(tx) => tx.selectFrom(table).selectAll().execute(),
			);
		assert.equal((await count(tomas)).length, 0, table);
		if (table !== "people_import_change")
			assert.notEqual((await count(world.ruth)).length, 0, table);
	}
});

test("administrators import too, but enrol nobody: they run no program", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const program = await world.arrange((tx) => addProgram(tx, "Spring"));
	const page = await ada.get("/people/import");
	assert.equal(page.status, 200);
	assert.doesNotMatch(page.text, /Enrol into a program/);
	const forced = await ada.post("/people/import", {
		file: csv(HEAD, WEI),
		program,
		side: "mentee",
	});
	assert.equal(forced.status, 422);
	assert.match(forced.text, /Choose a program that you run/);
	await importFile(world, ada, csv(HEAD, WEI));
	const { rows } = await asOwner(world, "select id from enrolment");
	assert.deepEqual(rows, []);
});

test("the last administrator leaves by no file, though another's office begins next year", async () => {
	await using world = await establishedWorld();
	const { ada, ruth } = world;
	await asOwner(
		world,
		`insert into office (person_id, office, from_at) values ('${ruth}', 'administrator', now() + interval '1 year')`,
	);
	const outcome = await transact(
		world.database,
		{ actor: { kind: "process", process: "people-import" }, access: "write" },
		async (tx) => {
			await tx
				.updateTable("person")
				.set({ left_on: "2026-01-31" })
				.where("id", "=", ada)
				.execute();
			return followMovements(tx, {
				left: [ada],
				returned: [],
				by: null,
				reactions: [],
			});
		},
	);
	assert.equal(outcome, "last-administrator");
});

test("pressing twice imports once", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const ada = await world.as(world.ada);
	const seen = await preview(world, ruth, csv(HEAD, WEI));
	const answers = await Promise.all([
		press(ruth, seen),
		press(ada, seen),
		press(ruth, seen),
	]);
	assert.deepEqual(
		answers.map(({ status }) => status).toSorted((a, b) => a - b),
		[303, 409, 409],
	);
	await world.workJobs();
	const { rows } = await asOwner(
		world,
		"select count(*)::int as people from person where last_name = 'Chen'",
	);
	assert.deepEqual(rows, [{ people: 1 }]);
});

test("of two files imported at once about the same people, the second is looked at again", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const ada = await world.as(world.ada);
	const one = await preview(world, ruth, csv(HEAD, WEI, JOLA));
	const two = await preview(
		world,
		ada,
		csv(HEAD, "1,Wei,Chen,wei@meridian.example,Managing Director,"),
	);
	await Promise.all([press(ruth, one), press(ada, two)]);
	await world.workJobs();
	await world.workJobs();
	const pages = await Promise.all(
		[one, two].map(({ id }) => ruth.get(`/people/import/${id}`)),
	);
	const imported = pages.filter(({ text }) => /are imported/.test(text));
	const again = pages.filter(({ text }) =>
		/People were changed while you decided/.test(text),
	);
	assert.deepEqual([imported.length, again.length], [1, 1]);
});

test("somebody who was changed by hand meanwhile is looked at again, and nothing was written", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await importFile(world, ruth, csv(HEAD, WEI));
	const seen = await preview(
		world,
		ruth,
		csv(HEAD, "1,Wei,Chen,wei@meridian.example,Managing Director,", JOLA),
	);
	await asOwner(
		world,
		"update person set job_title = 'President' where last_name = 'Chen'",
	);
	await press(ruth, seen);
	// The import finds the world changed, and has the file compared anew.
	await world.workJobs();
	await world.workJobs();
	const page = await ruth.get(`/people/import/${seen.id}`);
	assert.match(page.text, /People were changed while you decided/);
	assert.match(page.text, /President → Managing Director/);
	const { rows } = await asOwner(
		world,
		"select job_title from person where last_name in ('Chen', 'Nowak')",
	);
	assert.deepEqual(rows, [{ job_title: "President" }]);
});

test("somebody unconcerned who was changed meanwhile is in nobody's way", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const seen = await preview(world, ruth, csv(HEAD, WEI));
	await world.arrange((tx) =>
		addPerson(tx, { first_name: "Tomás", last_name: "Vega" }),
	);
	await press(ruth, seen);
	await world.workJobs();
	const page = await ruth.get(`/people/import/${seen.id}`);
	assert.match(page.text, /The people are imported/);
});

import assert from "node:assert/strict";
import test from "node:test";
import { writeWorkbook } from "../../../platform/spreadsheet/write-workbook.ts";
import { establishedWorld } from "../../../../test/world.ts";
import {
	addProgram,
	asOwner,
	csv,
	filledIn,
	importFile,
	importIn,
	preview,
	upload,
} from "./import-cast.test.ts";

test("columns that make no sense come back with what was chosen, and what is wrong at each", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const program = await world.arrange((tx) => addProgram(tx, "Spring"));
	const asked = await upload(
		ruth,
		csv("Who,Address,Stage", "Wei Chen,wei@meridian.example,late"),
	);
	const path = `/people/import/${importIn(asked)}/columns`;
	const twice = await ruth.post(path, {
		"target-0": "field:fullName",
		"target-1": "field:email",
		"target-2": "field:email",
		program,
		side: "column",
	});
	assert.equal(twice.status, 422);
	assert.match(twice.text, /Two columns go into “E-mail address”/);
	assert.match(twice.text, /No column goes into “Mentor or mentee”/);
	assert.equal(filledIn(twice.html, path)["target-2"], "field:email");
	const nobody = await ruth.post(path, { "target-0": "field:fullName" });
	assert.match(nobody.text, /without one of them nobody can be recognised/);
	const steps = await ruth.post(path, {
		"target-0": "field:fullName",
		"target-1": "field:email",
		"target-2": "new:scale",
		"scale-2": "early\nmiddle",
	});
	assert.match(steps.text, /The file also says late/);
	const made = await ruth.post(path, {
		"target-0": "field:fullName",
		"target-1": "field:email",
		"target-2": "new:scale",
		"scale-2": "early\nmiddle\nlate",
	});
	assert.match(made.text, /What would this file change/);
});

test("grades that are not on the scale are put in order first, and none is lost", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await asOwner(
		world,
		"insert into grade (name, position) values ('Junior', 0), ('Senior', 1)",
	);
	const asked = await upload(
		ruth,
		csv("E-mail,Name,Grade", "wei@meridian.example,Wei Chen,Principal"),
	);
	const path = `/people/import/${importIn(asked)}/columns`;
	const fields = filledIn(asked.html, path);
	assert.equal(fields["grades"], "Junior\nSenior\nPrincipal");
	const { grades: _, ...unasked } = fields;
	const again = await ruth.post(path, unasked);
	assert.match(again.text, /grades that are not on your scale/);
	const lost = await ruth.post(path, {
		...fields,
		grades: "Principal\nJunior",
	});
	assert.match(lost.text, /must keep the grades there are already: Senior/);
	assert.equal(filledIn(lost.html, path)["grades"], "Principal\nJunior");
});

test("a file that was read wrong is read in another way", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const bytes = new Uint8Array([
		...new TextEncoder().encode("E-mail|Name\nwei@meridian.example|J"),
		0xf6,
		...new TextEncoder().encode("rg Chen"),
	]);
	const asked = await upload(ruth, new File([bytes], "people.csv"));
	assert.match(asked.text, /Jörg Chen/);
	const id = importIn(asked);
	const read = await ruth.post(`/people/import/${id}/reading`, {
		encoding: "macintosh",
		separator: "|",
	});
	assert.match(read.text, /The file was read again/);
	assert.match(read.text, /Jˆrg Chen/);
	const broken = await ruth.post(`/people/import/${id}/reading`, {
		sheet: "Nowhere",
	});
	assert.equal(broken.status, 200);
});

test("another sheet of a workbook can be chosen", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const book = writeWorkbook([
		{ name: "Notes", headers: ["Read me"], rows: [["hello"]] },
		{
			name: "Staff",
			headers: ["E-mail", "Name"],
			rows: [["wei@meridian.example", "Wei Chen"]],
		},
	]);
	const asked = await upload(ruth, new File([book], "people.xlsx"));
	assert.match(asked.text, /Read me/);
	const id = importIn(asked);
	const read = await ruth.post(`/people/import/${id}/reading`, {
		sheet: "Staff",
	});
	assert.match(read.text, /wei@meridian.example/);
	const discarded = await ruth.post(`/people/import/${id}/discard`);
	assert.match(discarded.text, /The file is discarded/);
	const { rows } = await asOwner(
		world,
		"select status, file, look from people_import",
	);
	assert.deepEqual(rows, [{ status: "discarded", file: null, look: null }]);
});

test("dates that could be either way are read as somebody says, and that is kept with the mapping", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const file = () =>
		csv("E-mail,Name,Hire date", "wei@meridian.example,Wei Chen,3/1/2024");
	const unsaid = await preview(world, ruth, file());
	assert.match(unsaid.page.text, /Day and month could be either way round/);
	await importFile(world, ruth, file(), {
		columns: { "dates-2": "month-first", "save-as": "American dates" },
	});
	const { rows } = await asOwner(
		world,
		"select hire_date::text from employment",
	);
	assert.deepEqual(rows, [{ hire_date: "2024-03-01" }]);
	const next = await upload(
		ruth,
		csv("E-mail,Name,Hire date", "jola@meridian.example,Jola Nowak,4/1/2024"),
	);
	assert.match(next.text, /As kept from an earlier file/);
	assert.match(next.html, /value="month-first"[^>]*checked/);
});

import assert from "node:assert/strict";
import test from "node:test";
import { addPerson, establishedWorld } from "../../../../test/world.ts";
import {
	asOwner,
	csv,
	everything,
	HEAD,
	importFile,
	personNamed,
	undo,
} from "./import-cast.test.ts";

const WEI = "1,Wei,Chen,wei@meridian.example,Director,2";
const JOLA = "2,Jola,Nowak,jola@meridian.example,Chief Executive,";

for (const [what, happening, words] of [
	[
		"changed by hand",
		"update person set job_title = 'President' where id = $wei",
		/Wei Chen The record was changed since/,
	],
	[
		"paired with somebody",
		`with made as (insert into program (name, template, kind) values ('Spring', 'x', 'one-to-one') returning id)
		 insert into blocked_pair (program_id, person_id, other_id) select made.id, $wei, $jola from made`,
		/Something in Baton refers to them by now/,
	],
	[
		"entrusted with an office",
		"insert into office (person_id, office) values ($wei, 'analyst')",
		/Wei Chen They hold an office/,
	],
	[
		"somebody's manager",
		"update person set manager_id = $wei where last_name = 'Feld'",
		/Wei Chen Somebody else has them as manager/,
	],
	[
		"writing about themselves",
		"insert into profile (person_id, about) values ($wei, 'I like maps')",
		/Wei Chen They have written about themselves/,
	],
] as const)
	test(`an import is not undone once somebody it brought is ${what}`, async () => {
		await using world = await establishedWorld();
		const ruth = await world.as(world.ruth);
		const { id } = await importFile(world, ruth, csv(HEAD, WEI, JOLA));
		const ids = {
			$wei: `'${await personNamed(world, "Wei")}'`,
			$jola: `'${await personNamed(world, "Jola")}'`,
		};
		await asOwner(
			world,
			happening.replace(/\$wei/g, ids.$wei).replace(/\$jola/g, ids.$jola),
		);
		const before = await everything(world);
		const page = await undo(world, ruth, id);
		assert.match(page.text, words, page.text);
		assert.deepEqual(await everything(world), before);
	});

test("whoever has signed in stays", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const { id } = await importFile(world, ruth, csv(HEAD, WEI, JOLA));
	await world.as(await personNamed(world, "Jola"));
	const before = await everything(world);
	const page = await undo(world, ruth, id);
	assert.match(page.text, /One thing stands in the way/);
	assert.match(page.text, /Jola Nowak They have signed in/);
	assert.deepEqual(await everything(world), before);
});

test("only the latest import is undone, then the one before it", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const empty = await everything(world);
	const first = await importFile(world, ruth, csv(HEAD, WEI));
	const between = await everything(world);
	const second = await importFile(world, ruth, csv(HEAD, JOLA));
	const early = await ruth.send(`/people/import/${first.id}/undo`, {});
	assert.equal(early.status, 409);
	await undo(world, ruth, second.id);
	assert.deepEqual(await everything(world), between);
	const page = await undo(world, ruth, first.id);
	assert.match(page.text, /This import was undone/);
	assert.deepEqual(await everything(world), empty);
});

test("what else was changed about somebody since is not in the way, and stays", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await world.arrange((tx) =>
		addPerson(tx, {
			first_name: "Wei",
			last_name: "Chen",
			email: "wei@meridian.example",
		}),
	);
	const { id } = await importFile(
		world,
		ruth,
		csv("E-mail,Job title", "wei@meridian.example,Director"),
	);
	await asOwner(
		world,
		"update person set time_zone = 'Asia/Tokyo' where first_name = 'Wei'",
	);
	const page = await undo(world, ruth, id);
	assert.match(page.text, /This import was undone/, page.text);
	const { rows } = await asOwner(
		world,
		"select job_title, time_zone from person where first_name = 'Wei'",
	);
	assert.deepEqual(rows, [{ job_title: null, time_zone: "Asia/Tokyo" }]);
});

test("an undo that would drop a changed scale of grades says so", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const { id } = await importFile(
		world,
		ruth,
		csv("E-mail,Name,Grade", "wei@meridian.example,Wei Chen,Junior"),
		{ columns: { grades: "Junior\nSenior" } },
	);
	const scale = await asOwner(
		world,
		"select name from grade order by position",
	);
	assert.deepEqual(
		scale.rows.map(({ name }) => name),
		["Junior", "Senior"],
	);
	await asOwner(world, "insert into grade (name, position) values ('Head', 2)");
	const page = await undo(world, ruth, id);
	assert.match(page.text, /The scale of grades was changed since/);
	await asOwner(world, "delete from grade where name = 'Head'");
	assert.match((await undo(world, ruth, id)).text, /This import was undone/);
	const empty = await asOwner(world, "select name from grade");
	assert.deepEqual(empty.rows, []);
});

import assert from "node:assert/strict";
import test from "node:test";
import { establishedWorld } from "../../../../test/world.ts";
import { starterCatalogue } from "../../../domain/competencies/starter.ts";
import { adoptCatalogue } from "../../competencies/commands.ts";
import { activeCompetencies } from "../../competencies/queries.ts";
import {
	addProgram,
	asOwner,
	csv,
	decide,
	everything,
	HEAD,
	importFile,
	personNamed,
	preview,
	undo,
} from "./import-cast.test.ts";

const TWO = [
	"1,Wei,Chen,wei@meridian.example,Director,2",
	"2,Ingrid,Solberg,ingrid@meridian.example,Chief Risk Officer,",
];

test("a file goes from its columns over what it would change to people in the directory", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const seen = await preview(world, ruth, csv(HEAD, ...TWO));
	assert.match(seen.page.text, /2 new/);
	assert.match(seen.page.text, /0 cannot be taken/);
	assert.match(seen.page.text, /Import all 2 rows/);
	const done = await decide(world, ruth, seen);
	assert.match(done.text, /The people are imported/);
	const people = await world.arrange((tx) =>
		tx
			.selectFrom("person")
			.leftJoin("person as manager", "manager.id", "person.manager_id")
			.innerJoin("employment", "employment.person_id", "person.id")
			.select([
				"person.first_name",
				"person.search_text",
				"manager.last_name as manager",
				"employee_number",
			])
			.orderBy("employee_number")
			.execute(),
	);
	assert.deepEqual(people, [
		{
			first_name: "Wei",
			search_text: "wei chen director",
			manager: "Solberg",
			employee_number: "1",
		},
		{
			first_name: "Ingrid",
			search_text: "ingrid solberg chief risk officer",
			manager: null,
			employee_number: "2",
		},
	]);
	const { rows } = await asOwner(
		world,
		"select status, file is null as is_gone, (select count(*)::int from people_import_row) as preview from people_import",
	);
	assert.deepEqual(rows, [{ status: "imported", is_gone: true, preview: 0 }]);
	const journal = await asOwner(
		world,
		`select act, person_id is null as by_process, count(*)::int as entries from journal
		 where subject = 'people-import' group by 1, 2 order by 1`,
	);
	assert.deepEqual(
		journal.rows.map(
			(row) =>
				`${row.act} ${row.by_process ? "process" : "person"} ${row.entries}`,
		),
		[
			"check-people person 1",
			"compare-people process 1",
			"finish-import process 1",
			"import-new-person process 2",
			"import-people person 1",
			"upload-people person 1",
		],
	);
});

test("the same file again changes nothing", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await importFile(world, ruth, csv(HEAD, ...TWO));
	const before = await everything(world);
	const again = await importFile(world, ruth, csv(HEAD, ...TWO));
	assert.match(again.page.text, /0 new 0 changed/);
	assert.deepEqual(await everything(world), before);
});

test("what changes is shown field by field, and whoever is concerned can see that it was looked at", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await importFile(world, ruth, csv(HEAD, ...TWO));
	const seen = await preview(
		world,
		ruth,
		csv(
			HEAD,
			"1,Wei,Chen,wei@meridian.example,Managing Director,",
			TWO[1] ?? "",
		),
	);
	assert.match(
		seen.page.text,
		/Wei Chen Row 2 Job title Director → Managing Director/,
	);
	const read = await asOwner(
		world,
		"select first_name from journal join person on person.id = about_person_id where act = 'read-record'",
	);
	assert.deepEqual(read.rows, [{ first_name: "Wei" }]);
});

test("nobody missing from a file is marked as left unless ticked", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await importFile(world, ruth, csv(HEAD, ...TWO));
	const wei = await personNamed(world, "Wei");
	const signedIn = await world.as(wei);
	assert.equal((await signedIn.get("/")).status, 200);
	const seen = await preview(world, ruth, csv(HEAD, TWO[1] ?? ""));
	const missing = await ruth.get(`/people/import/${seen.id}?show=missing`);
	assert.match(missing.text, /Wei Chen/);
	assert.doesNotMatch(missing.html, /name="left"[^>]*checked/);
	const at = await asOwner(
		world,
		"select position from people_import_row where kind = 'missing' and name = 'Wei Chen'",
	);
	await ruth.post(`/people/import/${seen.id}/leaving`, {
		shown: "0,1,2",
		left: String(at.rows[0]?.position),
	});
	const page = await ruth.get(`/people/import/${seen.id}`);
	assert.match(
		page.text,
		/One person missing from the file will be marked as left/,
	);
	const done = await decide(world, ruth, { id: seen.id, page });
	assert.match(done.text, /1 marked as left/);
	const left = await asOwner(
		world,
		"select first_name from person where left_on is not null",
	);
	assert.deepEqual(left.rows, [{ first_name: "Wei" }]);
	assert.match((await signedIn.get("/people")).text, /Sign in/);
	const before = await everything(world);
	const back = await undo(world, ruth, seen.id);
	assert.match(back.text, /This import was undone/, back.text);
	assert.notDeepEqual(await everything(world), before);
	const here = await asOwner(
		world,
		"select count(*)::int as left from person where left_on is not null",
	);
	assert.deepEqual(here.rows, [{ left: 0 }]);
});

test("people, offers, seeks and sides come into a program, and sensitive columns wait as proposals", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await world.arrange((tx) =>
		adoptCatalogue(tx, starterCatalogue("en"), { by: null, note: "Starter" }),
	);
	const [one, two] = await world.arrange((tx) => activeCompetencies(tx));
	const program = await world.arrange((tx) => addProgram(tx, "Spring"));
	const file = csv(
		"E-mail,Name,Offers,Seeks,Places,Gender,Sector",
		`wei@meridian.example,Wei Chen,${one?.name}: 4,"${two?.name}",2,woman,Energy`,
	);
	const first = await importFile(world, ruth, file, {
		begin: { program, side: "mentor" },
		columns: { "target-6": "new:text" },
	});
	const enrolled = await asOwner(
		world,
		"select side, status, how, capacity, entered_by from enrolment",
	);
	assert.deepEqual(enrolled.rows, [
		{
			side: "mentor",
			status: "enrolled",
			how: "import",
			capacity: 2,
			entered_by: world.ruth,
		},
	]);
	const offers = await asOwner(
		world,
		"select competency.key, level, source from offer join competency on competency.id = competency_id",
	);
	assert.deepEqual(offers.rows, [
		{ key: one?.key, level: 4, source: "import" },
	]);
	const facts = await asOwner(
		world,
		"select fact, proposed, declared from sensitive_fact",
	);
	assert.deepEqual(facts.rows, [
		{ fact: "gender", proposed: "woman", declared: null },
	]);
	const custom = await asOwner(
		world,
		"select custom, (select label from custom_field) as label from employment where custom <> '{}'",
	);
	assert.deepEqual(custom.rows, [
		{ custom: { sector: "Energy" }, label: "Sector" },
	]);
	const undone = await undo(world, ruth, first.id);
	assert.match(undone.text, /This import was undone/, undone.text);
	const left = await asOwner(
		world,
		"select (select count(*) from enrolment) + (select count(*) from offer) + (select count(*) from custom_field) + (select count(*) from sensitive_fact) as rest",
	);
	assert.deepEqual(left.rows, [{ rest: "0" }]);
});

test("what people said themselves stays as they said it", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const head = "E-mail,Name,Experience,Gender";
	await importFile(
		world,
		ruth,
		csv(head, "wei@meridian.example,Wei Chen,,woman"),
	);
	const wei = await personNamed(world, "Wei");
	await asOwner(
		world,
		`
		update sensitive_fact set declared = 'own word', proposed = null, declared_at = now() where person_id = '${wei}';
		insert into profile (person_id, experience) values ('${wei}', 'In my own words')`,
	);
	const before = await everything(world);
	const { page } = await importFile(
		world,
		ruth,
		csv(head, "wei@meridian.example,Wei Chen,From the file,man"),
	);
	assert.match(page.text, /0 new 0 changed/);
	assert.deepEqual(await everything(world), before);
});

test("an import is undone exactly", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	await importFile(world, ruth, csv(HEAD, ...TWO));
	const before = await everything(world);
	const second = await importFile(
		world,
		ruth,
		csv(
			HEAD,
			"1,Wei,Chen,ingrid@meridian.example,Managing Director,3",
			"2,Ingrid,Solberg-Chen,wei@meridian.example,Chief Risk Officer,",
			"3,Jola,Nowak,jola@meridian.example,Chief Executive,",
		),
	);
	assert.notDeepEqual(await everything(world), before);
	const undone = await undo(world, ruth, second.id);
	assert.match(undone.text, /This import was undone/, undone.text);
	assert.deepEqual(await everything(world), before);
});

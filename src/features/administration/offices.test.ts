import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { asOwner } from "../../../test/owner.ts";
import {
	addPerson,
	establishedWorld,
	type Staff,
	type World,
} from "../../../test/world.ts";
import { charterFrom } from "../../domain/programs/template.ts";
import { programTemplates } from "../../domain/programs/templates.ts";
import { createProgram } from "../programs/commands/programs.ts";
import { transact, type Tx } from "../../platform/database/database.ts";

const path = "/administration/offices";

test("an office is granted for one program, from a day, until a day, and works only there and then", async () => {
	await using world = await establishedWorld();
	const { spring, reverse } = await twoPrograms(world);
	const noor = await somebody(world, "Noor");
	const ada = await world.as(world.ada);
	const granted = await ada.post(path, {
		person: "noor.haddad@meridian.example",
		office: "program-manager",
		program: spring,
		from: "",
		until: "2036-03-31",
	});
	assert.match(granted.text, /Noor Haddad now holds the office\./);
	assert.match(granted.text, /Program manager Spring .* 31 March 2036/);
	assert.deepEqual(await entrusted(world, noor), [spring]);
	const client = await world.as(noor);
	assert.equal((await client.get(`/programs/${spring}/apart`)).status, 200);
	assert.equal((await client.get(`/programs/${reverse}/apart`)).status, 404);
	const [{ ends } = { ends: "" }] = await asOwner<{ ends: string }>(
		world.database,
		"select (until_at at time zone 'Europe/Berlin')::text as ends from office where program_id is not null",
	);
	assert.equal(ends, "2036-04-01 00:00:00");
	await asOwner(
		world.database,
		"update office set from_at = now() - interval '1 day', until_at = now() where program_id is not null",
	);
	assert.equal((await client.get(`/programs/${spring}/apart`)).status, 404);
	assert.deepEqual(await entrusted(world, noor), []);
});

test("an office that begins later opens nothing before", async () => {
	await using world = await establishedWorld();
	const { spring } = await twoPrograms(world);
	const noor = await somebody(world, "Noor");
	const ada = await world.as(world.ada);
	const granted = await ada.post(path, {
		person: "noor.haddad@meridian.example",
		office: "program-manager",
		program: spring,
		from: "2036-03-01",
	});
	assert.match(granted.text, /will hold the office from 1 March 2036/);
	assert.match(granted.text, /only from 1 March 2036/);
	const client = await world.as(noor);
	assert.equal((await client.get(`/programs/${spring}/apart`)).status, 404);
	assert.deepEqual(await entrusted(world, noor), []);
	await asOwner(
		world.database,
		"update office set from_at = now() where program_id is not null",
	);
	assert.equal((await client.get(`/programs/${spring}/apart`)).status, 200);
});

test("what has ended stays to be seen, and the journal holds when", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const [office] = await asOwner<{ id: string }>(
		world.database,
		"select id from office where office = 'program-manager'",
	);
	const changed = await ada.post(`${path}/${office?.id}/until`, {
		until: "2036-12-31",
	});
	assert.match(changed.text, /The office ends with 31 December 2036/);
	const ended = await ada.post(`${path}/${office?.id}/end`);
	assert.match(
		ended.text,
		/One office that has ended .* Ruth Feld Program manager/,
	);
	assert.equal((await ada.send(`${path}/${office?.id}/end`, {})).status, 404);
	const acts = await asOwner(
		world.database,
		"select act, detail->>'until' as until from journal where act like '%office-end%' or act = 'end-office' order by id",
	);
	assert.deepEqual(acts, [
		{ act: "change-office-end", until: "2036-12-31T23:00:00.000Z" },
		{ act: "end-office", until: null },
	]);
});

test("no office begins or ends before it is granted, and the last administrator is given no end", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const grant = { person: "ruth.feld@meridian.example", office: "analyst" };
	const past = await ada.send(path, { ...grant, from: "2020-01-01" });
	assert.equal(past.status, 422);
	assert.match(past.text, /Choose today or a day to come/);
	const backwards = await ada.send(path, {
		...grant,
		from: "2036-03-01",
		until: "2036-02-01",
	});
	assert.equal(backwards.status, 422);
	const [own] = await asOwner<{ id: string }>(
		world.database,
		"select id from office where office = 'administrator'",
	);
	const last = await ada.send(`${path}/${own?.id}/until`, {
		until: "2036-12-31",
	});
	assert.equal(last.status, 409);
	const ruth = await world.as(world.ruth);
	const inFiveDays = new Date(Date.now() + 5 * 86_400_000)
		.toISOString()
		.slice(0, 10);
	const [hers] = await asOwner<{ id: string }>(
		world.database,
		"update office set from_at = now() + interval '20 days' where office = 'program-manager' returning id",
	);
	for (const [until, why] of [
		["2020-01-01", /Choose a last day that is not before the first/],
		[inFiveDays, /This office begins later than that/],
	] as const) {
		const back = await ada.send(`${path}/${hers?.id}/until`, { until });
		assert.equal(back.status, 422);
		assert.match(back.text, why);
		assert.ok(
			back.html.includes(`value="${until}"`),
			"what was chosen is still there",
		);
		assert.match(back.html, /<details class="disclosure" open/);
	}
	const refused = await ruth.send(`${path}/${own?.id}/until`, { until: "" });
	assert.equal(refused.status, 404);
});

test("whoever audits their own program is shown, with who else could look", async () => {
	await using world = await establishedWorld();
	const { spring } = await twoPrograms(world);
	const [noor, piet] = [
		await somebody(world, "Noor"),
		await somebody(world, "Piet"),
	];
	await entrust(world, noor, "analyst", null);
	await entrust(world, noor, "program-manager", spring);
	const ada = await world.as(world.ada);
	const alone = await ada.get(path);
	assert.match(
		alone.text,
		/Noor Haddad is analyst for Spring, and program manager there\. Nobody else can look/,
	);
	await entrust(world, piet, "analyst", spring);
	assert.match((await ada.get(path)).text, /Piet Haddad can look instead\./);
	await entrust(world, world.ada, "program-manager", null);
	assert.match(
		(await ada.get(path)).text,
		/Ada Nwosu is the only administrator, and runs programs too\./,
	);
});

test("that an analyst takes part is seen by administrators, of nobody else, and by no colleague", async () => {
	await using world = await establishedWorld();
	const { spring, reverse } = await twoPrograms(world);
	const [noor, wei] = [
		await somebody(world, "Noor"),
		await somebody(world, "Wei"),
	];
	await entrust(world, noor, "analyst", spring);
	for (const [person, program, status] of [
		[noor, spring, "enrolled"],
		[noor, reverse, "enrolled"],
		[wei, spring, "enrolled"],
	])
		await asOwner(
			world.database,
			"insert into enrolment (person_id, program_id, status, side, how) values ($1, $2, $3, 'mentee', 'invitation')",
			[person, program, status],
		);
	assert.deepEqual(await enrolmentsSeenBy(world, world.ada), [[noor, spring]]);
	assert.deepEqual(
		await enrolmentsSeenBy(world, await somebody(world, "Jola")),
		[],
	);
	const ada = await world.as(world.ada);
	assert.match(
		(await ada.get(path)).text,
		/Noor Haddad is analyst for Spring, and mentee there/,
	);
	const jola = await world.as(await somebody(world, "Tomas"));
	assert.doesNotMatch((await jola.get(path)).text, /mentee there/);
	await asOwner(
		world.database,
		"update office set from_at = now() - interval '1 day', until_at = now() where office = 'analyst'",
	);
	assert.deepEqual(await enrolmentsSeenBy(world, world.ada), []);
});

type Installation = World & Staff;

async function twoPrograms(world: Installation) {
	const [template] = programTemplates;
	assert.ok(template);
	const found = (name: string) =>
		world.arrange((tx) =>
			createProgram(tx, {
				name,
				template,
				charter: charterFrom(template, "en"),
				by: world.ruth,
			}),
		);
	return { spring: await found("Spring"), reverse: await found("Reverse") };
}

function somebody(world: Installation, first_name: string): Promise<string> {
	return world.arrange((tx) =>
		addPerson(tx, { first_name, last_name: "Haddad" }),
	);
}

async function entrust(
	world: Installation,
	person: string,
	office: string,
	program: string | null,
): Promise<void> {
	await asOwner(
		world.database,
		"insert into office (person_id, office, program_id) values ($1, $2, $3)",
		[person, office, program],
	);
}

function entrusted(world: Installation, person: string): Promise<string[]> {
	return asPerson(world, person, (tx) =>
		tx
			.selectFrom("program")
			.select("id")
			.where(sql<boolean>`holds_office_in(array['program-manager'], id)`)
			.execute(),
	).then((rows) => rows.map(({ id }) => id));
}

async function enrolmentsSeenBy(world: Installation, person: string) {
	const rows = await asPerson(world, person, (tx) =>
		tx.selectFrom("enrolment").select(["person_id", "program_id"]).execute(),
	);
	return rows.map(({ person_id, program_id }) => [person_id, program_id]);
}

function asPerson<T>(
	world: Installation,
	person: string,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "read" },
		work,
	);
}

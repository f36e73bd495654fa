import assert from "node:assert/strict";
import test from "node:test";
import { z } from "zod";
import { asOwner } from "../../../test/owner.ts";
import { starterCatalogue } from "../../domain/competencies/starter.ts";
import { transact, type Tx } from "../../platform/database/database.ts";
import {
	addPerson,
	establishedWorld,
	type World,
} from "../../../test/world.ts";
import { adoptCatalogue } from "../competencies/commands.ts";

/** Wei has a record, seeks something, has answered the questionnaire and stated a fact; Jola is a colleague. */
async function recordedWorld() {
	const world = await establishedWorld();
	const people = await world.arrange(async (tx) => {
		const wei = await addPerson(tx, { first_name: "Wei", last_name: "Zhang" });
		const jola = await addPerson(tx, {
			first_name: "Jola",
			last_name: "Kowalska",
		});
		await adoptCatalogue(tx, starterCatalogue("en"), { by: null, note: "" });
		const { id } = await tx
			.selectFrom("competency")
			.select("id")
			.orderBy("position")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("employment")
			.values({ person_id: wei, employee_number: "E-77", grade: "SCS1" })
			.execute();
		await tx
			.insertInto("seek")
			.values({ person_id: wei, competency_id: id, level: 4 })
			.execute();
		await tx
			.insertInto("style_answer")
			.values({ person_id: wei, question: "think-aloud", answer: 5 })
			.execute();
		await tx
			.insertInto("sensitive_fact")
			.values({ person_id: wei, fact: "gender", declared: "woman" })
			.execute();
		return { wei, jola };
	});
	return { ...world, ...people };
}

const confidential = [
	"employment",
	"seek",
	"style_answer",
	"sensitive_fact",
] as const;

/** Which of Wei's confidential rows the database lets someone have. */
function readable(world: World, person: string, wei: string) {
	return as(world, person, async (tx) => {
		const found: string[] = [];
		for (const table of confidential) {
			const rows = await tx
				.selectFrom(table)
				.select("person_id")
				.where("person_id", "=", wei)
				.execute();
			if (rows.length > 0) found.push(table);
		}
		return found;
	});
}

function as<T>(world: World, person: string, work: (tx: Tx) => Promise<T>) {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "read" },
		work,
	);
}

test("the database gives each reader the rows they may read, and no others", async () => {
	await using world = await recordedWorld();
	const { wei, jola, ruth, ada } = world;
	assert.deepEqual(await readable(world, wei, wei), [...confidential]);
	assert.deepEqual(await readable(world, jola, wei), []);
	assert.deepEqual(await readable(world, ruth, wei), ["employment", "seek"]);
	assert.deepEqual(await readable(world, ada, wei), ["employment"]);
});

test("a colleague sees the person's page, but no way to the record", async () => {
	await using world = await recordedWorld();
	const jola = await world.as(world.jola);
	const page = await jola.get(`/people/${world.wei}`);
	assert.match(page.text, /Wei Zhang/);
	assert.doesNotMatch(page.text, /What HR says|E-77|SCS1|Open the record/);
	assert.equal((await jola.get(`/people/${world.wei}/record`)).status, 404);
	for (const path of ["record", "invite", "leave", "return"])
		assert.equal(
			(await jola.send(`/people/${world.wei}/${path}`, {})).status,
			404,
			path,
		);
	assert.equal((await jola.get("/people/nobody")).status, 404);
});

test("a program manager reads the record, that is written down, and the person sees it", async () => {
	await using world = await recordedWorld();
	const ruth = await world.as(world.ruth);
	const glance = await ruth.get(`/people/${world.wei}`);
	assert.doesNotMatch(glance.text, /E-77/);
	const record = await ruth.get(`/people/${world.wei}/record`);
	assert.match(record.text, /E-77/);
	assert.match(record.text, /What they seek.*Level 4/);
	assert.doesNotMatch(record.html, /woman/);
	const wei = await world.as(world.wei);
	const own = await wei.get("/me");
	assert.match(
		own.text,
		/Who has read or changed my record.*Ruth Feld Program manager/,
	);
	assert.equal(own.text.match(/Ruth Feld Program manager/g)?.length, 1);
	const jola = await world.as(world.jola);
	assert.match((await jola.get("/me")).text, /Nobody has\./);
});

test("an administrator reads what HR says, not what the person seeks", async () => {
	await using world = await recordedWorld();
	const ada = await world.as(world.ada);
	const record = await ada.get(`/people/${world.wei}/record`);
	assert.match(record.text, /E-77/);
	assert.doesNotMatch(record.text, /What they seek/);
});

test("HR's facts are changed by the people offices; a manager above oneself is refused", async () => {
	await using world = await recordedWorld();
	const ruth = await world.as(world.ruth);
	const path = `/people/${world.wei}/record`;
	const form = async () => seenOf((await ruth.get(`${path}/edit`)).html);
	const fields = {
		"first-name": "Wei",
		"last-name": "Zhāng",
		email: "wei.zhang@meridian.example",
		"job-title": "Head of Research",
		unit: "",
		function: "Research",
		discipline: "",
		location: "Shanghai",
		manager: "jola.kowalska@meridian.example",
		"employee-number": "E-78",
		grade: "",
		"hire-date": "2020-02-29",
	};
	await ruth.post(path, { ...fields, seen: await form() });
	const [person] = await world.arrange((tx) =>
		tx.selectFrom("person").selectAll().where("id", "=", world.wei).execute(),
	);
	assert.equal(person?.search_text, "wei zhang head of research research");
	assert.equal(person?.manager_id, world.jola);
	const circle = await ruth.send(`/people/${world.jola}/record`, {
		...fields,
		email: "jola.kowalska@meridian.example",
		"employee-number": "",
		manager: "E-78",
		seen: seenOf((await ruth.get(`/people/${world.jola}/record/edit`)).html),
	});
	assert.equal(circle.status, 422);
	assert.match(circle.text, /would make a circle/);
	const stale = await ruth.send(path, { ...fields, unit: "Lab", seen: "old" });
	assert.equal(stale.status, 422);
	assert.match(stale.html, /value="Lab"/);
	const taken = await ruth.send(path, {
		...fields,
		email: "JOLA.kowalska@meridian.example",
		seen: await form(),
	});
	assert.match(taken.text, /Someone else has this address/);
});

test("without mail an invitation link is shown once, to whoever made it, and works", async () => {
	await using world = await recordedWorld();
	const ruth = await world.as(world.ruth);
	const path = `/people/${world.wei}/invite`;
	const key = "one-key-for-the-invitation";
	const shown = await ruth.send(path, {}, key);
	const link = /value="http:\/\/localhost(\/link\/[^"]+)"/.exec(
		shown.html,
	)?.[1];
	assert.ok(link);
	const again = await ruth.send(path, {}, key);
	assert.doesNotMatch(again.html, /\/link\//);
	const today = await world
		.stranger()
		.post(link, { password: "four random words here" });
	assert.match(today.text, /Wei Zhang/);
});

test("whoever has left is out at once and leaves the directory; it can be taken back", async () => {
	await using world = await recordedWorld();
	const [ruth, wei] = [await world.as(world.ruth), await world.as(world.wei)];
	const path = `/people/${world.wei}`;
	const ahead = await ruth.send(`${path}/leave`, { "left-on": "2999-01-01" });
	assert.equal(ahead.status, 422);
	const page = await ruth.post(`${path}/leave`, { "left-on": "2026-01-31" });
	assert.match(page.text, /is marked as left.*Undo/);
	assert.match((await wei.get("/me")).text, /Sign in/);
	const [{ count } = { count: -1 }] = await transact(
		world.database,
		{ actor: { kind: "process", process: "sign-in" }, access: "read" },
		(tx) =>
			tx
				.selectFrom("sign_in")
				.select((row) => row.fn.countAll().as("count"))
				.where("person_id", "=", world.wei)
				.execute(),
	);
	assert.equal(Number(count), 0);
	assert.doesNotMatch((await ruth.get("/people")).text, /Wei Zhang/);
	assert.equal((await ruth.send(`${path}/invite`, {})).status, 409);
	await ruth.post(`${path}/return`);
	assert.match((await ruth.get("/people")).text, /Wei Zhang/);
	const acts = await as(world, world.ruth, (tx) =>
		tx
			.selectFrom("journal")
			.select("act")
			.where("about_person_id", "=", world.wei)
			.where("person_id", "=", world.ruth)
			.orderBy("id")
			.execute(),
	);
	assert.deepEqual(
		z
			.array(z.object({ act: z.string() }))
			.parse(acts)
			.map(({ act }) => act),
		["mark-as-left", "take-back-leaving"],
	);
});

test("the last administrator cannot be marked as left, and nobody marks themselves", async () => {
	await using world = await recordedWorld();
	const ruth = await world.as(world.ruth);
	const leave = { "left-on": "2026-01-31" };
	const last = await ruth.send(`/people/${world.ada}/leave`, leave);
	assert.equal(last.status, 409);
	assert.match(last.text, /last administrator/);
	// Whose office only begins next year, or ends by itself, cannot stand in for her.
	for (const [from, until] of [
		["now() + interval '1 year'", "null"],
		["now() - interval '1 day'", "now() + interval '1 day'"],
	]) {
		await asOwner(
			world.database,
			`insert into office (person_id, office, from_at, until_at) values ($1, 'administrator', ${from}, ${until})`,
			[world.ruth],
		);
		assert.equal(
			(await ruth.send(`/people/${world.ada}/leave`, leave)).status,
			409,
		);
	}
	assert.equal(
		(await ruth.send(`/people/${world.ruth}/leave`, leave)).status,
		409,
	);
});

function seenOf(html: string): string {
	return /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "";
}

import assert from "node:assert/strict";
import test from "node:test";
import {
	appoint,
	assertUnknown,
	choices,
	concernWorld,
	type ConcernWorld,
	countRows,
	everything,
	journalOf,
	manages,
	processes,
	tablesHolding,
	thread,
	words,
} from "../../../test/concern-world.ts";
import { asOwner } from "../../../test/owner.ts";
import { sweep } from "../rights/commands/retention.ts";
import { transact, type Tx } from "../../platform/database/database.ts";
import {
	answer,
	handOver,
	raise,
} from "../../ui/browser/sealed-pages/concern-desk.ts";

const secret = "He reads my calendar aloud in meetings";

test("only ombudspersons outside one's line, programs and relationships can be chosen", async () => {
	await using world = await concernWorld();
	const { program } = world;
	await manages(world, [
		["Wei", "Kofi"],
		["Kofi", "Lena"],
		["Samir", "Wei"],
		["Ravi", "Samir"],
	]);
	for (const name of ["Lena", "Ravi", "Ingrid", "Wei", "Amara", "Tomás"])
		await appoint(world, name, "ombudsperson");
	await appoint(world, "Amara", "program-manager", program);
	await world.arrange((tx) =>
		tx
			.insertInto("office")
			.values({ person_id: world.ruth, office: "ombudsperson" })
			.execute(),
	);
	assert.deepEqual(await choices(world, "Wei"), ["Greta", "Noor", "Tomás"]);
	// Lena's own choices leave out everyone below her, however far.
	assert.deepEqual(await choices(world, "Lena"), [
		"Greta",
		"Ingrid",
		"Noor",
		"Tomás",
	]);
	// A circle of managers in the data does not keep anybody waiting.
	await manages(world, [["Lena", "Wei"]]);
	assert.deepEqual(await choices(world, "Wei"), ["Greta", "Noor", "Tomás"]);
});

test("an ombudsperson without keys is asked to make them, and stands there as somebody to speak to", async () => {
	await using world = await concernWorld();
	const { wei, noor } = world;
	await appoint(world, "Tomás", "ombudsperson");
	const tomas = await world.as(world.people["Tomás"] ?? "");
	const missing = /Nobody can turn to you in writing yet/;
	assert.match((await tomas.get("/")).text, missing);
	assert.doesNotMatch((await noor.client.get("/")).text, missing);
	const offered = (await wei.client.get("/concerns")).text;
	assert.match(offered, /Tomás [^/]*Only in person so far/);
	assert.match(offered, /Raise a concern/);
});

test("three years after its last word a concern goes, and nobody is told that there was one", async () => {
	await using world = await concernWorld();
	const { wei, noor } = world;
	const old = await raise(wei.desk, noor.person, secret);
	const young = await raise(wei.desk, noor.person, secret);
	await asOwner(
		world.database,
		`update concern_event set at = at - interval '1096 days' where concern_id = $1`,
		[old],
	);
	await asOwner(
		world.database,
		"update concern set raised_at = raised_at - interval '1200 days'",
	);
	const ada = await world.as(world.ada);
	const page = await ada.get("/administration/retention");
	assert.match(
		page.text,
		/Concerns, after the last word in them 1,095 days not told/,
	);
	const before = await journalOf(world);
	await transact(
		world.database,
		{ actor: { kind: "process", process: "housekeeping" }, access: "write" },
		(tx) => sweep(tx),
	);
	assert.deepEqual(await journalOf(world), before);
	for (const table of [
		"concern",
		"concern_event",
		"concern_key",
		"concern_key_grant",
		"concern_text",
		"concern_trust",
	]) {
		const column = table === "concern" ? "id" : "concern_id";
		const left = await asOwner<{ id: string }>(
			world.database,
			`select distinct ${column} as id from ${table}`,
		);
		assert.deepEqual(left, [{ id: young }], table);
	}
});

test("from first word to close: a thread both ways, and it closes by agreement alone", async () => {
	await using world = await concernWorld();
	const { wei, noor } = world;
	const id = await raise(wei.desk, noor.person, secret);
	assert.deepEqual(words(await thread(world, noor, id)), [secret]);
	assert.match((await noor.client.get("/")).text, /Somebody turns to you/);
	assert.doesNotMatch((await wei.client.get("/")).text, /waits for you\. /);

	await noor.client.post(`/concerns/${id}/step`, { step: "take-up" });
	await answer(noor.at(id), await thread(world, noor, id), "I believe you.");
	const seen = await thread(world, wei, id);
	assert.deepEqual(words(seen), [secret, "I believe you."]);
	assert.match((await wei.client.get("/")).text, /An answer waits for you/);
	assert.match(
		(await wei.client.get(`/concerns/${id}`)).text,
		/Being looked at You both know what comes of it by/,
	);

	await noor.client.post(`/concerns/${id}/step`, { step: "propose-closing" });
	assert.equal(
		(await noor.client.send(`/concerns/${id}/step`, { step: "close" })).status,
		409,
	);
	await wei.client.post(`/concerns/${id}/step`, { step: "go-on" });
	await wei.client.post(`/concerns/${id}/step`, { step: "propose-closing" });
	const closed = await noor.client.post(`/concerns/${id}/step`, {
		step: "close",
	});
	assert.match(closed.text, /Closed by both/);
	await assert.rejects(answer(wei.at(id), seen, "One more"), /409/);
	assert.deepEqual(words(await thread(world, wei, id)).length, 2);
});

test("the author alone gives it to somebody else; who had it sees nothing any more", async () => {
	await using world = await concernWorld();
	const { wei, noor, greta } = world;
	const id = await raise(wei.desk, noor.person, secret);
	const before = await thread(world, noor, id);
	await noor.client.post(`/concerns/${id}/pass-on`, {
		why: "declared-conflict",
	});
	assert.match(
		(await wei.client.get(`/concerns/${id}`)).text,
		/Noor has a conflict of interest/,
	);
	await assert.rejects(handOver(noor.at(id), before, greta.person), /404|409/);
	assert.equal((await greta.client.get(`/concerns/${id}`)).status, 404);

	await handOver(wei.at(id), await thread(world, wei, id), greta.person);
	await answer(wei.at(id), await thread(world, wei, id), "You, then.");
	assert.deepEqual(words(await thread(world, greta, id)), [
		secret,
		"You, then.",
	]);
	await assertUnknown(world, noor.person, id);
	assert.doesNotMatch((await noor.client.get("/concerns")).text, /From Wei/);
});

test("when the office ends, so does the reading", async () => {
	await using world = await concernWorld();
	const { wei, noor } = world;
	const id = await raise(wei.desk, noor.person, secret);
	await asOwner(
		world.database,
		"update office set until_at = now() where office = 'ombudsperson' and person_id = $1",
		[noor.person],
	);
	await assertUnknown(world, noor.person, id);
	assert.match(
		(await wei.client.get(`/concerns/${id}`)).text,
		/Noor no longer holds the office/,
	);
});

test("nobody else learns that it exists: not by page, row, journal, mail, job or figure", async () => {
	await using world = await concernWorld();
	const { wei, noor, people } = world;
	await appoint(world, "Amara", "analyst");
	await appoint(world, "Henrik", "committee-member");
	const lookedAt = [
		"/",
		"/programs",
		`/programs/${world.program}`,
		`/programs/${world.program}/people`,
		"/relationships/running",
		"/administration/outbox",
		"/administration/offices",
		"/concerns",
		`/people/${wei.person}`,
	];
	const others = [
		world.ruth,
		world.ada,
		people["Amara"] ?? "",
		people["Henrik"] ?? "",
		world.pair.mentor,
		people["Jola"] ?? "",
		world.greta.person,
	];
	const before = await everything(world, others, lookedAt);
	const entries = await journalOf(world);

	const id = await raise(wei.desk, noor.person, secret);
	await noor.client.post(`/concerns/${id}/step`, { step: "take-up" });
	await answer(noor.at(id), await thread(world, noor, id), "I believe you.");

	for (const [page, seen] of await everything(world, others, lookedAt))
		assert.ok(seen === before.get(page), `${page} has changed`);
	assert.deepEqual(await journalOf(world), entries);
	assert.deepEqual(
		await asOwner(
			world.database,
			"select id from mail where kind <> 'invitation'",
		),
		[],
	);
	for (const person of others) await assertUnknown(world, person, id);
	for (const process of processes) {
		const rows = await transact(
			world.database,
			{ actor: { kind: "process", process }, access: "read" },
			countRows,
		);
		assert.deepEqual(rows, [0, 0, 0, 0, 0, 0], process);
	}
	assert.deepEqual(await tablesHolding(world, secret), []);
});

test("the database itself takes no concern to somebody in one's line, in nobody's name", async () => {
	await using world = await concernWorld();
	const { wei, noor } = world;
	await manages(world, [["Wei", "Greta"]]);
	await assert.rejects(
		insertConcern(world, wei.person, world.greta.person),
		/row-level security/,
	);
	const forged = transact(
		world.database,
		{ actor: { kind: "person", person: world.pair.mentor }, access: "write" },
		(tx) => concernRow(tx, wei.person, noor.person),
	);
	await assert.rejects(forged, /row-level security/);
});

function insertConcern(world: ConcernWorld, author: string, to: string) {
	return transact(
		world.database,
		{ actor: { kind: "person", person: author }, access: "write" },
		(tx) => concernRow(tx, author, to),
	);
}

function concernRow(tx: Tx, author: string, to: string) {
	return tx
		.insertInto("concern")
		.values({
			id: crypto.randomUUID(),
			author_id: author,
			ombudsperson_id: to,
			answer_by: "2030-01-01",
			outcome_by: "2030-03-01",
		})
		.execute();
}

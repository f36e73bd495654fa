import assert from "node:assert/strict";
import test from "node:test";
import {
	answer,
	type Cohort,
	cohort,
	enrolmentOf,
	inAWeek,
	invite,
	openWays,
	person,
	standings,
} from "../../../test/cohort.ts";
import { commitmentTo } from "../../domain/programs/lottery.ts";
import { checkLottery } from "../../domain/programs/lottery-record.ts";
import { enrol } from "../people/import/commands/write-people.ts";
import { programJobs } from "./jobs.ts";

const lottery = { kind: "process", process: "lottery" } as const;

test("the seed is bound before the list closes, and nobody can read it until the draw", async () => {
	await using world = await listed();
	const wei = await world.as(world.wei);
	const page = await wei.get(`/programs/${world.program}/lottery`);
	assert.match(page.text, /Your number is [123]/);
	const { commitment } = await row(world);
	assert.match(page.text, new RegExp(commitment));
	assert.equal(
		(
			await world.acting(lottery, (tx) =>
				tx.selectFrom("lottery_seed").selectAll().execute(),
			)
		).length,
		1,
	);
	for (const who of [world.wei, world.ruth, world.ada])
		assert.deepEqual(
			await world.acting(person(who), (tx) =>
				tx.selectFrom("lottery_seed").selectAll().execute(),
			),
			[],
		);
	const mails = await world.acting({ kind: "process", process: "mail" }, (tx) =>
		tx
			.selectFrom("mail")
			.select(["person_id", "body_text"])
			.where("kind", "=", "lottery")
			.execute(),
	);
	assert.equal(mails.length, 4, "three on the list, one invited");
	assert.ok(mails.every(({ body_text }) => body_text.includes(commitment)));
	assert.equal(
		(await wei.get(`/programs/${world.program}/lottery.json`)).status,
		404,
	);
});

test("while the list is open a yes leads onto it, and nobody is admitted by hand", async () => {
	await using world = await listed();
	const said = await answer(world, world.tomas, {
		answer: "accept",
		capacity: "1",
	});
	assert.match(said.text, /You are on the list from which places are drawn/);
	const ruth = await world.as(world.ruth);
	const id = await enrolmentOf(world, world.wei);
	const by = await ruth.send(`/programs/${world.program}/people/${id}`, {
		decision: "admit",
		seen: "applied",
	});
	assert.equal(by.status, 409);
	await ruth.post(`/programs/${world.program}/people`, {
		act: "admit",
		enrolments: [id],
		answerBy: inAWeek,
	});
	assert.equal(
		(
			await ruth.send(`/programs/${world.program}/people/promote`, {
				places: "1",
			})
		).status,
		409,
	);
	await world.acting({ kind: "process", process: "people-import" }, (tx) =>
		enrol(
			tx,
			JSON.stringify([{ person_id: world.amara, side: "mentee", capacity: 1 }]),
			{ program: world.program, by: world.ruth },
		),
	);
	const stand = await standings(world);
	assert.ok(stand.includes("Wei mentee applied"));
	assert.ok(stand.includes("Amara mentee applied"), "nor by an import");
});

test("the draw gives the places, ranks the rest, and its record is verified by anyone", async () => {
	await using world = await listed();
	const before = await row(world);
	await answer(world, world.tomas, { answer: "decline" });
	const ruth = await world.as(world.ruth);
	const drawn = await ruth.post(`/programs/${world.program}/lottery/close`);
	assert.match(drawn.text, /Who was drawn/);
	const wei = await world.as(world.wei);
	const file = await wei.get(`/programs/${world.program}/lottery.json`);
	const record = JSON.parse(file.html);
	assert.deepEqual(checkLottery(record, { commitment: before.commitment }), []);
	assert.equal(record.commitment, commitmentTo(record.seed));
	assert.doesNotMatch(file.html, /Wei|Jola|Ingrid|meridian\.example/);
	assert.equal(record.result.places.length, 1);
	assert.equal(record.result.waiting.length, 2);
	const stand = await standings(world);
	assert.equal(stand.filter((one) => /mentee enrolled/.test(one)).length, 1);
	assert.equal(stand.filter((one) => /mentee waiting/.test(one)).length, 2);
	assert.equal(
		(await ruth.send(`/programs/${world.program}/lottery/close`, {})).status,
		409,
	);
	assert.equal(
		(
			await ruth.send(`/programs/${world.program}/lottery`, {
				places: "5",
				closesOn: inAWeek,
			})
		).status,
		409,
	);
});

test("whoever withdraws makes room for the next in the order drawn", async () => {
	await using world = await listed();
	await answer(world, world.tomas, { answer: "decline" });
	const ruth = await world.as(world.ruth);
	await ruth.post(`/programs/${world.program}/lottery/close`);
	const [first, next, last] = await inOrder(world);
	assert.ok(first && next && last);
	const winner = await world.as(first.person);
	await winner.post(
		`/programs/${world.program}/part/${first.enrolment}/withdraw`,
	);
	await world.workJobs();
	const after = new Map(
		(await inOrder(world)).map((one) => [one.person, one.status]),
	);
	assert.deepEqual(
		[first, next, last].map((one) => after.get(one.person)),
		["withdrawn", "enrolled", "waiting"],
	);
});

test("the list closes by itself when its last day is over; a promised text comes before the draw", async () => {
	await using world = await listed({
		takesBeacon: "yes",
		beaconSource: "The DAX at closing on Monday, as the exchange publishes it",
	});
	const [close] = programJobs("http://localhost");
	await close?.run({ program: world.program }, world.database);
	await close?.run({ program: world.program }, world.database);
	assert.equal((await row(world)).seed, null);
	assert.match((await row(world)).listHash ?? "", /^[0-9a-f]{64}$/);
	const wei = await world.as(world.wei);
	const beacon = `/programs/${world.program}/lottery/beacon`;
	assert.equal(
		(await wei.send(beacon, { beacon: "closing prices" })).status,
		404,
	);
	assert.match(
		(await wei.get(`/programs/${world.program}/lottery`)).text,
		/announced at the opening: The DAX at closing on Monday/,
	);
	const ruth = await world.as(world.ruth);
	const page = await ruth.post(beacon, { beacon: "DAX 24,031.12 on Monday" });
	assert.match(page.text, /Who was drawn/);
	const file = await wei.get(`/programs/${world.program}/lottery.json`);
	assert.deepEqual(checkLottery(JSON.parse(file.html)), []);
	assert.equal(
		(await ruth.send(beacon, { beacon: "another one" })).status,
		409,
	);
});

test("numbers are known to their owner and to those who oversee, in the database too", async () => {
	await using world = await listed();
	for (const [who, seen] of [
		[world.wei, 1],
		[world.ingrid, 1],
		[world.tomas, 0],
		[world.ruth, 3],
		[world.ada, 0],
	] as const) {
		const found = await world.acting(person(who), (tx) =>
			tx.selectFrom("lottery_entry").select("number").execute(),
		);
		assert.equal(found.length, seen, who);
	}
	const amara = await world.as(world.amara);
	const page = await amara.get(`/programs/${world.program}/lottery`);
	assert.doesNotMatch(page.text, /Your number/);
});

/** Wei, Jola and Ingrid have asked for a place; Tomás is invited; one place is drawn. */
async function listed(terms: Readonly<Record<string, string>> = {}) {
	const world = await cohort();
	await openWays(world);
	for (const who of [world.wei, world.jola, world.ingrid]) {
		const client = await world.as(who);
		await client.post(`/programs/${world.program}/apply`, {
			side: "mentee",
			capacity: "1",
			pausedUntil: "",
		});
	}
	await invite(world, "mentee", [world.tomas]);
	const ruth = await world.as(world.ruth);
	const opened = await ruth.post(`/programs/${world.program}/lottery`, {
		places: "1",
		closesOn: inAWeek,
		...terms,
	});
	assert.match(opened.text, /Places are drawn by lot/);
	return world;
}

function row(world: Cohort) {
	return world.acting(person(world.ruth), (tx) =>
		tx
			.selectFrom("lottery")
			.select(["commitment", "seed", "list_hash as listHash"])
			.executeTakeFirstOrThrow(),
	);
}

function inOrder(world: Cohort) {
	return world.acting(lottery, (tx) =>
		tx
			.selectFrom("lottery_entry")
			.innerJoin("enrolment", "enrolment.id", "lottery_entry.enrolment_id")
			.select([
				"lottery_entry.person_id as person",
				"enrolment.id as enrolment",
				"enrolment.status",
			])
			.orderBy("outcome")
			.orderBy("rank")
			.execute(),
	);
}

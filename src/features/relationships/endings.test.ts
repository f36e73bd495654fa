import assert from "node:assert/strict";
import test from "node:test";
import pg from "pg";
import { pairedWorld } from "../../../test/pair.ts";
import type { World } from "../../../test/world.ts";
import {
	type EndingReason,
	periodOf,
	publicationDay,
} from "../../domain/relationships/ending-reasons.ts";
import { transact, type Tx } from "../../platform/database/database.ts";
import { count, publishEndings } from "./endings/tally.ts";

const today = new Date().toISOString().slice(0, 10);
const period = periodOf(today);

test("whoever ended it may say why, once; the database tells neither what nor whether", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, path, program } = world;
	const before = await stored(world);
	assert.deepEqual(before.tally, []);
	await mentee.post(`${path}/end`);
	const ended = await stored(world);
	assert.equal(ended.questions.length, 2);
	assert.equal(ended.tally.length, 1);
	assert.match((await mentee.get(path)).text, /Say why/);
	const page = await mentee.get(`${path}/why`);
	assert.match(page.text, /Only in groups of five or more/);

	const answered = await mentee.post(`${path}/why`, { reason: "treatment" });
	assert.match(answered.text, /not asked again/);
	const one = await stored(world);
	await mentor.post(`${path}/why`, { reason: "none" });
	const both = await stored(world);
	assert.deepEqual(both.questions, []);
	for (const state of [one, both]) {
		assert.deepEqual(Object.keys(state.tally[0] ?? {}).sort(), [
			"counts",
			"period",
			"program_id",
		]);
		assert.equal(state.tally[0]?.counts.length, ended.tally[0]?.counts.length);
	}
	assert.notDeepEqual(one.tally, both.tally);
	assert.doesNotMatch(JSON.stringify(both.everything), /treatment/);
	assert.equal((await mentee.get(`${path}/why`)).status, 409);
	assert.equal(
		(await mentee.send(`${path}/why`, { reason: "time" })).status,
		409,
	);
	assert.equal((await world.manager.get(`${path}/why`)).status, 404);
	// What no database read tells was counted all the same.
	await asEndings(world, (tx) => fill(tx, program, ["treatment", "time"], 4));
	await asEndings(world, (tx) =>
		publishEndings(tx, { program, period }, publicationDay(period)),
	);
	assert.match(
		(await world.manager.get("/relationships/reasons")).text,
		/9 people said why\. 9: any of the reasons/,
	);
});

test("published in one go, from five on; too few are counted with the next half-year", async () => {
	await using world = await pairedWorld();
	const { manager, program } = world;
	const due = publicationDay(period);
	await asEndings(world, (tx) => fill(tx, program, ["time"], 4));
	await asEndings(world, (tx) =>
		publishEndings(tx, { program, period }, today),
	);
	assert.match(
		(await manager.get("/relationships/reasons")).text,
		/Nothing published yet/,
	);
	await asEndings(world, (tx) => publishEndings(tx, { program, period }, due));
	assert.match(
		(await manager.get("/relationships/reasons")).text,
		/Fewer than 5 people said why/,
	);
	const [carried] = (await stored(world)).tally;
	const next = periodOf(due);
	assert.equal(carried?.period, next);
	await asEndings(world, async (tx) => {
		await count(tx, { program, period: next }, "time");
		for (let more = 0; more < 6; more += 1)
			await count(tx, { program, period: next }, "reached");
		await publishEndings(tx, { program, period: next }, publicationDay(next));
	});
	const shown = (await manager.get("/relationships/reasons")).text;
	assert.match(shown, /11 people said why/);
	assert.match(shown, /5: We did not find the time/);
	assert.match(shown, /6: We reached what we set out to do/);
	assert.deepEqual((await stored(world)).tally, []);
	const ada = await world.as(world.ada);
	assert.equal((await ada.get("/relationships/reasons")).status, 404);
});

test("thanks stay between the two, can be changed and taken back", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, path } = world;
	assert.equal(
		(await mentee.send(`${path}/farewell`, { words: "Too early" })).status,
		409,
	);
	await mentee.post(`${path}/end`);
	await mentee.post(`${path}/farewell`, {
		words: "Thank you for the patience",
	});
	assert.match((await mentor.get(path)).text, /Thank you for the patience/);
	assert.doesNotMatch(
		JSON.stringify((await stored(world)).everything),
		/patience/,
	);
	await mentee.post(`${path}/farewell`, { words: "" });
	assert.doesNotMatch((await mentor.get(path)).text, /patience/);
	const outsider = await world.as(world.other.mentee);
	assert.equal(
		(await outsider.send(`${path}/farewell`, { words: "x" })).status,
		404,
	);
});

test("an ending is a mark on nobody: no entry of the journal and no page of an office names it with a person", async () => {
	await using world = await pairedWorld();
	const { mentee, path, pair } = world;
	const { text: before } = await (await world.as(world.ada)).get(
		"/administration/journal",
	);
	await mentee.post(`${path}/end`);
	await mentee.post(`${path}/why`, { reason: "time" });
	await mentee.post(`${path}/farewell`, { words: "Thanks" });
	const entries = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		(tx) =>
			tx
				.selectFrom("journal")
				.selectAll()
				.orderBy("id", "desc")
				.limit(2)
				.execute(),
	);
	assert.deepEqual(
		entries.map(({ act }) => act),
		["write-to-members", "end-relationship"],
	);
	assert.doesNotMatch(
		JSON.stringify(entries[1]),
		new RegExp(`${pair.mentee}|${pair.mentor}|${path.split("/").at(-1)}`),
	);
	assert.ok(before.length > 0);
	const profile = await world.manager.get(`/people/${pair.mentee}`);
	assert.doesNotMatch(profile.text, /\bended\b/);
});

async function fill(
	tx: Tx,
	program: string,
	reasons: readonly EndingReason[],
	times: number,
) {
	for (let time = 0; time < times; time += 1)
		for (const reason of reasons) await count(tx, { program, period }, reason);
}

function asEndings<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "process", process: "endings" }, access: "write" },
		work,
	);
}

/** What somebody with the whole database reads. */
async function stored(world: World) {
	const owner = new pg.Client(world.database.logins.owner);
	await owner.connect();
	try {
		const rows = async (table: string) =>
			(await owner.query<Record<string, unknown>>(`select * from ${table}`))
				.rows;
		const { rows: tally } = await owner.query<{
			program_id: string;
			period: string;
			counts: string;
		}>(
			"select program_id, period, encode(counts, 'hex') as counts from ending_tally",
		);
		return {
			questions: await rows("ending_question"),
			tally,
			everything: [
				await rows("ending_tally"),
				await rows("ending_question"),
				await rows("farewell"),
				await rows("journal"),
				await rows("form_key"),
				await rows("mail"),
				await rows("graphile_worker._private_jobs"),
			],
		};
	} finally {
		await owner.end();
	}
}

import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import {
	asMember,
	nextWeekday,
	sessionRows,
	timesIn,
} from "../../../test/sessions.ts";
import { pairWorld, type PairWorld } from "../../../test/two-pairs.ts";
import { endRelationship } from "../relationships/endings/commands.ts";
import { sessionJobs } from "./jobs.ts";

test("two taps from the relationship to a booked date, and the next ones follow from it in wall time", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const wei = await world.as(pair.mentee);
	const path = `/relationships/${pair.id}`;
	assert.match((await wei.get(path)).text, /Find a first date/);
	assert.match((await wei.get("/")).text, /Find a date with Ingrid/);
	const choosing = await wei.get(`${path}/sessions/new`);
	assert.match(choosing.text, /A conversation, 60 minutes, every month/);
	const [at = ""] = timesIn(choosing.html);
	const booked = await wei.post(`${path}/sessions`, {
		format: "one-to-one",
		minutes: "60",
		at,
	});
	assert.match(booked.text, /It is booked/);
	const sessions = await sessionRows(world);
	assert.ok(sessions.length >= 4);
	assert.equal(sessions[0]?.starts_at.getTime(), Number(at));
	const hours = new Set(
		sessions
			.filter(({ state }) => state === "booked")
			.map(({ starts_at: starts }) =>
				starts.toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin" }),
			),
	);
	assert.equal(hours.size, 1);
	const ingrid = await world.as(pair.mentor);
	assert.match(
		(await ingrid.get("/")).text,
		/Can you come\? A conversation with Wei/,
	);
	const page = `/sessions/${sessions[0]?.id}`;
	await ingrid.post(`${page}/answer`, { answer: "yes" });
	assert.match((await wei.get(page)).text, /Ingrid: comes answered here/);
	await ingrid.post(`${page}/place`, { place: "https://meet.example/abc" });
	assert.match(
		(await wei.get(page)).html,
		/href="https:\/\/meet.example\/abc"/,
	);
	const [{ count: told } = { count: 0 }] = await jobs(world);
	assert.ok(told > sessions.length);

	// What runs every night finds nothing left to do.
	await runNightly(world);
	assert.equal((await sessionRows(world)).length, sessions.length);

	for (const outsider of [world.otherPair.mentee, world.ada]) {
		const client = await world.as(outsider);
		assert.equal((await client.get(page)).status, 404);
		assert.equal((await client.send(`${page}/cancel`, {})).status, 404);
	}
	await ingrid.post(`${page}/cancel`);
	assert.match((await wei.get(page)).text, /cancelled/);
	await asMember(world, pair.mentee, async (tx) => {
		const today = new Date().toISOString().slice(0, 10);
		await endRelationship(tx, pair.id, { by: pair.mentee, today });
	});
	await runNightly(world);
	assert.ok(
		(await sessionRows(world)).every(({ state }) => state === "cancelled"),
	);
});

test("a rhythm is chosen; one session moves, or it and all that follow; nobody is in two sessions at once", async () => {
	await using world = await pairWorld();
	const { pair, otherPair } = world;
	const wei = await world.as(pair.mentee);
	const ingrid = await world.as(pair.mentor);
	const path = `/relationships/${pair.id}`;
	const form = { format: "one-to-one", minutes: "45", revision: "0" };
	const wrong = await wei.send(`${path}/cadence`, {
		...form,
		rhythm: "other",
		weeks: "90",
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.html, /value="90"/);
	await wei.post(`${path}/cadence`, { ...form, rhythm: "other", weeks: "3" });
	assert.equal(
		(await ingrid.send(`${path}/cadence`, { ...form, rhythm: "own" })).status,
		409,
	);
	const book = (client: typeof wei, relationship: string, at: number) =>
		client.send(`/relationships/${relationship}/sessions`, {
			format: "one-to-one",
			minutes: "45",
			at: String(at),
		});
	const first = nextWeekday(9, 10);
	assert.equal((await book(wei, pair.id, first)).status, 303);
	const before = await sessionRows(world);
	const [one, two] = before;
	assert.ok(one && two);
	assert.equal(two.starts_at.getTime() - first > 20 * 86_400_000, true);
	const moved = first + 30 * 60_000;
	const following = await ingrid.post(`/sessions/${one.id}/move`, {
		at: String(moved),
		which: "following",
	});
	assert.match(following.text, /sessions are moved/);
	const after = await sessionRows(world);
	assert.deepEqual(
		after.map(({ starts_at: starts }) => wall(starts)),
		before.map(({ starts_at: starts }) =>
			wall(new Date(starts.getTime() + 30 * 60_000)),
		),
	);
	await wei.post(`/sessions/${two.id}/move`, {
		at: String(two.starts_at.getTime() + 86_400_000),
	});

	// Ingrid also meets Jola: two who book her at the same time at once.
	const shared = await world.arrange(async (tx) => {
		const { id } = await tx
			.insertInto("relationship")
			.values({
				program_id: world.program,
				kind: "one-to-one",
				member_ids: [pair.mentor, otherPair.mentee],
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("relationship_member")
			.values([
				{ relationship_id: id, person_id: pair.mentor, side: "mentor" },
				{ relationship_id: id, person_id: otherPair.mentee, side: "mentee" },
			])
			.execute();
		return id;
	});
	const jola = await world.as(otherPair.mentee);
	const time = nextWeekday(16, 14);
	const statuses = await Promise.all([
		book(wei, pair.id, time),
		book(jola, shared, time + 15 * 60_000),
	]);
	assert.deepEqual(
		statuses.map(({ status }) => status).toSorted((one, two) => one - two),
		[303, 409],
	);
	const taken = await book(jola, shared, moved);
	assert.match(taken.text, /in another session at that time/);
	assert.doesNotMatch(taken.text, /Wei/);
});

test("a month in which nobody can is passed over, and no night tries it again", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const wei = await world.as(pair.mentee);
	const day = 86_400_000;
	const first = nextWeekday(9, 10);
	const from = new Date(first + 18 * day);
	const until = new Date(first + 48 * day);
	await asMember(world, pair.mentor, (tx) =>
		sql`insert into quiet_period (person_id, from_on, until_on) values (${pair.mentor}, ${from}::date, ${until}::date)`.execute(
			tx,
		),
	);
	await wei.post(`/relationships/${pair.id}/sessions`, {
		format: "one-to-one",
		minutes: "60",
		at: String(first),
	});
	const booked = await sessionRows(world);
	assert.equal(booked.length, 4);
	assert.ok(booked.every(({ starts_at: at }) => at < from || at > until));
	await runNightly(world);
	assert.equal((await sessionRows(world)).length, booked.length);
});

function wall(at: Date): string {
	return at.toLocaleString("en-GB", {
		timeZone: "Europe/Berlin",
		dateStyle: "short",
		timeStyle: "short",
	});
}

async function runNightly(world: PairWorld): Promise<void> {
	await sessionJobs
		.find(({ name }) => name === "extend-series")
		?.run({}, world.database);
}

async function jobs(world: PairWorld) {
	const { rows: found } = await world.database.pool.query<{ count: number }>(
		"select count(*)::int as count from graphile_worker.jobs where task_identifier = 'session-changed'",
	);
	return found;
}

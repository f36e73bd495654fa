import assert from "node:assert/strict";
import test from "node:test";
import { asSessions, sessionOf } from "../../../test/sessions.ts";
import { pairWorld, type PairWorld } from "../../../test/two-pairs.ts";
import { transact, type Tx } from "../../platform/database/database.ts";
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

test("a delegate moves a session and learns neither with whom nor what about, in the page or in the database", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const lena = world.people["Lena"] ?? "";
	const wei = await world.as(pair.mentee);
	const ingrid = await world.as(pair.mentor);
	await ingrid.post("/me/delegates", {
		person: "lena.vogt@meridian.example",
		from: dayInBerlin(0),
		until: dayInBerlin(9),
	});
	await wei.post(`/relationships/${pair.id}/sessions`, {
		format: "one-to-one",
		minutes: "60",
		at: String(nextWeekday(5, 10)),
	});
	const [session] = await sessionRows(world);
	assert.ok(session);
	const delegate = await world.as(lena);
	const calendar = `/calendars/${pair.mentor}`;
	const page = await delegate.get(calendar);
	assert.match(page.text, /Ingrid’s mentoring sessions/);
	assert.doesNotMatch(page.text, /Wei/);
	const choosing = await delegate.get(
		`${calendar}/sessions/${session.id}/move`,
	);
	assert.doesNotMatch(choosing.text, /Wei/);
	const [at = ""] = timesIn(choosing.html);
	await delegate.post(`${calendar}/sessions/${session.id}/move`, { at });
	const [moved] = await sessionRows(world);
	assert.equal(moved?.starts_at.getTime(), Number(at));
	assert.match((await wei.get(`/sessions/${session.id}`)).text, /Can you come/);
	assert.equal((await delegate.get(`/sessions/${session.id}`)).status, 404);
	assert.equal((await delegate.get(`/calendars/${pair.mentee}`)).status, 404);
	const past = await sessionOf(
		world,
		{ id: pair.id, members: [pair.mentor, pair.mentee] },
		-4,
	);
	await wei.post(`/sessions/${past}/write-up`, { decided: "x" });
	assert.equal(
		(
			await asMember(world, pair.mentor, (tx) =>
				tx.selectFrom("attendance").select("attended").execute(),
			)
		).length,
		2,
	);
	const seen = await asMember(world, lena, async (tx) => ({
		members: await tx
			.selectFrom("session_member")
			.select("person_id")
			.execute(),
		// Not even of the person whose calendar it is: whether they came and wrote it up.
		attendance: await tx.selectFrom("attendance").selectAll().execute(),
		relationships: await tx.selectFrom("relationship").select("id").execute(),
		cancelled: await tx
			.updateTable("session")
			.set({ sequence: 7 })
			.where("id", "=", session.id)
			.executeTakeFirst(),
	}));
	assert.ok(seen.members.length > 0);
	assert.ok(seen.members.every(({ person_id }) => person_id === pair.mentor));
	assert.deepEqual(seen.attendance, []);
	assert.deepEqual(seen.relationships, []);
	await assert.rejects(
		asMember(world, lena, (tx) =>
			tx
				.updateTable("session")
				.set({ state: "cancelled" })
				.where("id", "=", session.id)
				.execute(),
		),
		/row-level security/,
	);
	// Who chose a rhythm is whoever acts.
	await assert.rejects(
		asMember(world, pair.mentee, (tx) =>
			tx
				.insertInto("cadence")
				.values({
					relationship_id: world.otherPair.id,
					chosen_by: pair.mentee,
					unit: "own",
					minutes: 30,
					format: "coffee",
				})
				.execute(),
		),
		/row-level security/,
	);
	const { id: given } = await asMember(world, pair.mentor, (tx) =>
		tx.selectFrom("delegation").select("id").executeTakeFirstOrThrow(),
	);
	await ingrid.post(`/me/delegates/${given}/end`);
	assert.equal((await delegate.get(calendar)).status, 404);
});

/** The times a page offers, one button each. */
function timesIn(html: string): readonly string[] {
	return [...html.matchAll(/name="at" value="(\d+)"/g)].map(
		([, at = ""]) => at,
	);
}

/** So many days from now or the first working day after it, at an hour in Berlin (winter time or summer time: whichever holds). */
function nextWeekday(days: number, hour: number): number {
	const day = new Date(Date.now() + days * 86_400_000);
	while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
	day.setUTCHours(hour, 0, 0, 0);
	return day.getTime();
}

function dayInBerlin(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-CA", {
		timeZone: "Europe/Berlin",
	});
}

function wall(at: Date): string {
	return at.toLocaleString("en-GB", {
		timeZone: "Europe/Berlin",
		dateStyle: "short",
		timeStyle: "short",
	});
}

function sessionRows(world: PairWorld) {
	return asSessions(world, (tx) =>
		tx
			.selectFrom("session")
			.select(["id", "state", "starts_at", "sequence"])
			.orderBy("starts_at")
			.execute(),
	);
}

function asMember<T>(
	world: PairWorld,
	person: string,
	work: (tx: Tx) => Promise<T>,
) {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "write" },
		work,
	);
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

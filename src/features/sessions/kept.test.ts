import assert from "node:assert/strict";
import test from "node:test";
import {
	asMember,
	nextWeekday,
	sessionOf,
	sessionRows,
	timesIn,
} from "../../../test/sessions.ts";
import { pairWorld } from "../../../test/two-pairs.ts";

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

function dayInBerlin(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-CA", {
		timeZone: "Europe/Berlin",
	});
}

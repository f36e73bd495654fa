import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { pairedWorld } from "../../../test/movers.ts";

test("when it has gone quiet the members are asked, each alone; whoever runs the program reads counts, and what time it takes is one’s own", async () => {
	await using world = await pairedWorld();
	const mentor = await world.as(world.mentor);
	const id = world.path.split("/").at(-1) ?? "";
	assert.doesNotMatch((await mentor.get("/")).text, /have not met since/);
	await asOwner(
		world.database,
		"update relationship set began_at = now() - interval '200 days' where id = $1",
		[id],
	);
	await asOwner(
		world.database,
		`insert into session (id, relationship_id, format, state, starts_at, ends_at, zone)
		values ($1, $2, 'one-to-one', 'held', now() - interval '120 days', now() - interval '120 days' + interval '1 hour', 'Europe/Berlin')`,
		[randomUUID(), id],
	);
	await world.arrange((tx) =>
		tx
			.insertInto("office")
			.values({
				person_id: world.people["Henrik"] ?? "",
				office: "facilitator",
				granted_by: world.ada,
			})
			.execute(),
	);
	for (const who of [world.mentor, world.mentee]) {
		const client = await world.as(who);
		assert.match((await client.get("/")).text, /have not met since/);
		const page = await client.get(`${world.path}/quiet`);
		assert.match(page.text, /Find a date/);
		if (![world.mentor, world.mentee].includes(world.people["Henrik"] ?? ""))
			assert.match(page.text, /Henrik Lund/);
	}
	const manager = await world.as(world.ruth);
	assert.doesNotMatch((await manager.get("/")).text, /have not met since/);
	assert.equal((await manager.get(`${world.path}/quiet`)).status, 404);
	assert.match(
		(await manager.get(`/programs/${world.program}/health`)).text,
		/Too few to count/,
	);
	await asOwner(
		world.database,
		`insert into session (id, relationship_id, format, state, starts_at, ends_at, zone)
		values ($1, $2, 'one-to-one', 'booked', now() + interval '9 days', now() + interval '9 days 1 hour', 'Europe/Berlin')`,
		[randomUUID(), id],
	);
	assert.doesNotMatch((await mentor.get("/")).text, /have not met since/);

	const load = await mentor.get("/me/load");
	assert.match(load.text, /1\.3 hours a month one relationship/);
	assert.match(
		(await mentor.post("/me/load/pause", { pause: "1" })).text,
		/You pause until/,
	);
	assert.match(
		(await mentor.post("/me/load/pause", { pause: "end" })).text,
		/You are asked again/,
	);

	// A series that books by itself: four dates passed, a fifth is to come, and nobody answered any.
	await asOwner(
		world.database,
		"update session set follows_cadence = true where relationship_id = $1 and state = 'booked'",
		[id],
	);
	await asOwner(
		world.database,
		`insert into session (id, relationship_id, format, state, starts_at, ends_at, zone, follows_cadence)
		select gen_random_uuid(), $1, 'one-to-one', 'booked', now() - make_interval(days => days), now() - make_interval(days => days) + interval '1 hour', 'Europe/Berlin', true
		from unnest(array[100, 70, 40, 10]) as days`,
		[id],
	);
	assert.match((await mentor.get("/")).text, /Do you and \S+ meet\?/);
	const asked = await mentor.get(`${world.path}/quiet`);
	assert.match(asked.text, /You met all the same\?/);
	const last = /\/sessions\/([0-9a-f-]+)\/write-up/.exec(asked.html)?.[1];
	assert.ok(last);
	assert.equal((await mentor.get(`/sessions/${last}/write-up`)).status, 200);
	await asOwner(
		world.database,
		"insert into attendance (session_id, person_id, relationship_id, attended) values ($1, $2, $3, true)",
		[last, world.mentee, id],
	);
	assert.doesNotMatch((await mentor.get("/")).text, /Do you and \S+ meet\?/);
});

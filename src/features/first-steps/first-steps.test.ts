import assert from "node:assert/strict";
import test from "node:test";
import { pairedWorld } from "../../../test/movers.ts";
import { asOwner } from "../../../test/owner.ts";
import { transact } from "../../platform/database/database.ts";

test("each role has its first steps with pages that are there; ticks are seen by oneself alone and can be taken back", async () => {
	await using world = await pairedWorld();
	const between = world.people["Henrik"] === world.mentor ? "Noor" : "Henrik";
	const several = world.people[between] ?? "";
	await world.arrange(async (tx) => {
		for (const office of ["facilitator", "committee-member"] as const)
			await tx
				.insertInto("office")
				.values({ person_id: several, office, program_id: world.program })
				.execute();
		await tx
			.updateTable("person")
			.set({ manager_id: several })
			.where("id", "=", world.mentee)
			.execute();
	});
	for (const [who, titles] of [
		[world.mentor, ["As a mentor"]],
		[world.mentee, ["As a mentee"]],
		[world.ruth, ["As a program manager"]],
		[
			several,
			[
				"As a member of the steering committee",
				"As a facilitator",
				"As a line manager",
			],
		],
	] as const) {
		const client = await world.as(who);
		const page = await client.get("/first-steps");
		for (const title of titles) assert.match(page.text, new RegExp(title));
		const steps = page.html.split('<ol class="waiting">').slice(1).join("");
		const links = [...steps.matchAll(/<a href="(\/[^"]*)"/g)].map(
			([, href = ""]) => href,
		);
		assert.ok(links.length >= 5);
		for (const href of new Set(links))
			assert.equal((await client.get(href)).status, 200, href);
	}
	const mentee = await world.as(world.mentee);
	assert.match((await mentee.get("/")).text, /First steps: As a mentee 0 of 6/);
	const step = "mentee-goal";
	await mentee.post("/first-steps", { step, done: "yes" });
	await mentee.post("/first-steps", { step, done: "yes" });
	assert.match((await mentee.get("/first-steps")).text, /First steps: 1 of 6/);
	assert.equal(
		(await mentee.send("/first-steps", { step: "mentor-date", done: "yes" }))
			.status,
		404,
		"a step of another role",
	);
	for (const [who, count] of [
		[world.mentee, 1],
		[world.mentor, 0],
		[world.ruth, 0],
		[world.ada, 0],
	] as const) {
		const seen = await transact(
			world.database,
			{ actor: { kind: "person", person: who }, access: "read" },
			(tx) => tx.selectFrom("first_step_done").selectAll().execute(),
		);
		assert.equal(seen.length, count);
	}
	await mentee.post("/first-steps", { step, done: "no" });
	assert.deepEqual(
		await asOwner(world.database, "select step from first_step_done"),
		[],
	);
});

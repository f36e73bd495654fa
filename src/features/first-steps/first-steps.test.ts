import assert from "node:assert/strict";
import test from "node:test";
import { pairedWorld } from "../../../test/movers.ts";
import { asOwner } from "../../../test/owner.ts";
import { transact } from "../../platform/database/database.ts";

test("each role has its first steps with pages that are there, and those that its program adds; ticks are seen by oneself alone and can be taken back", async () => {
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
	await addsItsOwn(world);
});

/** A program adds steps for a role, in its words and languages, with a link and a file; who ticked them off nobody else sees. */
async function addsItsOwn(
	world: Awaited<ReturnType<typeof pairedWorld>>,
): Promise<void> {
	const base = `/programs/${world.program}/first-steps`;
	const ruth = await world.as(world.ruth);
	const mentor = await world.as(world.mentor);
	const mentee = await world.as(world.mentee);
	const step = {
		role: "mentor",
		"label-en": "Read the handbook",
		"hint-en": "Ten minutes",
		"label-de": "Das Handbuch lesen",
		"hint-de": "",
		link: "https://intranet.meridian.example/handbook",
	};
	assert.equal((await mentor.get(base)).status, 404);
	assert.equal((await mentor.send(base, step)).status, 404);
	const wrong = await ruth.send(base, { ...step, link: "javascript:alert(1)" });
	assert.equal(wrong.status, 422);
	assert.match(wrong.html, /Read the handbook/);
	assert.equal(
		(await ruth.send(base, { ...step, "label-en": "", "label-de": "" })).status,
		422,
	);
	await ruth.post(base, {
		...step,
		file: new File(["Listen first"], "handbook.txt"),
	});
	await ruth.post(base, {
		...step,
		"label-en": "Come to the evening",
		link: "",
	});
	await ruth.post(base, { ...step, role: "mentee", "label-de": "" });
	const rows = await asOwner<{ id: string; label: string }>(
		world.database,
		"select id, words->'en'->>'label' as label from program_step where role = 'mentor' order by position",
	);
	const [handbook, evening] = rows.map(({ id }) => id);
	assert.ok(handbook !== undefined && evening !== undefined);

	// After the product's own, in the reader's language, and only for whoever has the role.
	const seen = await mentor.get("/first-steps");
	assert.match(
		seen.text,
		/First steps: 0 of 8.*Take a first date.*Read the handbook Ten minutes.*handbook\.txt.*From .*Come to the evening/,
	);
	assert.match(
		seen.html,
		/href="https:\/\/intranet\.meridian\.example\/handbook"/,
	);
	await mentor.post("/preferences", { locale: "de", back: "/" });
	assert.match((await mentor.get("/first-steps")).text, /Das Handbuch lesen/);
	const file = `/first-steps/${handbook}/file`;
	assert.match((await mentor.get(file)).html, /Listen first/);
	assert.equal((await (await world.as(world.ada)).get(file)).status, 404);
	await mentor.post("/preferences", { locale: "en", back: "/" });

	// Ticked off by oneself alone; nothing of it reaches whoever runs the program, nor the journal.
	await mentor.post("/first-steps", { step: handbook, done: "yes" });
	assert.match((await mentor.get("/first-steps")).text, /First steps: 1 of 8/);
	assert.equal(
		(await mentee.send("/first-steps", { step: handbook, done: "yes" })).status,
		404,
	);
	for (const [who, count] of [
		[world.mentor, 1],
		[world.ruth, 0],
		[world.mentee, 0],
	] as const)
		assert.equal(
			(
				await transact(
					world.database,
					{ actor: { kind: "person", person: who }, access: "read" },
					(tx) => tx.selectFrom("program_step_done").selectAll().execute(),
				)
			).length,
			count,
		);
	assert.deepEqual(
		await asOwner(
			world.database,
			"select act from journal where act like '%first-step%' order by at",
		),
		Array.from({ length: 3 }, () => ({ act: "add-first-step" })),
	);

	// Put in another order, changed without losing its file, and taken away with its ticks.
	await ruth.post(`${base}/${evening}/move`, { direction: "up" });
	assert.match(
		(await mentor.get("/first-steps")).text,
		/Come to the evening.*Read the handbook/,
	);
	await ruth.post(`${base}/${handbook}`, { ...step, "label-en": "Read it" });
	assert.equal((await mentor.get(file)).status, 200);
	await ruth.post(`${base}/${handbook}`, { ...step, "without-file": "yes" });
	assert.equal((await mentor.get(file)).status, 404);
	await ruth.post(`${base}/${handbook}/remove`);
	assert.match((await mentor.get("/first-steps")).text, /First steps: 0 of 7/);
	assert.deepEqual(
		await asOwner(world.database, "select step_id from program_step_done"),
		[],
	);
}

import assert from "node:assert/strict";
import test from "node:test";
import { establishedWorld } from "../../../test/world.ts";

test("grades are added on top, moved, and removed while nobody has them", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const path = "/administration/grades";
	for (const name of ["SEO", "HEO", "SCS1"]) await ruth.post(path, { name });
	await ruth.post(`${path}/move`, { name: "HEO", direction: "down" });
	await ruth.post(`${path}/move`, { name: "HEO", direction: "down" });
	const scale = () =>
		world.arrange((tx) =>
			tx.selectFrom("grade").select("name").orderBy("position").execute(),
		);
	assert.deepEqual(
		(await scale()).map(({ name }) => name),
		["HEO", "SEO", "SCS1"],
	);
	assert.equal((await ruth.send(path, { name: "seo" })).status, 422);
	await world.arrange((tx) =>
		tx
			.insertInto("employment")
			.values({ person_id: world.ruth, grade: "SEO" })
			.execute(),
	);
	assert.equal(
		(await ruth.send(`${path}/remove`, { name: "SEO" })).status,
		409,
	);
	await ruth.post(`${path}/remove`, { name: "HEO" });
	assert.equal((await scale()).length, 2);
});

test("fields of one's own: a scale needs steps, a used one stays, a sensitive one is for its person alone", async () => {
	await using world = await establishedWorld();
	const ruth = await world.as(world.ruth);
	const path = "/administration/fields";
	const bare = await ruth.send(path, { label: "Band", kind: "scale" });
	assert.equal(bare.status, 422);
	assert.match(bare.text, /at least two steps/);
	await ruth.post(path, { label: "Band", kind: "scale", scale: "A\nB\nC" });
	await ruth.post(path, { label: "Faith", kind: "text", sensitive: "yes" });
	assert.match(
		(await ruth.get(path)).text,
		/Band A < B < C.*Faith Text · sensitive/,
	);
	assert.match((await ruth.get("/me/sensitive")).text, /Faith/);
	assert.doesNotMatch((await ruth.get("/me/sensitive")).text, /Band/);
	assert.equal((await ruth.send(`${path}/faith/remove`, {})).status, 409);
	await world.arrange((tx) =>
		tx
			.insertInto("employment")
			.values({ person_id: world.ruth, custom: '{"band":"B"}' })
			.execute(),
	);
	assert.equal((await ruth.send(`${path}/band/remove`, {})).status, 409);
});

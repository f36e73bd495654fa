import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { asSessions, sessionOf } from "../../../test/sessions.ts";
import { pairWorld, type PairWorld } from "../../../test/two-pairs.ts";
import { transact } from "../../platform/database/database.ts";
import { sessionJobs } from "./jobs.ts";

test("each answers a reflection alone; who has not answered reads nothing, in the page or in the database", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const wei = await world.as(pair.mentee);
	const ingrid = await world.as(pair.mentor);
	const path = `/relationships/${pair.id}`;
	assert.match(
		(await wei.get(`${path}/questions/new?format=reflection`)).text,
		/What do you want to ask/,
	);
	const asked = await wei.send(`${path}/questions`, {
		format: "reflection",
		words: "Which decision would you take differently?",
		days: "7",
	});
	const session = asked.location ?? "";
	assert.match(
		(await ingrid.get("/")).text,
		/Reflection in your own time with Wei: your answer/,
	);
	assert.match((await wei.get(session)).text, /Take the question back/);
	assert.doesNotMatch(
		(await ingrid.get(session)).text,
		/Take the question back/,
	);
	assert.equal((await ingrid.send(`${session}/cancel`, {})).status, 409);
	await wei.post(`${session}/response`, { response: "The plant in Lagos" });
	const before = await ingrid.get(session);
	assert.match(before.text, /1 of 2 have answered/);
	assert.doesNotMatch(before.text, /Lagos/);
	assert.deepEqual(await answersSeenBy(world, pair.mentor), []);
	assert.equal((await answersSeenBy(world, pair.mentee)).length, 1);
	assert.equal(
		(await wei.send(`${session}/response`, { response: "Another" })).status,
		409,
	);
	const after = await ingrid.post(`${session}/response`, {
		response: "The merger of 2019",
	});
	assert.match(after.text, /The plant in Lagos/);
	assert.match((await wei.get(session)).text, /The merger of 2019/);
	assert.deepEqual(await states(world), ["held"]);
	const jola = await world.as(world.otherPair.mentee);
	assert.equal((await jola.get(session)).status, 404);
	assert.equal(
		(await jola.send(`${session}/response`, { response: "x" })).status,
		404,
	);
	assert.doesNotMatch(
		JSON.stringify([
			await asOwner(world.database, "select t::text from session_question t"),
			await asOwner(world.database, "select t::text from session_response t"),
		]),
		/Lagos|merger|differently/,
	);
});

test("a circle of eight meets, with turns and attendance; at its case table nobody is named", async () => {
	await using world = await pairWorld();
	const people = Object.entries(world.people).slice(0, 8);
	const members = people.map(([, id]) => id);
	const [facilitator = "", second = "", third = ""] = members;
	const circle = await world.arrange(async (tx) => {
		const { id } = await tx
			.insertInto("relationship")
			.values({
				program_id: world.program,
				kind: "circle",
				member_ids: members,
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("relationship_member")
			.values(
				members.map((person, place) => ({
					relationship_id: id,
					person_id: person,
					side: place === 0 ? ("facilitator" as const) : ("peer" as const),
				})),
			)
			.execute();
		return id;
	});
	const host = await world.as(facilitator);
	const session = await sessionOf(world, { id: circle, members }, -3, "circle");
	const page = await host.get(`/sessions/${session}`);
	assert.match(page.text, /Who has the floor/);
	assert.match(page.text, /Ingrid Solheim facilitates/);
	const written = await host.post(`/sessions/${session}/write-up`, {
		decided: "Each asks one customer",
		attended: members.slice(0, 6),
	});
	assert.equal(written.text.match(/was there/g)?.length, 6);
	assert.doesNotMatch(
		(await (await world.as(second)).get("/")).text,
		/What came of it/,
	);
	assert.equal(written.text.match(/was not there/g)?.length, 2);

	const ask = `/relationships/${circle}/questions`;
	const named = await host.send(ask, {
		format: "case-table",
		words: "Ingrid must close one of two sites.",
		days: "3",
	});
	assert.equal(named.status, 422);
	assert.match(named.text, /Leave names out: Ingrid/);
	assert.match(named.text, /Ingrid must close/);
	const { location } = await host.send(ask, {
		format: "case-table",
		words: "A director must close one of two sites.",
		days: "3",
	});
	const table = location ?? "";
	for (const [person, response] of [
		[second, "Close the older one"],
		[third, "Close neither; sell one"],
	] as const) {
		const client = await world.as(person);
		assert.doesNotMatch((await client.get(table)).text, /Close neither/);
		const own = await client.post(`${table}/response`, { response });
		assert.match(own.text, new RegExp(response));
		assert.equal((await client.send(`${table}/close`, {})).status, 409);
	}
	// Whoever has answered reads their own answer alone until it is closed: on the page and in the database.
	const reader = await world.as(third);
	assert.doesNotMatch((await reader.get(table)).text, /Close the older one/);
	assert.deepEqual(await answersSeenBy(world, third), [{ person_id: third }]);
	assert.deepEqual(await answersSeenBy(world, facilitator), []);
	await asOwner(
		world.database,
		"update session set starts_at = now() - interval '4 days', ends_at = now() - interval '1 day' where format = 'case-table'",
	);
	await sessionJobs
		.find(({ name }) => name === "extend-series")
		?.run({}, world.database);
	assert.deepEqual(await states(world), ["held", "held"]);
	assert.match((await reader.get(table)).text, /Close the older one/);
	assert.equal((await answersSeenBy(world, facilitator)).length, 2);
	// Or whoever asked closes it, once somebody has answered.
	const founding = await host.send(ask, {
		format: "case-table",
		words: "A founder must name a successor.",
		days: "3",
	});
	const soon = founding.location ?? "";
	await reader.post(`${soon}/response`, { response: "The outsider" });
	assert.doesNotMatch((await host.get(soon)).text, /The outsider/);
	assert.match((await host.post(`${soon}/close`)).text, /The outsider/);
	assert.match((await (await world.as(second)).get(soon)).text, /The outsider/);
	assert.equal(
		(await host.send(`${table}/response`, { response: "Late" })).status,
		409,
	);
});

function answersSeenBy(world: PairWorld, person: string) {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "read" },
		(tx) => tx.selectFrom("session_response").select("person_id").execute(),
	);
}

async function states(world: PairWorld) {
	const found = await asSessions(world, (tx) =>
		tx.selectFrom("session").select("state").execute(),
	);
	return found.map(({ state }) => state);
}

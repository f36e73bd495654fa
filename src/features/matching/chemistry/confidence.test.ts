import assert from "node:assert/strict";
import test from "node:test";
import { begin, roundWorld } from "../../../../test/round.ts";
import { answers, ask, say, talksOf } from "../../../../test/talks.ts";
import { transact } from "../../../platform/database/database.ts";
import { sealSaid } from "./said.ts";

test("what one side says is seen by nobody: not the other, not the manager, not in the journal", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await ask(world, base);
	const [talk] = await talksOf(world, round);
	assert.ok(talk);
	const mentor = await world.as(talk.mentor);
	await manager.get(`${base}/talks`);
	const before = {
		manager: (await manager.get(`${base}/talks`)).text,
		mentor: (await mentor.get(`/talks/${round}`)).text,
	};
	await say(world, round, talk.mentee, talk.id, "rather-not");
	assert.equal((await manager.get(`${base}/talks`)).text, before.manager);
	assert.equal((await mentor.get(`/talks/${round}`)).text, before.mentor);
	for (const [person, seen] of [
		[talk.mentee, 1],
		[talk.mentor, 0],
		[world.ruth, 0],
		[world.ada, 0],
	] as const) {
		const found = await transact(
			world.database,
			{ actor: { kind: "person", person }, access: "read" },
			(tx) => tx.selectFrom("chemistry_answer").selectAll().execute(),
		);
		assert.equal(found.length, seen);
	}
	const journal = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		(tx) =>
			tx
				.selectFrom("journal")
				.select(["person_id", "about_person_id", "detail"])
				.where("act", "=", "answer-talks")
				.execute(),
	);
	assert.deepEqual(journal, [
		{ person_id: null, about_person_id: null, detail: {} },
	]);
	const stranger = await world.as(world.ada);
	assert.equal((await stranger.get(`/talks/${round}`)).status, 404);
});

test("somebody else's talk cannot be answered, on the page or in the database", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	await ask(world, base);
	const talks = await talksOf(world, round);
	const [talk] = talks;
	const stranger = talks.find(({ mentee }) => mentee !== talk?.mentee);
	assert.ok(talk && stranger);
	await say(world, round, stranger.mentee, talk.id, "yes");
	assert.deepEqual(await answers(world), []);
	await assert.rejects(
		transact(
			world.database,
			{ actor: { kind: "person", person: stranger.mentee }, access: "write" },
			(tx) =>
				tx
					.insertInto("chemistry_answer")
					.values({
						talk_id: talk.id,
						person_id: stranger.mentee,
						answer: sealSaid(
							tx,
							{ talk: talk.id, person: stranger.mentee },
							{ answer: "yes", preference: null },
						),
					})
					.execute(),
		),
		/row-level security/,
	);
});

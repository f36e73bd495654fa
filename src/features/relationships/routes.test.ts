import assert from "node:assert/strict";
import test from "node:test";
import { pairedWorld } from "../../../test/pair.ts";
import {
	pairsOf,
	propose,
	type RoundWorld,
	rows,
} from "../../../test/round.ts";
import { transact } from "../../platform/database/database.ts";

test("members see each other; nobody else sees the relationship, in the page or in the database", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, manager, other, path, pair } = world;
	assert.match(
		(await mentee.get(path)).text,
		/is your mentor in Spring cohort/,
	);
	assert.match(
		(await mentor.get(path)).text,
		/is your mentee in Spring cohort/,
	);
	assert.match((await mentor.get("/relationships")).text, /your mentee in/);
	const outsider = await world.as(other.mentee);
	assert.equal((await outsider.get(path)).status, 404);
	assert.equal((await outsider.get("/relationships/running")).status, 404);
	assert.equal((await manager.get(path)).status, 404);
	assert.match(
		(await manager.get("/relationships/running")).text,
		/1 relationship runs in 1 program/,
	);
	for (const [person, seen] of [
		[pair.mentee, 1],
		[pair.mentor, 1],
		[other.mentee, 0],
		[world.ruth, 1],
		[world.ada, 0],
	] as const)
		assert.equal((await visibleTo(world, person)).length, seen, person);
});

test("either side ends it without a reason, and nobody learns at whose word", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, manager, path } = world;
	assert.match((await mentee.get(`${path}/end`)).text, /You give no reason/);
	const ended = await mentee.post(`${path}/end`);
	assert.match(ended.text, /The relationship has ended/);
	assert.equal((await mentor.send(`${path}/end`, {})).status, 409);
	assert.match((await mentor.get(path)).text, /This relationship ended on/);
	assert.match(
		(await manager.get("/relationships/running")).text,
		/No relationship runs yet/,
	);
	const endings = await rows(world, (tx) =>
		tx.selectFrom("relationship_ending").selectAll().execute(),
	);
	assert.deepEqual(
		endings.map((ending) => Object.keys(ending)),
		[["relationship_id", "ended_at"]],
	);
	const journal = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		(tx) =>
			tx
				.selectFrom("journal")
				.select(["person_id", "about_person_id", "subject", "subject_id"])
				.where("act", "=", "end-relationship")
				.execute(),
	);
	assert.deepEqual(journal, [
		{
			person_id: null,
			about_person_id: null,
			subject: "program",
			subject_id: world.program,
		},
	]);
});

test("an ended relationship frees its place for the next round, with somebody else", async () => {
	await using world = await pairedWorld();
	await world.mentee.post(`${world.path}/end`);
	const next = await world.manager.send(
		`/programs/${world.program}/rounds`,
		{},
	);
	const base = next.location ?? "";
	await propose(world, base);
	const again = await pairsOf(world, base.split("/").at(-1) ?? "");
	assert.ok(
		!again.some(
			({ mentee, mentor }) =>
				mentee === world.pair.mentee && mentor === world.pair.mentor,
		),
	);
});

function visibleTo(world: RoundWorld, person: string) {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "read" },
		(tx) => tx.selectFrom("relationship").select("id").execute(),
	);
}

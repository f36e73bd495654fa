import assert from "node:assert/strict";
import test from "node:test";
import { managedBy, matters, pairedWorld } from "../../../../test/movers.ts";
import { asOwner } from "../../../../test/owner.ts";
import { perform, rows } from "../../../../test/round.ts";

test("a functional mentor is replaced by a functional one", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, manager } = world;
	await world.arrange(async (tx) => {
		// The pair that runs becomes the functional one of a policy that asks for two kinds; everyone is of one function.
		await tx.updateTable("person").set({ function: "Finance" }).execute();
		const round = await tx
			.selectFrom("round")
			.select(["id", "policy"])
			.executeTakeFirstOrThrow();
		const policy: Record<string, unknown> = JSON.parse(
			JSON.stringify(round.policy),
		);
		delete policy["need"];
		await tx
			.updateTable("round")
			.set({
				policy: JSON.stringify({
					...policy,
					rules: [],
					kinds: [{ name: "primary" }, { name: "functional" }],
				}),
			})
			.execute();
		await tx
			.updateTable("enrolment")
			.set({ capacity: 3 })
			.where("side", "=", "mentor")
			.execute();
	});
	await asOwner(
		world.database,
		"update relationship set mentor_kind = 'functional'",
	);
	await managedBy(world, mentee, mentor);
	await perform(world, "check-pairs", {});
	const matter = (await matters(world)).find(
		({ kind }) => kind === "reports-to-mentor",
	);
	assert.ok(matter);
	const [next = ""] = matter.suggested;
	await manager.post(`${world.changes}/${matter.id}/propose`, { mentor: next });
	const { id, kind } = await rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select(["id", "mentor_kind as kind"])
			.where("status", "=", "published")
			.where("mentee_id", "=", mentee)
			.executeTakeFirstOrThrow(),
	);
	assert.equal(kind, "functional");
	for (const who of [next, mentee])
		await (await world.as(who)).post(`/proposals/${id}/answer`, {
			answer: "yes",
		});
	const running = await rows(world, (tx) =>
		tx
			.selectFrom("relationship")
			.innerJoin(
				"relationship_member",
				"relationship_member.relationship_id",
				"relationship.id",
			)
			.leftJoin(
				"relationship_ending",
				"relationship_ending.relationship_id",
				"relationship.id",
			)
			.select(["person_id as person", "mentor_kind as kind", "ended_at as end"])
			.where("side", "=", "mentor")
			.orderBy("began_at")
			.execute(),
	);
	assert.deepEqual(
		running.map(({ person, kind: own, end }) => [person, own, end !== null]),
		[
			[mentor, "functional", true],
			[next, "functional", false],
		],
	);
});

import assert from "node:assert/strict";
import test from "node:test";
import { begin, roundWorld, rows } from "../../../test/round.ts";
import type { World } from "../../../test/world.ts";

test("weights and rules are changed in the form, and a policy file is taken or refused whole", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	const form = await manager.get(`${base}/policy`);
	assert.match(form.text, /Competencies sought and offered/);
	const weights = Object.fromEntries(
		[...form.html.matchAll(/name="(weight-\d+)"[^>]*value="([^"]*)"/g)].map(
			([, name = "", value = ""]) => [name, value],
		),
	);
	const saved = await manager.send(`${base}/policy`, {
		...weights,
		"weight-1": "20",
		"rule-languages": "yes",
		"rule-languages-least": "2",
		"rule-clocks": "",
		objective: "total",
	});
	assert.equal(saved.status, 303);
	const policy = await policyOf(world, round);
	assert.equal(policy.terms[1].points, 20);
	const names = policy.rules.map(({ name }: { name: string }) => name);
	assert.ok(names.includes("Not in one reporting line"));
	assert.ok(!names.includes("Working days that meet"));
	assert.equal(
		policy.rules.find(
			({ name }: { name: string }) => name === "A language in common",
		).least,
		2,
	);
	const wrong = await manager.send(`${base}/policy/import`, {
		policy: new File(
			[
				JSON.stringify({
					version: 1,
					id: "id",
					terms: [{ name: "x", compare: "same" }],
				}),
			],
			"p.json",
		),
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /\$\.terms\[0\]/);
	assert.deepEqual(await policyOf(world, round), policy);
});

/** The bytes a program manager downloads: a client reads answers as text, which a packed file is not. */
async function policyOf(world: World, round: string) {
	const { policy } = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("policy")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	return JSON.parse(JSON.stringify(policy));
}

import assert from "node:assert/strict";
import test from "node:test";
import { pairedWorld } from "../../../test/pair.ts";
import { transact } from "../../platform/database/database.ts";
import type { World } from "../../../test/world.ts";
import { agreementsAccepted } from "./queries.ts";

const all = {
	"accept-boundaries": "yes",
	"version-boundaries": "1",
	"accept-confidentiality": "yes",
	"version-confidentiality": "1",
	"accept-ethics": "yes",
	"version-ethics": "1",
};

test("each accepts for themself before the first session; only then may it take place", async () => {
	await using world = await pairedWorld();
	const { mentor, mentee, manager, path, program, pair } = world;
	assert.equal(await areAccepted(world, pair.mentee), true);
	assert.match((await manager.get("/")).text, /Say what members of “Spring/);
	const published = await manager.post(
		`/programs/${program}/agreements/starters`,
		{
			language: "en",
		},
	);
	assert.match(published.text, /In 0 of 1 running relationship/);
	assert.equal(await areAccepted(world, pair.mentee), false);

	assert.match((await mentee.get("/")).text, /Before you and \S+ first meet/);
	assert.match(
		(await mentee.get(path)).text,
		/You: still to accept Boundaries, Confidentiality and Ethics/,
	);
	const first = await mentee.post(`${path}/agreements`, all);
	assert.match(first.text, /Accepted\. The others are asked as well/);
	assert.match((await mentor.get(path)).text, /\S+: accepted You: still/);
	assert.doesNotMatch((await mentee.get("/")).text, /first meet/);
	assert.equal(await areAccepted(world, pair.mentor), false);

	const second = await mentor.post(`${path}/agreements`, all);
	assert.match(second.text, /Nothing is in the way of a session/);
	assert.equal(await areAccepted(world, pair.mentor), true);
	assert.match(
		(await manager.get(`/programs/${program}/agreements`)).text,
		/In 1 of 1 running relationship/,
	);
	const paper = await mentor.get(`${path}/agreements/paper`);
	assert.equal(paper.text.match(/version 1, on/g)?.length, 6);
});

test("a change asks both again and says exactly what changed; a small one does not, with its reason", async () => {
	await using world = await agreedWorld();
	const { mentee, manager, path, program, pair } = world;
	const base = `/programs/${program}/agreements/ethics`;
	await changeClause(world, "We admit what we do not know, and ask.");
	assert.match((await manager.get(`${base}/publish`)).text, /What changes/);
	await manager.post(`${base}/publish`, {
		revision: "1",
		after: "1",
		again: "yes",
		reason: "",
	});
	assert.equal(await areAccepted(world, pair.mentee), false);
	const asked = await mentee.get(`${path}/agreements`);
	assert.match(
		asked.html,
		/We admit what we do not <del>.*know\.<\/del><ins>.*know, and ask\.<\/ins>/,
	);
	assert.match(
		(await mentee.get("/")).text,
		/What you promise \S+ has changed/,
	);
	const mail = await manager.get("/administration/outbox");
	assert.match(mail.text, /What you promise each other in “Spring cohort”/);
	const stale = await mentee.send(`${path}/agreements`, {
		"accept-ethics": "yes",
		"version-ethics": "1",
	});
	assert.equal(stale.status, 409);
	for (const who of [world.mentee, world.mentor])
		await who.post(`${path}/agreements`, {
			"accept-ethics": "yes",
			"version-ethics": "2",
		});
	assert.equal(await areAccepted(world, pair.mentee), true);

	await changeClause(world, "We admit what we do not know and ask.");
	const missing = await manager.send(`${base}/publish`, {
		revision: "1",
		after: "2",
		again: "no",
		reason: "",
	});
	assert.equal(missing.status, 422);
	await manager.post(`${base}/publish`, {
		revision: "1",
		after: "2",
		again: "no",
		reason: "A comma",
	});
	assert.equal(await areAccepted(world, pair.mentee), true);
	assert.match(
		(await mentee.get(`${path}/agreements`)).text,
		/Nobody was asked again: A comma/,
	);
});

test("two managers who write at once lose nothing; what says the same is no version", async () => {
	await using world = await agreedWorld();
	const { manager, program } = world;
	const base = `/programs/${program}/agreements/boundaries`;
	const form = { revision: "0", "heading-0": "Time", "clauses-0": "Monthly." };
	await manager.post(`${base}/draft`, form);
	assert.equal((await manager.send(`${base}/draft`, form)).status, 409);
	const empty = await manager.send(`${base}/draft`, {
		revision: "1",
		"heading-0": "Time",
		"clauses-0": " ",
	});
	assert.equal(empty.status, 422);
	assert.match(empty.text, /Write at least one clause/);
	await manager.post(`${base}/discard`);
	assert.equal((await manager.get(`${base}/publish`)).status, 404);
});

test("who has accepted is read by the members alone; the program's managers get counts, in the page and in the database", async () => {
	await using world = await agreedWorld();
	const { manager, mentee, other, path, pair, program } = world;
	assert.equal((await manager.get(`${path}/agreements`)).status, 404);
	const outsider = await world.as(other.mentee);
	assert.equal((await outsider.get(`${path}/agreements`)).status, 404);
	assert.equal((await outsider.send(`${path}/agreements`, all)).status, 404);
	for (const [person, seen] of [
		[pair.mentee, 6],
		[pair.mentor, 6],
		[other.mentee, 0],
		[world.ruth, 0],
		[world.ada, 0],
	] as const) {
		const rows = await visible(world, person, (tx) =>
			tx.selectFrom("agreement_acceptance").select("topic").execute(),
		);
		assert.equal(rows.length, seen);
	}
	await assert.rejects(
		transact(
			world.database,
			{ actor: { kind: "person", person: pair.mentee }, access: "write" },
			(tx) =>
				tx
					.insertInto("agreement_acceptance")
					.values({
						relationship_id: path.split("/").at(-1) ?? "",
						person_id: pair.mentor,
						topic: "ethics",
						version: 2,
					})
					.execute(),
		),
		/row-level security/,
	);
	assert.equal(
		(
			await mentee.send(`/programs/${program}/agreements/starters`, {
				language: "en",
			})
		).status,
		404,
	);
});

async function agreedWorld() {
	const world = await pairedWorld();
	await world.manager.post(`/programs/${world.program}/agreements/starters`, {
		language: "en",
	});
	for (const member of [world.mentee, world.mentor])
		await member.post(`${world.path}/agreements`, all);
	return world;
}

/** The manager drafts the ethics text with its last clause on openness in other words. */
async function changeClause(
	{ manager, program }: Awaited<ReturnType<typeof agreedWorld>>,
	clause: string,
) {
	const base = `/programs/${program}/agreements/ethics`;
	const { html } = await manager.get(`${base}/edit`);
	const fields: Record<string, string> = { revision: "0" };
	fields["next"] = "publish";
	for (const [, name = "", value = ""] of html.matchAll(
		/<input[^>]*name="(heading-\d)"[^>]*value="([^"]*)"/g,
	))
		fields[name] = value;
	for (const [, name = "", value = ""] of html.matchAll(
		/<textarea[^>]*name="(clauses-\d)"[^>]*>([^<]*)</g,
	))
		fields[name] = value.replace(/We admit what we do not know.*/, clause);
	const { location } = await manager.send(`${base}/draft`, fields);
	assert.equal(location, `${base}/publish`);
}

function areAccepted(world: World & { readonly path: string }, person: string) {
	return visible(world, person, (tx) =>
		agreementsAccepted(tx, world.path.split("/").at(-1) ?? ""),
	);
}

function visible<T>(
	world: World,
	person: string,
	work: Parameters<typeof transact<T>>[2],
): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "read" },
		work,
	);
}

test("a promise of their own holds when both accept it, and nobody else reads it", async () => {
	await using world = await pairedWorld();
	const { mentee, mentor, path } = world;
	const proposed = await mentee.post(`${path}/clauses`, {
		words: "Fridays  are\nfor walking.",
	});
	assert.match(proposed.text, /Fridays are for walking\. Still to accept/);
	const [, clause] =
		/clauses\/([0-9a-f-]{36})\/take-out/.exec(proposed.html) ?? [];
	assert.match((await mentor.get("/")).text, /proposes a promise of your own/);
	const accepted = await mentor.post(`${path}/clauses/${clause}/accept`);
	assert.match(accepted.text, /Fridays are for walking\. Accepted by all/);
	const stored = await visible(world, world.pair.mentee, (tx) =>
		tx.selectFrom("relationship_clause").selectAll().execute(),
	);
	assert.equal(stored.length, 1);
	assert.doesNotMatch(String(stored[0]?.words), /Fridays/);
	const outsider = await world.as(world.other.mentor);
	assert.equal(
		(await outsider.send(`${path}/clauses/${clause}/take-out`, {})).status,
		404,
	);
	assert.deepEqual(
		await visible(world, world.ruth, (tx) =>
			tx.selectFrom("relationship_clause").select("id").execute(),
		),
		[],
	);
	const gone = await mentor.post(`${path}/clauses/${clause}/take-out`);
	assert.doesNotMatch(gone.text, /Fridays/);
	assert.equal(
		(await mentee.send(`${path}/clauses/${clause}/accept`, {})).status,
		409,
	);
});

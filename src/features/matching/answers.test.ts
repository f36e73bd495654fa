import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { matters } from "../../../test/movers.ts";
import {
	begin,
	inDays,
	pairsOf,
	perform,
	propose,
	roundWorld,
	rows,
} from "../../../test/round.ts";
import { transact } from "../../platform/database/database.ts";

test("one no shows nothing to anybody before the other side has answered", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Agreed.",
	});
	const [pair] = await pairsOf(world, round);
	assert.ok(pair);
	const mentee = await world.as(pair.mentee);
	const mentor = await world.as(pair.mentor);
	const before = await mentor.get(`/proposals/${pair.id}`);
	const noted = await mentee.post(`/proposals/${pair.id}/answer`, {
		answer: "not-now",
	});
	assert.match(noted.text, /Your answer is noted/);
	assert.equal((await mentor.get(`/proposals/${pair.id}`)).text, before.text);
	assert.doesNotMatch((await manager.get(base)).text, /Back in the round/);
	const told = await rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select("status")
			.where("id", "=", pair.id)
			.execute(),
	);
	assert.deepEqual(told, [{ status: "published" }]);
	const settled = await mentor.post(`/proposals/${pair.id}/answer`, {
		answer: "yes",
	});
	assert.match(settled.text, /You are back in the round/);
});

test("a no returns both quietly: the other side, the program manager and the journal read no name", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Agreed.",
	});
	const [pair] = await pairsOf(world, round);
	assert.ok(pair);
	const mentor = await world.as(pair.mentor);
	await mentor.post(`/proposals/${pair.id}/answer`, { answer: "yes" });
	const mentee = await world.as(pair.mentee);
	const back = await mentee.post(`/proposals/${pair.id}/answer`, {
		answer: "not-now",
	});
	assert.match(back.text, /You are back in the round/);
	const told = await mentor.get(`/proposals/${pair.id}`);
	assert.match(told.text, /This proposal did not come about/);
	assert.doesNotMatch(told.text, /not now|declined|said no/i);
	assert.match((await manager.get(base)).text, /Back in the round/);
	const left = await rows(world, (tx) =>
		tx
			.selectFrom("proposal_answer")
			.selectAll()
			.where("proposal_id", "=", pair.id)
			.execute(),
	);
	assert.deepEqual(left, []);
	const journal = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		(tx) =>
			tx
				.selectFrom("journal")
				.select(["person_id", "process", "about_person_id", "act"])
				.where("act", "in", ["answer-proposal", "return-proposal"])
				.execute(),
	);
	assert.ok(journal.length >= 3);
	assert.ok(
		journal.every(
			(row) => row.person_id === null && row.about_person_id === null,
		),
	);
	const next = await manager.send(`/programs/${world.program}/rounds`, {});
	await propose(world, next.location ?? "");
	const again = await pairsOf(world, next.location?.split("/").at(-1) ?? "");
	assert.ok(
		!again.some(
			(one) => one.mentee === pair.mentee && one.mentor === pair.mentor,
		),
	);
});

test("answers are read by their author alone, also in the database", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Agreed.",
	});
	const [pair, other] = await pairsOf(world, round);
	assert.ok(pair && other);
	const mentee = await world.as(pair.mentee);
	await mentee.post(`/proposals/${pair.id}/answer`, {
		answer: "ask-me-more",
		question: "Would mornings work for you?",
	});
	for (const [person, seen] of [
		[pair.mentee, 1],
		[pair.mentor, 0],
		[world.ruth, 0],
		[world.ada, 0],
	] as const) {
		const found = await transact(
			world.database,
			{ actor: { kind: "person", person }, access: "read" },
			(tx) => tx.selectFrom("proposal_answer").selectAll().execute(),
		);
		assert.equal(found.length, seen, person);
	}
	const mentor = await world.as(pair.mentor);
	assert.match(
		(await mentor.get(`/proposals/${pair.id}`)).text,
		/Would mornings work for you\?/,
	);
	const stranger = await world.as(other.mentee);
	if (other.mentee !== pair.mentee)
		assert.equal((await stranger.get(`/proposals/${pair.id}`)).status, 404);
	assert.equal((await stranger.get(base)).status, 404);
	assert.equal((await manager.get(`/proposals/${pair.id}`)).status, 404);
});

test("proposals on the board are nobody's business before they are published", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	await propose(world, base);
	const [pair] = await pairsOf(world, round);
	assert.ok(pair);
	const mentee = await world.as(pair.mentee);
	assert.equal((await mentee.get(`/proposals/${pair.id}`)).status, 404);
	const seen = await transact(
		world.database,
		{ actor: { kind: "person", person: pair.mentee }, access: "read" },
		(tx) => tx.selectFrom("proposal").selectAll().execute(),
	);
	assert.deepEqual(seen, []);
});

test("what nobody answered in time goes back, and only then", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(3),
		note: "Agreed.",
	});
	await rows(world, (tx) =>
		tx
			.updateTable("round")
			.set({ answer_by: inDays(-2) })
			.where("id", "=", round)
			.execute(),
	);
	const [pair] = await pairsOf(world, round);
	assert.ok(pair);
	const mentee = await world.as(pair.mentee);
	assert.equal(
		(await mentee.send(`/proposals/${pair.id}/answer`, { answer: "yes" }))
			.status,
		409,
	);
	await perform(world, "lapse-proposals", {
		round,
		origin: "http://localhost",
	});
	const after = await pairsOf(world, round);
	assert.ok(after.every(({ status }) => status === "lapsed"));
	assert.match(
		(await mentee.get(`/proposals/${pair.id}`)).text,
		/did not come about/,
	);
	assert.match(
		(await manager.get("/")).text,
		/proposals of Spring cohort went back/,
	);
	// The next proposal, at one press, without a word about who was silent.
	await perform(world, "check-pairs", {});
	const [matter] = (await matters(world)).filter(
		({ mentee: who }) => who === pair.mentee,
	);
	assert.equal(matter?.kind, "unanswered");
	assert.ok(!matter.suggested.includes(pair.mentor));
	const changes = `/programs/${world.program}/changes`;
	assert.match(
		(await manager.get(changes)).text,
		/waits: a proposal ended unanswered/,
	);
	await manager.post(`${changes}/${matter.id}/propose`, {
		mentor: matter.suggested[0] ?? "",
	});
	assert.match((await mentee.get("/")).text, /is proposed to you/);
	const [next] = await rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select(["id", "round_id as round", "mentor_id as mentor"])
			.where("mentee_id", "=", pair.mentee)
			.where("status", "=", "published")
			.execute(),
	);
	assert.equal(next?.mentor, matter.suggested[0]);
	const reminders = await asOwner<{ key: string }>(
		world.database,
		"select key from graphile_worker.jobs where key like $1 order by key",
		[`remind-${next?.round}-%`],
	);
	assert.equal(reminders.length, 2, "the next is reminded as everyone is");
	const mentor = await world.as(next?.mentor ?? "");
	for (const side of [mentor, mentee])
		await side.post(`/proposals/${next?.id}/answer`, { answer: "yes" });
	assert.match((await mentee.get("/relationships")).text, /your mentor in/);
	assert.doesNotMatch(
		(await (await world.as(pair.mentor)).get("/")).text,
		/silent|unanswered|late/i,
	);
});

test("whoever has not answered is reminded, nobody twice by the same reminder, and the journal names nobody", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(9),
		note: "Agreed.",
	});
	const [pair, ...others] = await pairsOf(world, round);
	assert.ok(pair);
	const mentee = await world.as(pair.mentee);
	await mentee.post(`/proposals/${pair.id}/answer`, { answer: "not-now" });
	const remind = (number: number) =>
		perform(world, "remind-proposals", {
			round,
			number: String(number),
			origin: "http://localhost",
		});
	await remind(1);
	await remind(1);
	const reminded = await rows(world, (tx) =>
		tx
			.selectFrom("proposal_reminder")
			.select(["proposal_id", "person_id", "number"])
			.execute(),
	);
	assert.equal(reminded.length, 2 * others.length + 1);
	assert.ok(!reminded.some(({ person_id }) => person_id === pair.mentee));
	await remind(2);
	const entries = await transact(
		world.database,
		{ actor: { kind: "person", person: world.ada }, access: "read" },
		(tx) =>
			tx
				.selectFrom("journal")
				.select("about_person_id as about")
				.where("act", "=", "remind-proposals")
				.execute(),
	);
	assert.equal(entries.length, 3);
	assert.ok(entries.every(({ about }) => about === null));
});

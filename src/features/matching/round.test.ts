import assert from "node:assert/strict";
import test from "node:test";
import {
	begin,
	inDays,
	pairsOf,
	perform,
	propose,
	roundWorld,
	rows,
	workRun,
} from "../../../test/round.ts";

test("a whole round: propose, pin, rule out, run again, publish, answer, begin", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	assert.match((await manager.get(base)).text, /8 mentees wait for a mentor/);

	const board = await propose(world, base);
	assert.match(board.text, /7 of 8 mentees with a mentor/);
	assert.match(board.text, /no better plan exists under these rules/);
	assert.match(board.text, /Mia Larsen .*“A language in common” rules out 6/);
	const first = await pairsOf(world, round);
	assert.equal(first.length, 7);

	const { Wei = "", Amara = "", Jola = "" } = world.people;
	const [shown] = await pairsOf(world, round);
	assert.ok(shown);
	const key = `${shown.mentee} ${shown.mentor}`;
	const pinned = await manager.send(`${base}/decisions`, { pin: key });
	assert.match(pinned.location ?? "", /#pair-/);
	await manager.post(`${base}/decisions`, { release: key });
	await manager.post(`${base}/decisions`, { pin: `${Wei} ${Amara}` });
	// As it is now: the pin may have moved her already.
	const jolas = (await pairsOf(world, round)).find(
		({ mentee }) => mentee === Jola,
	);
	assert.ok(jolas);
	const again = await manager.post(`${base}/decisions`, {
		forbid: `${Jola} ${jolas.mentor}`,
	});
	assert.match(again.text, /Jola Nowak and .* are ruled out/);
	const second = await pairsOf(world, round);
	assert.ok(
		second.some(({ mentee, mentor }) => mentee === Wei && mentor === Amara),
	);
	assert.ok(
		!second.some(
			({ mentee, mentor }) => mentee === Jola && mentor === jolas.mentor,
		),
	);
	assert.match(again.text, /before: /);
	const weis = second.find(({ mentee }) => mentee === Wei);
	assert.ok(weis);
	assert.match(
		(await manager.get(`${base}?pair=${weis.id}`)).text,
		/You pinned it/,
	);
	const other = second.find(({ mentee }) => mentee === Jola);
	assert.match(
		(await manager.get(`${base}?pair=${other?.id}`)).text,
		/This is being worked out/,
	);
	const { fingerprint } = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select("fingerprint")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	await perform(world, "price-pairs", {
		round,
		fingerprint: fingerprint ?? "",
	});
	assert.match(
		(await manager.get(`${base}?pair=${other?.id}`)).text,
		/Who else for Jola Nowak .* Without this pair (Without it, at best|Nothing would be lost).* would (go to|have one mentor fewer)/,
	);

	const published = await manager.post(`${base}/publish`, {
		"answer-by": inDays(14),
		note: "The committee looked at it on Monday.",
	});
	assert.match(published.text, /Both sides of \d pairs are asked now/);
	const wei = await world.as(Wei);
	assert.match(
		(await wei.get("/")).text,
		/is proposed to you in Spring cohort/,
	);
	const page = await wei.get(`/proposals/${weis.id}`);
	assert.match(page.text, /Amara Okafor is proposed as your mentor/);
	const waiting = await wei.post(`/proposals/${weis.id}/answer`, {
		answer: "yes",
	});
	assert.match(waiting.text, /You said yes/);
	const amara = await world.as(Amara);
	assert.doesNotMatch(
		(await amara.get(`/proposals/${weis.id}`)).text,
		/said yes\./,
	);
	const begun = await amara.post(`/proposals/${weis.id}/answer`, {
		answer: "yes",
	});
	assert.match(begun.text, /You and Wei/);
	assert.match((await wei.get("/relationships")).text, /Amara Okafor/);
	assert.match(
		(await manager.get("/relationships/running")).text,
		/Wei Zhang.*Amara Okafor/,
	);
	assert.match((await manager.get(base)).text, /Both said yes/);
});

test("a pin that breaks a rule is refused by the rule's name, and nothing is decided", async () => {
	await using world = await roundWorld();
	const { base, manager } = await begin(world);
	await propose(world, base);
	const { Mia = "", Amara = "" } = world.people;
	const seen = await manager.send(`${base}/decisions`, {
		pin: `${Mia} ${Amara}`,
	});
	assert.equal(seen.status, 422);
	assert.match(
		seen.text,
		/Mia Larsen and Amara Okafor breaks the rule “A language in common”/,
	);
	const kept = await rows(world, (tx) =>
		tx.selectFrom("round_decision").selectAll().execute(),
	);
	assert.deepEqual(kept, []);
});

test("two runs at once: the second is told so; a stopped run leaves the last result", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	const before = await pairsOf(world, round);
	const [one, two] = await Promise.all([
		manager.send(`${base}/run`, {}),
		manager.send(`${base}/run`, {}),
	]);
	assert.deepEqual(new Set([one.status, two.status]), new Set([303, 409]));
	assert.match((await manager.get(base)).text, /Looking for the best plan/);
	await manager.post(`${base}/cancel`);
	await workRun(world, base);
	assert.match((await manager.get(base)).text, /Who meets whom/);
	assert.deepEqual(await pairsOf(world, round), before);
});

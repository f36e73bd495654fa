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
} from "../../../../test/round.ts";
import { answers, ask, say, talksOf } from "../../../../test/talks.ts";
import { talkAnswers } from "./answers.ts";
import { transact } from "../../../platform/database/database.ts";

const origin = "http://localhost";

test("the engine proposes the talks: each mentee some, no mentor too many, each person one mail", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	const page = await manager.get(`${base}/talks`);
	assert.match(page.text, /Should people talk before they are paired\?/);
	await ask(world, base, { talksEach: "2", mostTalks: "3" });
	const talks = await talksOf(world, round);
	const load = (side: "mentee" | "mentor") =>
		[...Map.groupBy(talks, (talk) => talk[side]).values()].map(
			(own) => own.length,
		);
	assert.equal(load("mentee").length, 7, "Mia speaks what nobody else does");
	assert.ok(Math.max(...load("mentee")) <= 2);
	assert.ok(Math.max(...load("mentor")) <= 3);
	assert.equal(talks.length, 14);
	const mails = await transact(
		world.database,
		{ actor: { kind: "process", process: "mail" }, access: "read" },
		(tx) =>
			tx
				.selectFrom("mail")
				.select("person_id")
				.where("kind", "=", "talks")
				.execute(),
	);
	assert.equal(
		new Set(mails.map(({ person_id }) => person_id)).size,
		mails.length,
	);
	assert.match(
		(await manager.get(`${base}/talks`)).text,
		/Who talks with whom/,
	);
	await perform(world, "propose-talks", { round, origin });
	assert.equal(
		(await talksOf(world, round)).length,
		14,
		"run twice, told once",
	);
	assert.equal(
		(
			await manager.send(`${base}/talks`, {
				talksEach: "3",
				mostTalks: "3",
				answerBy: inDays(7),
			})
		).status,
		409,
	);
});

test("a no keeps two apart, a yes weighs; published, answers are gone and the files stay inside", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	const plan = await pairsOf(world, round);
	await ask(world, base, { talksEach: "3", mostTalks: "8" });
	const talk = (await talksOf(world, round)).find((one) =>
		plan.some((pair) => isSame(pair, one)),
	);
	assert.ok(talk, "good pairs talk");
	await say(world, round, talk.mentor, talk.id, "rather-not");
	await say(world, round, talk.mentee, talk.id, "yes", "1");
	assert.equal((await manager.send(`${base}/run`, {})).status, 409);
	const weighed = () =>
		rows(world, (tx) => talkAnswers(tx, { id: round, program: world.program }));
	assert.deepEqual(
		(await weighed()).apart,
		[],
		"nothing, while talks are open",
	);
	await manager.post(`${base}/talks/end`);
	assert.equal((await weighed()).apart.length, 1);
	const board = await propose(world, base);
	const again = await pairsOf(world, round);
	assert.ok(!again.some((one) => isSame(one, talk)));
	assert.doesNotMatch(board.text, /rather not/i);
	assert.equal((await manager.get(`${base}/export`)).status, 409);
	const shown = await rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select("alternatives")
			.where("mentee_id", "=", talk.mentee)
			.execute(),
	);
	const talked = (await talksOf(world, round)).filter(
		({ mentee }) => mentee === talk.mentee,
	);
	for (const { mentor } of talked)
		assert.ok(!JSON.stringify(shown).includes(mentor));
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Best for all.",
	});
	assert.deepEqual(await answers(world), []);
	const apart = await rows(world, (tx) =>
		tx.selectFrom("chemistry_apart").selectAll().execute(),
	);
	assert.deepEqual(apart, [
		{
			program_id: world.program,
			mentee_id: talk.mentee,
			mentor_id: talk.mentor,
		},
	]);
	const mentee = await world.as(talk.mentee);
	assert.match(
		(await mentee.get(`/talks/${round}`)).text,
		/Your talks are over/,
	);
});

test("a yes on both sides brings two together whom the policy alone would not", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	await propose(world, base);
	const before = await pairsOf(world, round);
	await ask(world, base, { talksEach: "3", mostTalks: "8" });
	const talk = (await talksOf(world, round)).find(
		(one) => !before.some((pair) => isSame(pair, one)),
	);
	assert.ok(talk);
	await say(world, round, talk.mentee, talk.id, "yes", "1");
	await say(world, round, talk.mentor, talk.id, "yes", "1");
	await perform(world, "end-talks", { round });
	await propose(world, base);
	assert.ok((await pairsOf(world, round)).some((one) => isSame(one, talk)));
});

test("the silent are reminded once, and after the last day nothing counts any more", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	await ask(world, base, { talksEach: "1", mostTalks: "3" });
	const talks = await talksOf(world, round);
	const [talk] = talks;
	assert.ok(talk);
	await say(world, round, talk.mentee, talk.id, "not-now");
	await perform(world, "remind-talks", { round, origin });
	await perform(world, "remind-talks", { round, origin });
	const mails = await transact(
		world.database,
		{ actor: { kind: "process", process: "mail" }, access: "read" },
		(tx) =>
			tx
				.selectFrom("mail")
				.select("person_id")
				.where("kind", "=", "talks-reminder")
				.execute(),
	);
	const people = new Set(
		talks.flatMap(({ mentee, mentor }) => [mentee, mentor]),
	);
	people.delete(talk.mentee);
	assert.deepEqual(
		mails.map(({ person_id }) => person_id).toSorted(),
		[...people].toSorted(),
	);
	const mentee = await world.as(talk.mentee);
	assert.doesNotMatch((await mentee.get("/")).text, /short talk/i);
	await perform(world, "end-talks", { round });
	assert.equal(
		(
			await mentee.send(`/talks/${round}`, {
				[`answer-${talk.id}`]: "yes",
			})
		).status,
		409,
	);
});

type Two = { readonly mentee: string; readonly mentor: string };

function isSame(one: Two, other: Two): boolean {
	return one.mentee === other.mentee && one.mentor === other.mentor;
}

// Talks before the pairs, for the tests of chemistry rounds.
import assert from "node:assert/strict";
import { inDays, perform, type RoundWorld, rows } from "./round.ts";

export async function ask(
	world: RoundWorld,
	base: string,
	terms: { talksEach?: string; mostTalks?: string } = {},
): Promise<void> {
	const manager = await world.as(world.ruth);
	const sent = await manager.send(`${base}/talks`, {
		talksEach: "2",
		mostTalks: "4",
		answerBy: inDays(7),
		...terms,
	});
	assert.equal(sent.status, 303);
	const round = base.split("/").at(-1) ?? "";
	await perform(world, "propose-talks", {
		round,
		origin: "http://localhost",
	});
}

export function talksOf(world: RoundWorld, round: string) {
	return rows(world, (tx) =>
		tx
			.selectFrom("chemistry_talk")
			.select(["id", "mentee_id as mentee", "mentor_id as mentor"])
			.where("round_id", "=", round)
			.orderBy("id")
			.execute(),
	);
}

export async function say(
	world: RoundWorld,
	round: string,
	person: string,
	talk: string,
	answer: string,
	preference = "",
) {
	const client = await world.as(person);
	return client.post(`/talks/${round}`, {
		[`answer-${talk}`]: answer,
		[`preference-${talk}`]: preference,
	});
}

export function answers(world: RoundWorld) {
	return rows(world, (tx) =>
		tx.selectFrom("chemistry_answer").selectAll().execute(),
	);
}

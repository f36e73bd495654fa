// One relationship, begun as people begin one: proposed, published, two yeses.
import assert from "node:assert/strict";
import { begin, inDays, pairsOf, propose, roundWorld } from "./round.ts";

/** One pair that both sides said yes to; `other` is a pair that has not answered, `path` the relationship's page. */
export async function pairedWorld() {
	const world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Agreed.",
	});
	const [pair, other] = await pairsOf(world, round);
	assert.ok(pair && other);
	const mentor = await world.as(pair.mentor);
	const mentee = await world.as(pair.mentee);
	const answer = `/proposals/${pair.id}/answer`;
	await mentor.send(answer, { answer: "yes" });
	const { location } = await mentee.send(answer, { answer: "yes" });
	assert.ok(location);
	return { ...world, manager, pair, other, mentor, mentee, path: location };
}

import assert from "node:assert/strict";
import test from "node:test";
import {
	begin,
	inDays,
	planned,
	propose,
	type RoundWorld,
	roundWorld,
	rows,
} from "../../../test/round.ts";

test("the committee asks for kinds; the board shows each mentee's network; a pin keeps its kind; two yeses make a relationship of it", async () => {
	await using world = await roundWorld();
	const { manager, base, round } = await begin(world);
	const form = await manager.get(`${base}/policy`);
	const typed = Object.fromEntries(
		[
			...form.html.matchAll(
				/name="((?:weight|kind)-[^"]+)"[^>]*value="([^"]*)"/g,
			),
		].map(([, name = "", value = ""]) => [name, value]),
	);
	assert.equal(typed["kind-primary"], "1");
	const asked = {
		...typed,
		"kind-functional": "1",
		"rule-languages": "yes",
		"rule-languages-least": "1",
		objective: "people",
	};
	await manager.post(`${base}/policy`, asked);
	const kept = await manager.get(`${base}/policy`);
	assert.match(kept.text, /Functional: of the same function/);
	assert.match(kept.text, /Only for: functional mentor/);
	await morePlaces(world);
	const board = await propose(world, base);
	assert.match(board.text, /functional mentor/);
	// Mia speaks what nobody else does: she is told of once for each kind.
	assert.match(board.text, /2 kinds of mentors are missing/);
	assert.match(board.text, /Mia Larsen without: functional mentor/);
	const pairs = await pairsOfRound(world, round);
	for (const own of Map.groupBy(pairs, ({ mentee }) => mentee).values())
		assert.equal(new Set(own.map(({ mentor }) => mentor)).size, own.length);
	const functional = pairs.find(({ kind }) => kind === "functional");
	assert.ok(functional);
	const first = pairs.find(
		({ mentee, kind }) => mentee === functional.mentee && kind === "primary",
	);
	assert.ok(first);
	const opened = await manager.get(`${base}?pair=${functional.id}`);
	assert.match(opened.text, /The network of/);
	await manager.post(`${base}/decisions`, {
		pin: `${functional.mentee} ${functional.mentor} functional`,
	});
	await planned(world, base);
	// Several mentors each: what that leaves the other side is told of every plan.
	assert.match(
		(await manager.get(base)).text,
		/Every mentor has a mentee\.|mentors? ha(s|ve) nobody\./,
	);
	const pinned = (await pairsOfRound(world, round)).find(
		({ mentee, mentor }) =>
			mentee === functional.mentee && mentor === functional.mentor,
	);
	assert.equal(pinned?.kind, "functional");
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Agreed.",
	});
	// Both of a mentee's mentors can say yes: each takes the need of its own kind.
	const own = (await pairsOfRound(world, round)).filter(
		({ mentee }) => mentee === functional.mentee,
	);
	assert.equal(own.length, 2);
	for (const { id, mentor, mentee, kind } of own) {
		const answer = `/proposals/${id}/answer`;
		assert.match(
			(await (await world.as(mentee)).get(`/proposals/${id}`)).text,
			new RegExp(`${kind} mentor`),
		);
		await (await world.as(mentor)).send(answer, { answer: "yes" });
		const { location } = await (await world.as(mentee)).send(answer, {
			answer: "yes",
		});
		const page = await (await world.as(mentee)).get(location ?? "");
		assert.match(page.text, new RegExp(`What they are to you ${kind} mentor`));
	}
	const whom = await (await world.as(functional.mentee)).get("/relationships");
	assert.match(whom.text, /primary mentor/);
	assert.match(whom.text, /functional mentor/);
	// What runs takes up the need of its kind in the next round.
	const next = await begin(world);
	await propose(world, next.base);
	const again = await pairsOfRound(world, next.round);
	assert.ok(!again.some(({ mentee }) => mentee === functional.mentee));
});

async function morePlaces(world: RoundWorld): Promise<void> {
	await world.arrange((tx) =>
		tx
			.updateTable("enrolment")
			.set({ capacity: 3 })
			.where("program_id", "=", world.program)
			.where("side", "=", "mentor")
			.execute(),
	);
}

function pairsOfRound(world: RoundWorld, round: string) {
	return rows(world, (tx) =>
		tx
			.selectFrom("proposal")
			.select([
				"id",
				"mentee_id as mentee",
				"mentor_id as mentor",
				"mentor_kind as kind",
			])
			.where("round_id", "=", round)
			.orderBy("id")
			.execute(),
	);
}

// A pair that runs while people move, for the tests of what happens then.
import assert from "node:assert/strict";
import {
	begin,
	inDays,
	pairsOf,
	perform,
	propose,
	type RoundWorld,
	roundWorld,
	rows,
} from "./round.ts";

/** One pair of the first round has said yes; the others have said no, so that mentors are free. */
export async function pairedWorld() {
	const world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: "Best for all.",
	});
	const [pair, ...others] = await pairsOf(world, round);
	assert.ok(pair);
	const answer = async (who: string, proposal: string, said: string) => {
		const client = await world.as(who);
		return client.post(`/proposals/${proposal}/answer`, { answer: said });
	};
	await answer(pair.mentee, pair.id, "yes");
	await answer(pair.mentor, pair.id, "yes");
	for (const { id, mentee, mentor } of others) {
		await answer(mentee, id, "not-now");
		await answer(mentor, id, "not-now");
	}
	await perform(world, "check-pairs", {});
	const { id } = await rows(world, (tx) =>
		tx.selectFrom("relationship").select("id").executeTakeFirstOrThrow(),
	);
	return {
		...world,
		manager,
		mentee: pair.mentee,
		mentor: pair.mentor,
		path: `/relationships/${id}`,
		changes: `/programs/${world.program}/changes`,
	};
}

export function matters(world: RoundWorld) {
	return rows(world, (tx) =>
		tx
			.selectFrom("pair_matter")
			.select(["id", "kind", "mentee_id as mentee", "suggested"])
			.where("settled_at", "is", null)
			.orderBy("kind")
			.execute(),
	);
}

export async function enrolment(
	world: RoundWorld,
	person: string,
): Promise<string> {
	const { id } = await rows(world, (tx) =>
		tx
			.selectFrom("enrolment")
			.select("id")
			.where("person_id", "=", person)
			.executeTakeFirstOrThrow(),
	);
	return id;
}

export async function managedBy(
	world: RoundWorld,
	person: string,
	manager: string | null,
): Promise<void> {
	await world.arrange((tx) =>
		tx
			.updateTable("person")
			.set({ manager_id: manager })
			.where("id", "=", person)
			.execute(),
	);
}

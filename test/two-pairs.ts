// Two pairs that meet already, for the tests of what happens between members.
import type { WorldOptions } from "./world.ts";
import { roundWorld, type RoundWorld } from "./round.ts";

export type Pair = {
	readonly id: string;
	readonly mentor: string;
	readonly mentee: string;
};

/** Ingrid mentors Wei; Tomás mentors Jola. */
export type PairWorld = RoundWorld & {
	readonly pair: Pair;
	readonly otherPair: Pair;
};

export async function pairWorld(options?: WorldOptions): Promise<PairWorld> {
	const world = await roundWorld(options);
	const pair = await bringTogether(world, "Ingrid", "Wei");
	const otherPair = await bringTogether(world, "Tomás", "Jola");
	return { ...world, pair, otherPair };
}

function bringTogether(
	world: RoundWorld,
	one: string,
	other: string,
): Promise<Pair> {
	const mentor = world.people[one] ?? "";
	const mentee = world.people[other] ?? "";
	return world.arrange(async (tx) => {
		const { id } = await tx
			.insertInto("relationship")
			.values({
				program_id: world.program,
				kind: "one-to-one",
				member_ids: [mentor, mentee],
			})
			.returning("id")
			.executeTakeFirstOrThrow();
		await tx
			.insertInto("relationship_member")
			.values([
				{ relationship_id: id, person_id: mentor, side: "mentor" },
				{ relationship_id: id, person_id: mentee, side: "mentee" },
			])
			.execute();
		return { id, mentor, mentee };
	});
}

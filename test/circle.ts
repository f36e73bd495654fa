// A circle that runs, for the tests of what its members do.
import assert from "node:assert/strict";
import type { WorldOptions } from "./world.ts";
import { roundWorld, type RoundWorld, rows } from "./round.ts";

export type Circle = {
	/** As those who run the program know it. */
	readonly id: string;
	readonly relationship: string;
	readonly members: readonly string[];
};

export type CircleWorld = RoundWorld & { readonly circle: Circle };

/** The first facilitates; everyone has said yes. */
export async function circleWorld(
	firstNames: readonly string[],
	options?: WorldOptions,
): Promise<CircleWorld> {
	const world = await roundWorld(options);
	const members = firstNames.map((name) => {
		const id = world.people[name];
		assert.ok(id, name);
		return id;
	});
	const [facilitator = "", ...peers] = members;
	const ruth = await world.as(world.ruth);
	const base = `/programs/${world.program}/circles`;
	const started = await ruth.send(base, {
		name: "Decisions in the open",
		theme: "How we decide when nobody knows",
		cadence: "own",
		minutes: "60",
		facilitator,
		people: peers,
	});
	const id = started.location?.split("/").at(-1) ?? "";
	for (const person of members)
		await (await world.as(person)).send(`/circles/${id}/answer`, {
			answer: "yes",
		});
	const { relationship } = await rows(world, (tx) =>
		tx
			.selectFrom("mentoring_circle")
			.select("relationship_id as relationship")
			.where("id", "=", id)
			.executeTakeFirstOrThrow(),
	);
	assert.ok(relationship);
	return { ...world, circle: { id, relationship, members } };
}

/** Ruth asks somebody once more, and they come back. */
export async function comeBack(
	{ as, ruth, program, circle }: CircleWorld,
	person: string,
): Promise<void> {
	const manager = await as(ruth);
	await manager.post(`/programs/${program}/circles/${circle.id}/ask`, {
		people: [person],
	});
	await (await as(person)).post(`/circles/${circle.id}/answer`, {
		answer: "yes",
	});
}

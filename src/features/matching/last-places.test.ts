import assert from "node:assert/strict";
import test from "node:test";
import { inDays, roundWorld, rows } from "../../../test/round.ts";
import { addPerson } from "../../../test/world.ts";
import type { Tx } from "../../platform/database/database.ts";

test("the last places hold when thirty say yes in the same instant", async () => {
	await using world = await roundWorld();
	for (const capacity of [1, 2, 3]) {
		const crowd = await world.arrange(async (tx) => {
			const { program } = await cohort30(tx, capacity, world.program);
			return program;
		});
		const clients = await Promise.all(
			crowd.mentees.map((person) => world.as(person)),
		);
		const mentor = await world.as(crowd.mentor);
		for (const id of crowd.proposals)
			assert.equal(
				(await mentor.send(`/proposals/${id}/answer`, { answer: "yes" }))
					.status,
				303,
			);
		const answers = await Promise.all(
			clients.map((client, place) =>
				client.send(`/proposals/${crowd.proposals[place]}/answer`, {
					answer: "yes",
				}),
			),
		);
		assert.ok(answers.every(({ status }) => status === 303));
		const begun = await rows(world, (tx) =>
			tx
				.selectFrom("relationship_member")
				.select("relationship_id")
				.where("person_id", "=", crowd.mentor)
				.execute(),
		);
		assert.equal(begun.length, capacity);
		assert.equal(
			answers.filter(({ location }) => location?.startsWith("/relationships/"))
				.length,
			capacity,
		);
	}
});

async function cohort30(tx: Tx, capacity: number, program: string) {
	const tag = `C${capacity}`;
	const mentor = await addPerson(tx, { first_name: "Mentor", last_name: tag });
	const mentees: string[] = [];
	for (let place = 0; place < 30; place += 1)
		mentees.push(
			await addPerson(tx, { first_name: `Mentee${place}`, last_name: tag }),
		);
	const enrol = (
		person_id: string,
		side: "mentor" | "mentee",
		places: number,
	) => ({
		program_id: program,
		person_id,
		side,
		capacity: places,
		status: "enrolled" as const,
		how: "demonstration" as const,
	});
	await tx
		.insertInto("enrolment")
		.values([
			enrol(mentor, "mentor", capacity),
			...mentees.map((one) => enrol(one, "mentee", 1)),
		])
		.execute();
	const { id: round } = await tx
		.insertInto("round")
		.values({
			program_id: program,
			number: 100 + capacity,
			status: "published",
			policy: "{}",
			seed: "",
			answer_by: inDays(7),
			published_at: new Date(),
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	const made = await tx
		.insertInto("proposal")
		.values(
			mentees.map((mentee_id) => ({
				round_id: round,
				mentee_id,
				mentor_id: mentor,
				score: "1",
				parts: "[]",
				status: "published" as const,
			})),
		)
		.returning(["id", "mentee_id"])
		.execute();
	const proposals = mentees.map(
		(person) => made.find(({ mentee_id }) => mentee_id === person)?.id ?? "",
	);
	return { program: { mentor, mentees, proposals } };
}

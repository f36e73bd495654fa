import { starterCurricula } from "../../domain/learning/starter.ts";
import type { Tx } from "../../platform/database/database.ts";
import { recommendCurriculum } from "../learning/commands/curricula.ts";
import { installStarters } from "../learning/commands/starters.ts";
import { insertAll } from "./insert-all.ts";

// How far each of the cast who is paired has come.
const stepsDone = { mentee: 2, mentor: 1 } as const;

/** The two starter curricula, recommended by every program, and some of the cast in the middle of theirs. */
export async function writeLearning(tx: Tx, manager: string): Promise<void> {
	const starters = starterCurricula("en");
	const installed = await installStarters(tx, starters, "en", manager);
	const programs = await tx.selectFrom("program").select("id").execute();
	for (const { key, side } of starters) {
		const curriculum = installed.get(key);
		if (curriculum === undefined) continue;
		for (const program of programs)
			await recommendCurriculum(tx, {
				program: program.id,
				curriculum,
				side,
				by: manager,
			});
		await writeProgress(tx, curriculum, side);
	}
}

async function writeProgress(
	tx: Tx,
	curriculum: string,
	side: "mentor" | "mentee",
): Promise<void> {
	const members = await tx
		.selectFrom("relationship_member as member")
		.innerJoin(
			"demonstration_cast as cast",
			"cast.person_id",
			"member.person_id",
		)
		.innerJoin("relationship", "relationship.id", "member.relationship_id")
		.select((row) => [
			"member.person_id as person",
			row.fn.min("relationship.began_at").as("began"),
		])
		.where("member.side", "=", side)
		.groupBy("member.person_id")
		.execute();
	const steps = await tx
		.selectFrom("learning_step")
		.select("id")
		.where("curriculum_id", "=", curriculum)
		.orderBy("position")
		.limit(stepsDone[side])
		.execute();
	await insertAll(
		tx,
		"learning",
		members.map(({ person, began }) => ({
			person_id: person,
			curriculum_id: curriculum,
			taken_at: began,
		})),
	);
	await insertAll(
		tx,
		"learning_done",
		members.flatMap(({ person, began }) =>
			steps.map(({ id }) => ({
				person_id: person,
				step_id: id,
				done_at: began,
			})),
		),
	);
}

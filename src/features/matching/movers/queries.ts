import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { HeldOffice } from "../../../platform/http/guard.ts";
import { actingAs } from "../../programs/acting.ts";
import { namesOf } from "../queries/names.ts";

export type Matter = Awaited<ReturnType<typeof openMatters>>[number];

/** What waits for a decision in a program, with the names of everyone in it. */
export async function openMatters(db: Db, program: string) {
	const rows = await db
		.selectFrom("pair_matter")
		.select([
			"id",
			"kind",
			"rule",
			"mentee_id as menteeId",
			"mentor_id as mentorId",
			"suggested",
			"noticed_at as noticedAt",
			sql<boolean>`relationship_id is not null and not exists (
				select from relationship_ending ending where ending.relationship_id = pair_matter.relationship_id
			)`.as("isRunning"),
		])
		.where("program_id", "=", program)
		.where("settled_at", "is", null)
		.orderBy(
			sql`array_position(array['reports-to-mentor', 'mentor-left', 'mentor-withdrew', 'breaks-rule', 'mentor-paused', 'unanswered', 'late-joiner'], kind)`,
		)
		.orderBy("noticed_at")
		.orderBy("id")
		.execute();
	const names = await namesOf(
		db,
		rows.flatMap((row) => [
			row.menteeId,
			...(row.mentorId === null ? [] : [row.mentorId]),
			...row.suggested,
		]),
	);
	return rows.map((row) => ({
		...row,
		mentee: names.get(row.menteeId) ?? "",
		mentor: row.mentorId === null ? "" : (names.get(row.mentorId) ?? ""),
		suggested: row.suggested.map((id) => ({ id, name: names.get(id) ?? "" })),
	}));
}

/** What was decided lately, latest first; endings leave no trace on those they concern. */
export function settledMatters(db: Db, program: string) {
	return db
		.selectFrom("pair_matter")
		.innerJoin("person as mentee", "mentee.id", "pair_matter.mentee_id")
		.leftJoin("person as by", "by.id", "pair_matter.settled_by")
		.select([
			"pair_matter.id",
			"kind",
			"settled_how as how",
			"settled_at as at",
			"reason",
			sql<string>`concat_ws(' ', mentee.first_name, mentee.last_name)`.as(
				"mentee",
			),
			sql<string>`concat_ws(' ', by.first_name, by.last_name)`.as("by"),
		])
		.where("program_id", "=", program)
		.where("settled_at", "is not", null)
		.where("settled_how", "not in", ["passed", "ended"])
		.orderBy("settled_at", "desc")
		.limit(20)
		.execute();
}

/** The number of the round that is being worked on, if any: whoever is free is part of it. */
export async function openRound(
	db: Db,
	program: string,
): Promise<{ readonly id: string; readonly number: number } | undefined> {
	return db
		.selectFrom("round")
		.select(["id", "number"])
		.where("program_id", "=", program)
		.where("status", "in", ["draft", "computing", "proposed"])
		.executeTakeFirst();
}

/** How many pairs need a look, in the programs someone runs. */
export async function mattersToSee(db: Db, held: readonly HeldOffice[]) {
	const rows = await db
		.selectFrom("pair_matter")
		.innerJoin("program", "program.id", "pair_matter.program_id")
		.select((row) => [
			"program.id as programId",
			"program.name as program",
			row.cast<number>(row.fn.countAll(), "integer").as("matters"),
		])
		.where("settled_at", "is", null)
		.where("pair_matter.kind", "<>", "waiting")
		.where("program.status", "<>", "closed")
		.groupBy(["program.id", "program.name"])
		.orderBy("program.name")
		.execute();
	return rows.filter(({ programId }) =>
		held.some(({ program }) => program === null || program === programId),
	);
}

/** Relationships for which somebody else is asked already: nothing more is to be decided of them for now. Must run as the process `pairing`. */
export async function onTheirWay(
	db: Db,
	program: string,
): Promise<ReadonlySet<string | null>> {
	const rows = await db
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.select("replaces")
		.where("round.program_id", "=", program)
		.where("proposal.status", "=", "published")
		.where("replaces", "is not", null)
		.execute();
	return new Set(rows.map(({ replaces }) => replaces));
}

/** The same for whoever decides, with names: how far it is stands nowhere. */
export async function takeoversAsked(db: Db, program: string) {
	const rows = await actingAs(db, "pairing", () =>
		db
			.selectFrom("proposal")
			.innerJoin("round", "round.id", "proposal.round_id")
			.select([
				"proposal.id",
				"mentee_id as menteeId",
				"mentor_id as mentorId",
				"answer_by as answerBy",
			])
			.where("round.program_id", "=", program)
			.where("proposal.status", "=", "published")
			.where("replaces", "is not", null)
			.orderBy("answer_by")
			.orderBy("proposal.id")
			.execute(),
	);
	const names = await namesOf(
		db,
		rows.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
	);
	return rows.map(({ id, menteeId, mentorId, answerBy }) => ({
		id,
		mentee: names.get(menteeId) ?? "",
		mentor: names.get(mentorId) ?? "",
		answerBy,
	}));
}

import { sql } from "kysely";
import { type Db, vaultOf } from "../../../platform/database/database.ts";
import type { HeldOffice } from "../../../platform/http/guard.ts";
import { openAnswer } from "./answer.ts";

/** Proposals that wait for this person's answer. Whoever asked for more still owes one. */
export async function openProposals(db: Db, person: string) {
	const rows = await db
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.innerJoin("person as partner", (join) =>
			join.on((on) =>
				on.and([
					on("partner.id", "!=", person),
					on.or([
						on("partner.id", "=", on.ref("proposal.mentee_id")),
						on("partner.id", "=", on.ref("proposal.mentor_id")),
					]),
				]),
			),
		)
		.leftJoin("proposal_answer", (join) =>
			join
				.onRef("proposal_answer.proposal_id", "=", "proposal.id")
				.on("proposal_answer.person_id", "=", person),
		)
		.select([
			"proposal.id",
			"proposal_answer.answer",
			"proposal_answer.question",
			"program.name as program",
			"round.answer_by as answerBy",
			sql<string>`concat_ws(' ', partner.first_name, partner.last_name)`.as(
				"partner",
			),
		])
		.where("proposal.status", "=", "published")
		.where((row) =>
			row.or([
				row("proposal.mentee_id", "=", person),
				row("proposal.mentor_id", "=", person),
			]),
		)
		.orderBy("round.answer_by")
		.orderBy("proposal.id")
		.execute();
	return rows.filter(({ id, answer, question }) => {
		if (answer === null) return true;
		const whose = { proposal: id, person };
		const said = openAnswer(vaultOf(db), whose, { answer, question });
		return said.answer === "ask-me-more";
	});
}

/** Rounds whose pairs are computed and not published yet, in the programs someone runs. */
export async function roundsToSee(db: Db, held: readonly HeldOffice[]) {
	const rows = await db
		.selectFrom("round")
		.innerJoin("program", "program.id", "round.program_id")
		.select(["round.id", "program.id as programId", "program.name as program"])
		.where("round.status", "=", "proposed")
		.orderBy("round.computed_at")
		.execute();
	return rows.filter(({ programId }) => runs(held, programId));
}

/** Programs in which pairs went back after the last round, and nobody has begun another. */
export async function returnedPairs(db: Db, held: readonly HeldOffice[]) {
	const rows = await db
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.select((row) => [
			"program.id as programId",
			"program.name as program",
			row.cast<number>(row.fn.countAll(), "integer").as("pairs"),
		])
		.where("proposal.status", "in", ["returned", "lapsed"])
		.where("program.status", "<>", "closed")
		.where((row) =>
			row.not(
				row.exists(
					row
						.selectFrom("round as later")
						.select("later.id")
						.whereRef("later.program_id", "=", "round.program_id")
						.whereRef("later.number", ">", "round.number"),
				),
			),
		)
		.groupBy(["program.id", "program.name"])
		.orderBy("program.name")
		.execute();
	return rows.filter(({ programId }) => runs(held, programId));
}

function runs(held: readonly HeldOffice[], program: string): boolean {
	return held.some((one) => one.program === null || one.program === program);
}

import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { HeldOffice } from "../../../platform/http/guard.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { actingAs } from "../../programs/acting.ts";
import { isId } from "../queries/rounds.ts";
import { openSaid, type SaidAfter } from "./said.ts";

export type Chemistry = NonNullable<Awaited<ReturnType<typeof findChemistry>>>;

/** The talks of a round as whoever runs it sees them: terms, and how far they are. */
export function findChemistry(db: Db, round: string) {
	return db
		.selectFrom("chemistry")
		.select([
			"round_id as round",
			"talks_each as talksEach",
			"most_talks as mostTalks",
			"answer_by as answerBy",
			"proposed_at as proposedAt",
			"ended_at as endedAt",
			"problem",
		])
		.where("round_id", "=", round)
		.executeTakeFirst();
}

export type PlannedTalk = Awaited<ReturnType<typeof plannedTalks>>[number];

/** Who is asked to talk with whom. The rows say nothing about what came of it. */
export function plannedTalks(db: Db, round: string) {
	return db
		.selectFrom("chemistry_talk as talk")
		.innerJoin("person as mentee", "mentee.id", "talk.mentee_id")
		.innerJoin("person as mentor", "mentor.id", "talk.mentor_id")
		.select([
			"talk.id",
			"talk.mentee_id as menteeId",
			"talk.mentor_id as mentorId",
			sql<string>`concat_ws(' ', mentee.first_name, mentee.last_name)`.as(
				"mentee",
			),
			sql<string>`concat_ws(' ', mentor.first_name, mentor.last_name)`.as(
				"mentor",
			),
		])
		.where("talk.round_id", "=", round)
		.orderBy("mentee.sort_name")
		.orderBy("mentor.sort_name")
		.execute();
}

/** How many people are asked, and how many have answered about all their talks. Below five nobody is counted: it could be told who. */
export async function answeredPeople(
	db: Db,
	round: string,
): Promise<{ readonly asked: number; readonly answered: number | null }> {
	const { rows } = await actingAs(db, "pairing", () =>
		sql<{ asked: number; answered: number }>`
			select count(*)::integer as asked, (count(*) filter (where open = 0))::integer as answered
			from (
				select person, count(*) filter (where not exists (
					select from chemistry_answer said where said.talk_id = talk.id and said.person_id = person
				)) as open
				from chemistry_talk talk cross join unnest(array[mentee_id, mentor_id]) as person
				where round_id = ${round}
				group by person
			) people
		`.execute(db),
	);
	const { asked, answered } = rows[0] ?? { asked: 0, answered: 0 };
	return { asked, answered: asked < 5 ? null : answered };
}

export type OwnTalks = Awaited<ReturnType<typeof ownTalks>>;

/** A person's own talks in a round, with what they themself said. For everyone else they are not there. */
export async function ownTalks(db: Db, round: string, person: string) {
	if (!isId(round)) throw new NotFound();
	const talks = await db
		.selectFrom("chemistry_talk as talk")
		.innerJoin("chemistry", "chemistry.round_id", "talk.round_id")
		.innerJoin("round", "round.id", "talk.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.innerJoin("person as partner", (join) =>
			join.on((on) =>
				on.and([
					on("partner.id", "!=", person),
					on.or([
						on("partner.id", "=", on.ref("talk.mentee_id")),
						on("partner.id", "=", on.ref("talk.mentor_id")),
					]),
				]),
			),
		)
		.leftJoin("chemistry_answer as said", (join) =>
			join
				.onRef("said.talk_id", "=", "talk.id")
				.on("said.person_id", "=", person),
		)
		.select([
			"talk.id",
			"talk.mentee_id as mentee",
			"talk.mentor_id as mentor",
			"program.name as programName",
			"chemistry.answer_by as answerBy",
			"chemistry.ended_at as endedAt",
			"partner.id as partner",
			sql<string>`concat_ws(' ', partner.first_name, partner.last_name)`.as(
				"name",
			),
			"partner.email",
			"partner.job_title as title",
			"partner.function",
			"partner.location",
			"said.answer as sealed",
		])
		.where("talk.round_id", "=", round)
		.where((row) =>
			row.or([
				row("talk.mentee_id", "=", person),
				row("talk.mentor_id", "=", person),
			]),
		)
		.orderBy("partner.sort_name")
		.execute();
	if (talks.length === 0) throw new NotFound();
	return talks.map(({ sealed, ...talk }) => ({
		...talk,
		...saidOrNothing(db, { talk: talk.id, person }, sealed),
		own: talk.mentee === person ? ("mentee" as const) : ("mentor" as const),
	}));
}

function saidOrNothing(
	db: Db,
	whose: { readonly talk: string; readonly person: string },
	sealed: Buffer | null,
): SaidAfter | { readonly answer: null; readonly preference: null } {
	return sealed === null
		? { answer: null, preference: null }
		: openSaid(db, whose, sealed);
}

/** Rounds whose talks are over and whose pairs nobody has looked for yet, in the programs someone runs. */
export async function endedTalks(db: Db, held: readonly HeldOffice[]) {
	const rows = await db
		.selectFrom("chemistry")
		.innerJoin("round", "round.id", "chemistry.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.select(["round.id", "program.id as programId", "program.name as program"])
		.where("round.status", "=", "draft")
		.where("chemistry.ended_at", "is not", null)
		.orderBy("chemistry.ended_at")
		.execute();
	return rows.filter(({ programId }) =>
		held.some(({ program }) => program === null || program === programId),
	);
}

/** Rounds in which somebody still has to say how their talks were. */
export function openTalks(db: Db, person: string) {
	return db
		.selectFrom("chemistry_talk as talk")
		.innerJoin("chemistry", "chemistry.round_id", "talk.round_id")
		.innerJoin("round", "round.id", "talk.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.leftJoin("chemistry_answer as said", (join) =>
			join
				.onRef("said.talk_id", "=", "talk.id")
				.on("said.person_id", "=", person),
		)
		.select((row) => [
			"talk.round_id as round",
			"program.name as program",
			"chemistry.answer_by as answerBy",
			row.cast<number>(row.fn.countAll(), "integer").as("talks"),
		])
		.where("chemistry.ended_at", "is", null)
		.where("said.answer", "is", null)
		.where((row) =>
			row.or([
				row("talk.mentee_id", "=", person),
				row("talk.mentor_id", "=", person),
			]),
		)
		.groupBy(["talk.round_id", "program.name", "chemistry.answer_by"])
		.orderBy("chemistry.answer_by")
		.execute();
}

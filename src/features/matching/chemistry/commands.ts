import { sql } from "kysely";
import { actAs, type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { refuseUnlessOpen } from "../commands/rounds.ts";
import { isId, lockRound } from "../queries/rounds.ts";
import { organisationDay } from "../queries/run-input.ts";
import { allSaid, sealSaid, type TalkAnswer } from "./said.ts";

export type ChemistryTerms = {
	readonly talksEach: number;
	readonly mostTalks: number;
	/** YYYY-MM-DD: the last day on which an answer counts. */
	readonly answerBy: string;
	readonly by: string;
	readonly origin: string;
};

/** Has talks proposed in this round: up to three mentors for each mentee, never more than so many mentees for a mentor. */
export async function beginChemistry(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
	{ talksEach, mostTalks, answerBy, by, origin }: ChemistryTerms,
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	const { rows } = await sql<{ round_id: string }>`
		insert into chemistry (round_id, talks_each, most_talks, answer_by, begun_by)
		values (${round.id}, ${talksEach}, ${mostTalks}, ${answerBy}::date, ${by})
		on conflict (round_id) do update
			set talks_each = excluded.talks_each, most_talks = excluded.most_talks, answer_by = excluded.answer_by, problem = null
			where chemistry.problem is not null
		returning round_id
	`.execute(tx);
	if (rows.length === 0)
		throw new Conflict(t("The talks of this round are asked for already."));
	const payload = { round: round.id, origin };
	await addJob(tx, "propose-talks", payload, { key: `talks-${round.id}` });
	await addJob(tx, "remind-talks", payload, {
		key: `remind-talks-${round.id}`,
		runAt: await morningBefore(tx, answerBy, 3),
	});
	await addJob(tx, "end-talks", payload, {
		key: `end-talks-${round.id}`,
		runAt: await morningBefore(tx, answerBy, -1),
	});
	await record(tx, {
		act: "begin-talks",
		subject: { kind: "round", id: round.id },
		detail: { talksEach, mostTalks, answerBy },
	});
}

export type Said = {
	readonly talk: string;
	readonly answer: TalkAnswer;
	readonly preference: number | null;
};

/** Keeps what one side says of their talks. It may be said anew until the last day; nothing anywhere changes by it before the pairs are made. */
export async function answerTalks(
	tx: Tx,
	{ round, person }: { readonly round: string; readonly person: string },
	said: readonly Said[],
): Promise<void> {
	if (!isId(round)) throw new NotFound();
	const talks = await tx
		.selectFrom("chemistry_talk")
		.innerJoin("chemistry", "chemistry.round_id", "chemistry_talk.round_id")
		.select([
			"chemistry_talk.id",
			"answer_by as answerBy",
			"ended_at as endedAt",
		])
		.where("chemistry_talk.round_id", "=", round)
		.where((row) =>
			row.or([row("mentee_id", "=", person), row("mentor_id", "=", person)]),
		)
		.execute();
	const [first] = talks;
	if (first === undefined) throw new NotFound();
	if (first.endedAt !== null || first.answerBy < (await organisationDay(tx)))
		throw new Conflict(t("These talks are over. Pairs are being made now."));
	const known = new Set(talks.map(({ id }) => id));
	const own = said.filter(({ talk }) => known.has(talk));
	refuseSameChoice(own);
	for (const { talk, answer, preference } of own) {
		const given = {
			answer: sealSaid(tx, { talk, person }, { answer, preference }),
			answered_at: nowOf(tx),
		};
		await tx
			.insertInto("chemistry_answer")
			.values({ talk_id: talk, person_id: person, ...given })
			.onConflict((row) =>
				row.columns(["talk_id", "person_id"]).doUpdateSet(given),
			)
			.execute();
	}
	// Who answered is nobody's business but theirs: the journal knows that somebody of the round did.
	await actAs(tx, { kind: "process", process: "pairing" });
	await record(tx, {
		act: "answer-talks",
		subject: { kind: "round", id: round },
	});
	await actAs(tx, { kind: "person", person });
}

/** Once the pairs are published nobody needs what was said. Of a "rather not" stays that these two are not paired again, not whose word it was. */
export async function forgetTalks(
	tx: Tx,
	round: { readonly id: string; readonly program: string },
): Promise<void> {
	await actingAs(tx, "pairing", async () => {
		const apart = (await allSaid(tx, round.id)).filter(
			({ answer }) => answer === "rather-not",
		);
		for (const { mentee, mentor } of apart)
			await tx
				.insertInto("chemistry_apart")
				.values({
					program_id: round.program,
					mentee_id: mentee,
					mentor_id: mentor,
				})
				.onConflict((row) => row.doNothing())
				.execute();
		await sql`
			delete from chemistry_answer using chemistry_talk talk
			where talk.id = talk_id and talk.round_id = ${round.id}
		`.execute(tx);
		await endTalks(tx, round.id);
	});
}

/** The program manager ends the talks before their last day. */
export async function stopTalks(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	await endTalks(tx, round.id);
	await record(tx, {
		act: "end-talks",
		subject: { kind: "round", id: round.id },
	});
}

/** No answer counts any more. */
export async function endTalks(tx: Tx, round: string): Promise<void> {
	await tx
		.updateTable("chemistry")
		.set({ ended_at: nowOf(tx) })
		.where("round_id", "=", round)
		.where("ended_at", "is", null)
		.execute();
}

function refuseSameChoice(said: readonly Said[]): void {
	const ranked = Map.groupBy(
		said.filter(
			({ answer, preference }) => answer === "yes" && preference !== null,
		),
		({ preference }) => preference,
	);
	for (const same of ranked.values())
		for (const { talk } of same.slice(1))
			throw new Invalid({
				[`preference-${talk}`]: t("Two people cannot have the same place."),
			});
}

/** Eight in the morning, so many days before a day, where the organisation is. */
async function morningBefore(tx: Tx, day: string, days: number): Promise<Date> {
	const hours = days < 0 ? 0 : 8;
	const { at } = await tx
		.selectFrom("organisation")
		.select(
			sql<Date>`(((${day}::date - ${days}::integer)::timestamp + make_interval(hours => ${hours}::integer)) at time zone time_zone)`.as(
				"at",
			),
		)
		.executeTakeFirstOrThrow();
	return at;
}

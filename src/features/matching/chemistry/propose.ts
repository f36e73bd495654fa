// Talks are proposed by the engine itself: the best pairs under the round's policy when each mentee may meet several mentors, and each mentor
// at most so many mentees. So a mentor's load is a capacity, not an afterthought, and nobody is proposed whom a rule forbids.
import type { PeopleTable } from "../../../domain/matching/people-table.ts";
import type { NamedPair } from "../../../domain/matching/policy.ts";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { addressed, recipients } from "../letters.ts";
import type { PairingInput } from "../pairing.ts";
import {
	kindsOf,
	needColumn,
	type PolicyDocument,
	readDocument,
	UNITS_COLUMNS,
} from "../policy-document.ts";
import { pairingInput } from "../queries/run-input.ts";
import { reminderLetter, type TalkMail, talksLetter } from "./letters.ts";

/** What talks are computed from; undefined where nobody asks for them any more. Must run as the process `pairing`. */
export async function talkInput(
	tx: Tx,
	round: string,
): Promise<PairingInput | undefined> {
	const row = await tx
		.selectFrom("chemistry")
		.innerJoin("round", "round.id", "chemistry.round_id")
		.select([
			"round.id",
			"round.program_id as program",
			"round.policy",
			"round.seed",
			"talks_each as talksEach",
			"most_talks as mostTalks",
		])
		.where("round.id", "=", round)
		.where("chemistry.proposed_at", "is", null)
		.where("chemistry.problem", "is", null)
		.where("round.status", "in", ["draft", "proposed"])
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const policy = readDocument(row.policy);
	const input = await pairingInput(tx, { ...row, objective: "people", policy });
	return {
		...input,
		mentors: withUnits(input.mentors, UNITS_COLUMNS.mentor, row.mostTalks),
		mentees: withTalks(policy, input.mentees, row.talksEach),
	};
}

/** Asks both sides of every talk, each person in one mail. Must run as the process `pairing`. */
export async function storeTalks(
	tx: Tx,
	round: string,
	pairs: readonly NamedPair[],
	origin: string,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("chemistry")
		.set(
			pairs.length === 0 ? { problem: "nobody" } : { proposed_at: nowOf(tx) },
		)
		.where("round_id", "=", round)
		.where("proposed_at", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n || pairs.length === 0) return;
	for (let from = 0; from < pairs.length; from += 5_000)
		await tx
			.insertInto("chemistry_talk")
			.values(
				pairs.slice(from, from + 5_000).map(({ mentee, mentor }) => ({
					round_id: round,
					mentee_id: mentee,
					mentor_id: mentor,
				})),
			)
			.execute();
	await record(tx, {
		act: "propose-talks",
		subject: { kind: "round", id: round },
		detail: { talks: pairs.length },
	});
	const people = pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]);
	await tell(tx, round, people, origin, "talks", talksLetter);
}

/** Writes once to those who have not answered. Must run as the process `pairing`. */
export async function remindTalks(
	tx: Tx,
	round: string,
	origin: string,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("chemistry")
		.set({ reminded_at: nowOf(tx) })
		.where("round_id", "=", round)
		.where("reminded_at", "is", null)
		.where("ended_at", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) return;
	const talks = await tx
		.selectFrom("chemistry_talk")
		.select(["id", "mentee_id", "mentor_id"])
		.where("round_id", "=", round)
		.execute();
	const said = await tx
		.selectFrom("chemistry_answer")
		.innerJoin("chemistry_talk", "chemistry_talk.id", "talk_id")
		.select(["talk_id", "person_id"])
		.where("round_id", "=", round)
		.execute();
	const answered = new Set(
		said.map(({ talk_id, person_id }) => `${talk_id} ${person_id}`),
	);
	const silent = talks.flatMap(({ id, mentee_id, mentor_id }) =>
		[mentee_id, mentor_id].filter((person) => !answered.has(`${id} ${person}`)),
	);
	await record(tx, {
		act: "remind-talks",
		subject: { kind: "round", id: round },
	});
	await tell(tx, round, silent, origin, "talks-reminder", reminderLetter);
}

async function tell(
	tx: Tx,
	round: string,
	people: readonly string[],
	origin: string,
	kind: "talks" | "talks-reminder",
	letter: (
		to: Parameters<typeof talksLetter>[0],
		about: TalkMail,
	) => ReturnType<typeof talksLetter>,
): Promise<void> {
	const { program, answerBy } = await tx
		.selectFrom("chemistry")
		.innerJoin("round", "round.id", "chemistry.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.select(["program.name as program", "chemistry.answer_by as answerBy"])
		.where("round.id", "=", round)
		.executeTakeFirstOrThrow();
	const counted = Map.groupBy(people, (person) => person);
	const known = await recipients(tx, people);
	await postAll(
		tx,
		[...known.values()].map((recipient) =>
			addressed(
				recipient,
				{ kind, event: `talks ${round}`, by: answerBy },
				(to) =>
					letter(to, {
						program,
						answerBy,
						talks: counted.get(to.id)?.length ?? 0,
						url: `${origin}/talks/${round}`,
					}),
			),
		),
	);
}

/** Of several kinds of mentors a mentee meets some of each that is still wanted, of the first ones one more where talks do not divide evenly. */
function withTalks(
	policy: PolicyDocument,
	mentees: PeopleTable,
	talks: number,
): PeopleTable {
	const columns = kindsOf(policy).map(({ name }) => needColumn(name));
	if (columns.length === 0)
		return withUnits(mentees, UNITS_COLUMNS.mentee, talks);
	const shared = (row: PeopleTable["rows"][number]) => {
		const wanted = columns.filter((column) => Number(row[column]) > 0);
		return wanted.map((column, k): [string, string] => [
			column,
			String(
				Math.floor(talks / wanted.length) + (k < talks % wanted.length ? 1 : 0),
			),
		]);
	};
	return {
		columns: mentees.columns,
		rows: mentees.rows.map((row) => ({
			...row,
			...Object.fromEntries(shared(row)),
		})),
	};
}

// Whoever has no place left is not asked for a talk.
function withUnits(
	{ columns, rows }: PeopleTable,
	column: string,
	units: number,
): PeopleTable {
	return {
		columns,
		rows: rows.map((row) =>
			Number(row[column]) > 0 ? { ...row, [column]: String(units) } : row,
		),
	};
}

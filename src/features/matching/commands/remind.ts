import { sql } from "kysely";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { postAll } from "../../../platform/mail/mail.ts";
import { replyLink } from "../reply/link.ts";
import { addressed, recipients, reminderLetter } from "../letters.ts";
import { openAnswer } from "../queries/answer.ts";

/** Days before the last one on which whoever has not answered is reminded: at most twice, and not where there was hardly time to answer. */
const REMINDERS = [
	{ number: 1, daysBefore: 5, daysToAnswer: 8 },
	{ number: 2, daysBefore: 1, daysToAnswer: 3 },
] as const;

/** Asks for the reminders of a round that is published today. */
export async function planReminders(
	tx: Tx,
	{
		round,
		answerBy,
		origin,
	}: {
		readonly round: string;
		readonly answerBy: string;
		readonly origin: string;
	},
): Promise<void> {
	for (const { number, at } of await reminderTimes(tx, answerBy))
		await addJob(
			tx,
			"remind-proposals",
			{ round, number, origin },
			{ key: `remind-${round}-${number}`, runAt: at },
		);
}

/** When whoever is asked today until a day is reminded: at eight where the organisation is. */
export async function reminderTimes(tx: Tx, answerBy: string) {
	const times: { readonly number: number; readonly at: Date }[] = [];
	for (const { number, daysBefore, daysToAnswer } of REMINDERS) {
		const { at, days } = await tx
			.selectFrom("organisation")
			.select([
				sql<Date>`((${answerBy}::date - ${daysBefore}::integer)::timestamp + interval '8 hours') at time zone time_zone`.as(
					"at",
				),
				sql<number>`${answerBy}::date - (now() at time zone time_zone)::date`.as(
					"days",
				),
			])
			.executeTakeFirstOrThrow();
		if (days >= daysToAnswer) times.push({ number, at });
	}
	return times;
}

/** Reminds everyone who has not answered an open proposal; of the same reminder nobody gets two. Must run as the process `pairing`. */
export async function remindProposals(
	tx: Tx,
	{
		round,
		number,
		origin,
	}: {
		readonly round: string;
		readonly number: number;
		readonly origin: string;
	},
): Promise<void> {
	const silent = await silentSides(tx, round);
	if (silent.length === 0) return;
	const sent = await tx
		.insertInto("proposal_reminder")
		.values(
			silent.map(({ proposal, person }) => ({
				proposal_id: proposal,
				person_id: person,
				number,
			})),
		)
		.onConflict((row) => row.doNothing())
		.returning(["proposal_id as proposal", "person_id as person"])
		.execute();
	const about = new Map(silent.map((one) => [one.proposal, one]));
	const people = await recipients(
		tx,
		sent.map(({ person }) => person),
	);
	await postAll(
		tx,
		sent.flatMap(({ proposal, person }) => {
			const recipient = people.get(person);
			const one = about.get(proposal);
			if (recipient === undefined || one === undefined) return [];
			const { program, answerBy } = one;
			if (answerBy === null) return [];
			const url = replyLink(origin, {
				about: "proposal",
				id: proposal,
				by: answerBy,
			});
			return addressed(
				recipient,
				{
					kind: "proposal-reminder",
					event: `reminder ${number} ${proposal}`,
					by: answerBy,
				},
				(to) => reminderLetter(to, { program, answerBy, url }),
			);
		}),
	);
	// No names: who was reminded tells who had not answered.
	await record(tx, {
		act: "remind-proposals",
		subject: { kind: "round", id: round },
		detail: { number, people: sent.length },
	});
}

/** The sides of open proposals that have said neither yes nor not now. */
async function silentSides(tx: Tx, round: string) {
	const rows = await tx
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.select([
			"proposal.id as proposal",
			"mentee_id",
			"mentor_id",
			"proposal.asked",
			"round.answer_by as answerBy",
			"program.name as program",
		])
		.where("round.id", "=", round)
		.where("proposal.status", "=", "published")
		.orderBy("proposal.id")
		.execute();
	const answers = await tx
		.selectFrom("proposal_answer")
		.innerJoin("proposal", "proposal.id", "proposal_answer.proposal_id")
		.select(["proposal_id", "person_id", "answer", "question"])
		.where("round_id", "=", round)
		.execute();
	const settled = new Set(
		answers.flatMap(({ proposal_id: proposal, person_id: person, ...said }) =>
			openAnswer(vaultOf(tx), { proposal, person }, said).answer ===
			"ask-me-more"
				? []
				: [`${proposal} ${person}`],
		),
	);
	return rows.flatMap(({ mentee_id, mentor_id, asked, ...one }) =>
		(asked === "mentor" ? [mentor_id] : [mentee_id, mentor_id])
			.filter((person) => !settled.has(`${one.proposal} ${person}`))
			.map((person) => ({ ...one, person })),
	);
}

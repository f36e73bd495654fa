import { sql } from "kysely";
import { z } from "zod";
import type { PeopleTable } from "../../../domain/matching/people-table.ts";
import type { NamedPair, Side } from "../../../domain/matching/policy.ts";
import type { Db } from "../../../platform/database/database.ts";
import { peopleTable } from "../fact-cells.ts";
import type { PairingInput } from "../pairing.ts";
import { policyOf, readDocument, withDecisions } from "../policy-document.ts";
import { barredPairs, participantFacts, participants } from "./participants.ts";

/** The round a run was asked for, if it still is: not stopped, not overtaken by another. Must run as the process `pairing`. */
export async function roundToRun(
	db: Db,
	{ round, run }: { readonly round: string; readonly run: string },
) {
	const row = await db
		.selectFrom("round")
		.innerJoin("round_progress", "round_progress.round_id", "round.id")
		.select([
			"round.id",
			"round.program_id as program",
			"round.policy",
			"round.objective",
			"round.seed",
		])
		.where("round.id", "=", round)
		.where("round.status", "=", "computing")
		.where("round_progress.run_id", "=", run)
		.where("round_progress.cancelled_at", "is", null)
		.executeTakeFirst();
	return row && { ...row, policy: readDocument(row.policy) };
}

export type RoundToRun = NonNullable<Awaited<ReturnType<typeof roundToRun>>>;

/** Everything a run computes from, as the people and their decisions are now. Must run as the process `pairing`. */
export async function pairingInput(
	db: Db,
	round: RoundToRun,
): Promise<PairingInput> {
	const today = await organisationDay(db);
	const people = await participants(db, round, today);
	const facts = await participantFacts(
		db,
		round.program,
		[...new Set(people.map(({ id }) => id))],
		today,
	);
	const idsOf = (side: Side) =>
		new Set(people.filter((one) => one.side === side).map(({ id }) => id));
	const [mentors, mentees] = [idsOf("mentor"), idsOf("mentee")];
	const isHere = ({ mentor, mentee }: NamedPair) =>
		mentors.has(mentor) && mentees.has(mentee);
	const decisions = await decisionsOf(db, round.id);
	const barred = await barredPairs(db, round);
	const document = withDecisions(
		round.policy,
		decisions.filter((one) => one.decision === "pin" && isHere(one)),
		[...barred, ...decisions.filter((one) => one.decision === "forbid")].filter(
			isHere,
		),
	);
	const policy = policyOf(document);
	const table = (side: Side): PeopleTable =>
		peopleTable(
			policy,
			side,
			people
				.filter((one) => one.side === side)
				.map((one) => ({ ...one, facts: facts.get(one.id) ?? {} })),
		);
	return {
		policy: document,
		objective: round.objective,
		seed: round.seed,
		mentors: table("mentor"),
		mentees: table("mentee"),
	};
}

/** What the last run computed from. Must run as the process `pairing`. */
export async function keptInput(
	db: Db,
	round: string,
): Promise<Pick<PairingInput, "policy" | "mentors" | "mentees"> | undefined> {
	const row = await db
		.selectFrom("round_input")
		.select(["policy", "mentors", "mentees"])
		.where("round_id", "=", round)
		.executeTakeFirst();
	return (
		row && {
			policy: readDocument(row.policy),
			mentors: KeptTable.parse(row.mentors),
			mentees: KeptTable.parse(row.mentees),
		}
	);
}

/** The same with what the solver needs, if the round's result is still the one of this fingerprint. Must run as the process `pairing`. */
export async function priceInput(
	db: Db,
	round: string,
	fingerprint: string,
): Promise<PairingInput | undefined> {
	const row = await db
		.selectFrom("round")
		.select(["objective", "seed"])
		.where("id", "=", round)
		.where("fingerprint", "=", fingerprint)
		.executeTakeFirst();
	const input = await keptInput(db, round);
	return row && input && { ...input, ...row };
}

export type Decision = Awaited<ReturnType<typeof decisionsOf>>[number];

export function decisionsOf(db: Db, round: string) {
	return db
		.selectFrom("round_decision")
		.select([
			"mentee_id as mentee",
			"mentor_id as mentor",
			"decision",
			"decided_at as decidedAt",
		])
		.where("round_id", "=", round)
		.orderBy("decided_at")
		.execute();
}

/** The calendar day where the organisation is, YYYY-MM-DD. */
export async function organisationDay(db: Db): Promise<string> {
	const { day } = await db
		.selectFrom("organisation")
		.select(
			sql<string>`to_char(now() at time zone time_zone, 'YYYY-MM-DD')`.as(
				"day",
			),
		)
		.executeTakeFirstOrThrow();
	return day;
}

const KeptTable = z.object({
	columns: z.array(z.string()),
	rows: z.array(z.record(z.string(), z.string())),
});

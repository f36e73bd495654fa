import { sql } from "kysely";
import { z } from "zod";
import type { PeopleTable } from "../../../domain/matching/people-table.ts";
import type { NamedPair, Side } from "../../../domain/matching/policy.ts";
import { type Db, vaultOf } from "../../../platform/database/database.ts";
import { talkAnswers, withTalkWishes } from "../chemistry/answers.ts";
import { peopleTable } from "../fact-cells.ts";
import type { PairingInput } from "../pairing.ts";
import {
	policyOf,
	readDocument,
	withDecisions,
	withGroups,
	withNeedColumns,
} from "../policy-document.ts";
import { ownSensitiveFields } from "./words.ts";
import { supposedPlaces, withSupposed } from "./places.ts";
import {
	barredPairs,
	needFacts,
	participantFacts,
	participants,
} from "./participants.ts";

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
			"round.equity_ratio as equityRatio",
			"round.equity_measure as equityMeasure",
		])
		.where("round.id", "=", round)
		.where("round.status", "=", "computing")
		.where("round_progress.run_id", "=", run)
		.where("round_progress.cancelled_at", "is", null)
		.executeTakeFirst();
	return row && { ...row, policy: readDocument(row.policy) };
}

type Found = NonNullable<Awaited<ReturnType<typeof roundToRun>>>;
type Equity = "equityRatio" | "equityMeasure";
export type RoundToRun = Omit<Found, Equity> & Partial<Pick<Found, Equity>>;

/**
 * Everything a run computes from, as the people and their decisions are now; `places`: by how many mentors differ from what they offer, where
 * not as the round has it. Must run as the process `pairing`.
 */
export async function pairingInput(
	db: Db,
	round: RoundToRun,
	places?: ReadonlyMap<string, number>,
): Promise<PairingInput> {
	const today = await organisationDay(db);
	const people = withSupposed(
		await participants(db, round, today),
		places ?? (await supposedPlaces(db, round.id)),
	);
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
	const said = await talkAnswers(db, round);
	const pinned = decisions.filter(
		(one) => one.decision === "pin" && isHere(one),
	);
	// A pin is the manager's word, and both are asked once more: refusing it here would tell of somebody's no.
	const apart = withoutPairs(said.apart, [
		...pinned,
		...policyOf(round.policy).pinned,
	]);
	const bare = withNeedColumns(round.policy);
	const document = withDecisions(
		round.objective === "fair" ? withGroups(bare) : bare,
		pinned,
		[
			...barred,
			...apart,
			...decisions.filter((one) => one.decision === "forbid"),
		].filter(isHere),
	);
	const policy = policyOf(document);
	const table = (side: Side): PeopleTable =>
		peopleTable(
			policy,
			side,
			people
				.filter((one) => one.side === side)
				.map((one) => ({
					...one,
					facts: {
						...withTalkWishes(facts.get(one.id) ?? {}, said.wishes.get(one.id)),
						...needFacts(one),
					},
				})),
		);
	return {
		policy: document,
		objective: round.objective,
		equity: equityOf(round),
		ownSensitive: [...(await ownSensitiveFields(db))],
		seed: round.seed,
		mentors: table("mentor"),
		mentees: table("mentee"),
	};
}

function equityOf({
	equityRatio,
	equityMeasure,
}: Partial<Pick<Found, Equity>>): PairingInput["equity"] {
	return equityRatio === null || equityRatio === undefined
		? undefined
		: { ratio: equityRatio, measure: equityMeasure ?? "access" };
}

function withoutPairs(
	pairs: readonly NamedPair[],
	others: readonly NamedPair[],
): readonly NamedPair[] {
	return pairs.filter(
		({ mentee, mentor }) =>
			!others.some((one) => one.mentee === mentee && one.mentor === mentor),
	);
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
	if (row === undefined) return undefined;
	const read = (column: "policy" | "mentors" | "mentees"): unknown =>
		JSON.parse(vaultOf(db).open(`round_input.${column}`, [round], row[column]));
	return {
		policy: readDocument(read("policy")),
		mentors: KeptTable.parse(read("mentors")),
		mentees: KeptTable.parse(read("mentees")),
	};
}

/** The same with what the solver needs, if the round's result is still the one of this fingerprint. Must run as the process `pairing`. */
export async function priceInput(
	db: Db,
	round: string,
	fingerprint: string,
): Promise<PairingInput | undefined> {
	const row = await db
		.selectFrom("round")
		.select([
			"objective",
			"seed",
			"equity_ratio as equityRatio",
			"equity_measure as equityMeasure",
		])
		.where("id", "=", round)
		.where("fingerprint", "=", fingerprint)
		.executeTakeFirst();
	const input = await keptInput(db, round);
	if (row === undefined || input === undefined) return undefined;
	return {
		...input,
		objective: row.objective,
		seed: row.seed,
		equity: equityOf(row),
		ownSensitive: [...(await ownSensitiveFields(db))],
	};
}

export type Decision = Awaited<ReturnType<typeof decisionsOf>>[number];

export function decisionsOf(db: Db, round: string) {
	return db
		.selectFrom("round_decision")
		.select([
			"mentee_id as mentee",
			"mentor_id as mentor",
			"mentor_kind as mentorKind",
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

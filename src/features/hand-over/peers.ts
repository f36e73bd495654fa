// Who could take over a mentee: mentors of the program with a place, within their own limits over all programs, whom no rule, line, block or past pair keeps from
// them. Everything here must run as the process `pairing`.
import { sql } from "kysely";
import type { NamedPair } from "../../domain/matching/policy.ts";
import { scorePairs } from "../../domain/matching/scoring.ts";
import type { Facts } from "../../domain/programs/rule.ts";
import type { Db } from "../../platform/database/database.ts";
import { startingPolicy } from "../matching/commands/rounds.ts";
import { peopleTable } from "../matching/fact-cells.ts";
import { forOneKind, policyOf } from "../matching/policy-document.ts";
import {
	barredPairs,
	participantFacts,
	participants,
} from "../matching/queries/participants.ts";
import { findProgramOfRounds, roundsOf } from "../matching/queries/rounds.ts";
import { organisationDay } from "../matching/queries/run-input.ts";

const NO_ROUND = "00000000-0000-0000-0000-000000000000";

export type HandedOver = {
	readonly program: string;
	readonly mentee: string;
	/** Who hands over. */
	readonly mentor: string;
	readonly mentorKind: string | null;
};

/** Ids, those who fit best first, as the program's policy weighs it. */
export async function peersFor(
	db: Db,
	{ program, mentee, mentor, mentorKind }: HandedOver,
): Promise<readonly string[]> {
	const { template } = await findProgramOfRounds(db, program);
	const [last] = await roundsOf(db, program);
	const whole = last?.policy ?? (await startingPolicy(db, template));
	const today = await organisationDay(db);
	const policy = policyOf({
		...forOneKind(whole, mentorKind),
		pinned: [],
		forbidden: [],
	});
	const round = { id: NO_ROUND, program, policy: whole };
	const free = await participants(db, round, today);
	const barred = new Set(
		[
			...(await barredPairs(db, round)),
			...(await apart(db, program, mentee)),
			...policyOf(whole).forbidden,
		]
			.filter((pair) => pair.mentee === mentee)
			.map((pair) => pair.mentor),
	);
	const candidates = free.filter(
		({ id, side, units }) =>
			side === "mentor" &&
			units > 0 &&
			id !== mentor &&
			id !== mentee &&
			!barred.has(id),
	);
	if (candidates.length === 0) return [];
	const facts = await participantFacts(
		db,
		program,
		[mentee, ...candidates.map(({ id }) => id)],
		today,
	);
	const factsOf = (id: string): Facts => facts.get(id) ?? {};
	const scored = scorePairs(
		policy,
		peopleTable(
			policy,
			"mentor",
			candidates.map(({ id, units }) => ({ id, units, facts: factsOf(id) })),
		),
		peopleTable(policy, "mentee", [
			{ id: mentee, units: 1, facts: factsOf(mentee) },
		]),
	);
	if (!scored.ok) return [];
	const { scoring } = scored;
	return candidates
		.flatMap(({ id }) => {
			const found = scoring.explain(mentee, id);
			const isInLine =
				lineOf(factsOf(mentee)).includes(id) ||
				lineOf(factsOf(id)).includes(mentee);
			return found === undefined || found.brokenRules.length > 0 || isInLine
				? []
				: [{ id, points: found.points }];
		})
		.toSorted((one, other) => other.points - one.points)
		.map(({ id }) => id);
}

/** Whoever talked and stayed apart, and whoever was paired before, in whatever program. */
async function apart(
	db: Db,
	program: string,
	mentee: string,
): Promise<readonly NamedPair[]> {
	const { rows } = await sql<NamedPair>`
		select mentee_id as mentee, mentor_id as mentor from chemistry_apart where program_id = ${program} and mentee_id = ${mentee}
		union
		select own.person_id, other.person_id
		from relationship_member own join relationship_member other on other.relationship_id = own.relationship_id and other.person_id <> own.person_id
		where own.person_id = ${mentee} and own.side in ('mentee', 'mentor') and other.side in ('mentee', 'mentor')
	`.execute(db);
	return rows;
}

function lineOf(facts: Facts): readonly string[] {
	const { line } = facts;
	return Array.isArray(line) ? line.map(String) : [];
}

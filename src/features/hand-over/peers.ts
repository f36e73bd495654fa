// Who could take over a mentee: mentors of the program with a place, within their own limits over all programs, whom no rule, line, block or past pair keeps from
// them. However many mentors a program has, only a few are weighed: those who offer what the mentee seeks, or those who are looked for by name. Everything
// here must run as the process `pairing`.
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
import { readSearch } from "../people/queries/search.ts";
import { spelt } from "../people/queries/word-match.ts";
import { organisationDay } from "../matching/queries/run-input.ts";

const NO_ROUND = "00000000-0000-0000-0000-000000000000";

export type HandedOver = {
	readonly program: string;
	readonly mentee: string;
	/** Who hands over. */
	readonly mentor: string;
	readonly mentorKind: string | null;
};

/** How many are weighed at most. */
const mostWeighed = 200;

/**
 * Ids of those who can take over, those who fit best first, as the program's policy weighs it. Weighed are those who offer most of what the mentee seeks,
 * or with `search` those whose name, title or unit is like it.
 */
export async function peersFor(
	db: Db,
	handing: HandedOver,
	search = "",
): Promise<readonly string[]> {
	return fitting(db, handing, await likely(db, handing, search));
}

/** Whether this one can take over. */
export async function canTakeOver(
	db: Db,
	handing: HandedOver,
	peer: string,
): Promise<boolean> {
	return (await fitting(db, handing, [peer])).includes(peer);
}

/** Mentors of the program with a place there, as far as a quick look tells. */
async function likely(
	db: Db,
	{ program, mentee }: HandedOver,
	search: string,
): Promise<readonly string[]> {
	const { words, close } = await readSearch(db, search, {
		catalogue: [],
		withLeavers: false,
	});
	const isWanted =
		search === ""
			? sql`true`
			: close.length > 0
				? sql`person.id = any (${[...close]}::uuid[])`
				: spelt(words);
	const { rows } = await sql<{ id: string }>`
		with fit as (
			select offer.person_id, count(*) as shared from offer
			where offer.competency_id in (select competency_id from seek where person_id = ${mentee})
			group by offer.person_id
		), held as (
			select member.person_id, count(*) as held
			from relationship_member member join relationship on relationship.id = member.relationship_id
			where member.side = 'mentor' and relationship.program_id = ${program}
				and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
			group by member.person_id
		)
		select person.id from enrolment
			join person on person.id = enrolment.person_id
			left join fit on fit.person_id = person.id
			left join held on held.person_id = person.id
		where enrolment.program_id = ${program} and enrolment.side = 'mentor' and enrolment.status = 'enrolled'
			and enrolment.capacity > coalesce(held, 0) and person.left_on is null and ${isWanted}
		order by coalesce(shared, 0) desc, md5(person.id::text || ${mentee}::text)
		limit ${mostWeighed}
	`.execute(db);
	return rows.map(({ id }) => id);
}

async function fitting(
	db: Db,
	{ program, mentee, mentor, mentorKind }: HandedOver,
	among: readonly string[],
): Promise<readonly string[]> {
	if (among.length === 0) return [];
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
	const free = await participants(db, round, today, among);
	const barred = new Set(
		[
			...(await barredPairs(db, round, mentee)),
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

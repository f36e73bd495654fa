// Looks at every running pair of a program as people are today. Must run as the process `pairing`.
import { sql } from "kysely";
import type { Policy } from "../../../domain/matching/policy.ts";
import { scorePairs } from "../../../domain/matching/scoring.ts";
import type { Facts } from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";
import { startingPolicy } from "../commands/rounds.ts";
import { isConfidential } from "../confidence.ts";
import { peopleTable } from "../fact-cells.ts";
import type { PairingInput } from "../pairing.ts";
import {
	forOneKind,
	policyOf,
	type PolicyDocument,
	withDecisions,
} from "../policy-document.ts";
import {
	barredPairs,
	type Participant,
	participantFacts,
	participants,
} from "../queries/participants.ts";
import { readDocument } from "../policy-document.ts";
import { ownSensitiveFields } from "../queries/words.ts";
import { type Finding, findingsOf } from "./findings.ts";
import { onTheirWay } from "./queries.ts";
import { waitingList } from "./waiting-list.ts";

export type Watched = {
	readonly program: string;
	readonly policy: PolicyDocument;
	/** Whether a round was published under this policy; pairs that came otherwise never were under its rules. */
	readonly isAdopted: boolean;
	/** A round is being worked on: whoever is free is part of it already. */
	readonly isRoundOpen: boolean;
};

/** Programs that go on and have pairs, with the policy of their last published round or that of their template. */
export async function watchedPrograms(db: Db): Promise<readonly Watched[]> {
	const { rows } = await sql<{
		program: string;
		template: string;
		policy: unknown;
		isRoundOpen: boolean;
	}>`
		select program.id as program, program.template, last.policy,
			exists (select from round where program_id = program.id and status in ('draft', 'computing', 'proposed')) as "isRoundOpen"
		from program left join lateral (
			select policy from round where program_id = program.id and published_at is not null order by number desc limit 1
		) last on true
		where program.status <> 'closed'
			and (last.policy is not null or exists (select from relationship where relationship.program_id = program.id))
		order by program.id
	`.execute(db);
	const watched: Watched[] = [];
	for (const { template, policy, ...row } of rows)
		watched.push({
			...row,
			isAdopted: policy !== null,
			policy:
				policy === null
					? await startingPolicy(db, template)
					: readDocument(policy),
		});
	return watched;
}

export type Gathered = {
	readonly findings: readonly Finding[];
	/** What the engine needs to say who could take over; undefined where nobody needs anybody. */
	readonly input: PairingInput | undefined;
	/** The same for those who wait for a place. */
	readonly waiting: PairingInput | undefined;
};

export async function gather(
	db: Db,
	watched: Watched,
	today: string,
): Promise<Gathered> {
	const pairs = await runningPairs(db, watched.program, today);
	const free = await participants(
		db,
		{ id: NO_ROUND, program: watched.program, policy: watched.policy },
		today,
	);
	const ids = new Set([
		...pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]),
		...free.map(({ id }) => id),
	]);
	const facts = await participantFacts(db, watched.program, [...ids], today);
	const policy = policyOf(watched.policy);
	const sensitive = await ownSensitiveFields(db);
	const hides = (column: string) => isConfidential(column, sensitive);
	const broken = watched.isAdopted
		? rulesBroken(watched.policy, pairs, facts)
		: () => [];
	const waiting = await waitingList(db, watched, free, today);
	const handedOver = await onTheirWay(db, watched.program);
	const findings = [
		...pairs
			.filter(({ relationship }) => !handedOver.has(relationship))
			.flatMap((pair) =>
				findingsOf(
					{
						...pair,
						managersAbove: namesIn(facts.get(pair.mentee), "line"),
						brokenRules: broken(pair.mentee, pair.mentor),
					},
					policy,
					hides,
				),
			),
		...(watched.isRoundOpen ? [] : await unpaired(db, watched.program, free)),
	];
	return {
		findings: [...findings, ...waiting.findings],
		waiting: waiting.input,
		input: await suggestionInput(db, watched, { findings, free, facts }),
	};
}

type Pair = Awaited<ReturnType<typeof runningPairs>>[number];

async function runningPairs(db: Db, program: string, today: string) {
	const { rows } = await sql<{
		relationship: string;
		mentee: string;
		mentor: string;
		mentorKind: string | null;
		isMentorEnrolled: boolean;
		isMentorPaused: boolean;
	}>`
		select relationship.id as relationship, mentee.person_id as mentee, mentor.person_id as mentor, relationship.mentor_kind as "mentorKind",
			coalesce(enrolment.status = 'enrolled', false) as "isMentorEnrolled",
			coalesce(enrolment.paused_until > ${today}::date, false) or coalesce(profile.paused_until > ${today}::date, false) as "isMentorPaused"
		from relationship
		join relationship_member mentee on mentee.relationship_id = relationship.id and mentee.side = 'mentee'
		join relationship_member mentor on mentor.relationship_id = relationship.id and mentor.side = 'mentor'
		left join enrolment on enrolment.program_id = relationship.program_id and enrolment.person_id = mentor.person_id and enrolment.side = 'mentor'
		left join profile on profile.person_id = mentor.person_id
		where relationship.program_id = ${program}
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
		order by relationship.id
	`.execute(db);
	return rows;
}

/** The same, each pair by the rules of the kind it was made for. */
function rulesBroken(
	document: PolicyDocument,
	pairs: readonly Pair[],
	facts: ReadonlyMap<string, Facts>,
): (mentee: string, mentor: string) => readonly string[] {
	const ofKind = [...Map.groupBy(pairs, ({ mentorKind }) => mentorKind)].map(
		([kind, own]) => ({
			own,
			broken: brokenRules(policyOf(forOneKind(document, kind)), own, facts),
		}),
	);
	return (mentee, mentor) =>
		ofKind
			.find(({ own }) =>
				own.some((pair) => pair.mentee === mentee && pair.mentor === mentor),
			)
			?.broken(mentee, mentor) ?? [];
}

/** Which rules each running pair breaks now, by the names of the policy. */
function brokenRules(
	policy: Policy,
	pairs: readonly Pair[],
	facts: ReadonlyMap<string, Facts>,
): (mentee: string, mentor: string) => readonly string[] {
	const table = (side: "mentor" | "mentee") =>
		peopleTable(
			policy,
			side,
			[...new Set(pairs.map((pair) => pair[side]))].map((id) => ({
				id,
				units: pairs.length,
				facts: facts.get(id) ?? {},
			})),
		);
	const scored = scorePairs(
		{ ...policy, pinned: [], forbidden: [] },
		table("mentor"),
		table("mentee"),
	);
	return (mentee, mentor) =>
		scored.ok
			? (scored.scoring.explain(mentee, mentor)?.brokenRules ?? [])
			: [];
}

/** Enrolled mentees with nobody: whose mentor left the organisation, whose proposal ended unanswered, and who came after the round. */
async function unpaired(
	db: Db,
	program: string,
	free: readonly Participant[],
): Promise<readonly Finding[]> {
	const waiting = free
		.filter(({ side, units }) => side === "mentee" && units > 0)
		.map(({ id }) => id);
	const { rows } = await sql<Finding>`
		select distinct on (enrolment.person_id)
			case when lost.mentor is not null then 'mentor-left' when last.status = 'lapsed' then 'unanswered' else 'late-joiner' end as kind,
			enrolment.person_id as mentee, lost.mentor, lost.relationship, null as rule
		from enrolment
		left join lateral (
			select mentor.person_id as mentor, relationship.id as relationship
			from relationship
			join relationship_member mentee on mentee.relationship_id = relationship.id and mentee.side = 'mentee' and mentee.person_id = enrolment.person_id
			join relationship_member mentor on mentor.relationship_id = relationship.id and mentor.side = 'mentor'
			join person on person.id = mentor.person_id and person.left_on is not null
			where relationship.program_id = enrolment.program_id
				and not exists (select from pair_matter settled where settled.relationship_id = relationship.id and settled.kind = 'mentor-left' and settled.settled_at is not null)
			order by relationship.began_at desc limit 1
		) lost on true
		left join lateral (
			select proposal.status
			from proposal join round on round.id = proposal.round_id
			where round.program_id = enrolment.program_id and proposal.mentee_id = enrolment.person_id and proposal.status <> 'drafted'
			order by round.number desc limit 1
		) last on true
		where enrolment.program_id = ${program} and enrolment.side = 'mentee' and enrolment.person_id = any(${waiting}::uuid[])
			and (lost.mentor is not null or last.status = 'lapsed' or (enrolment.is_late and not exists (
				select from relationship_member member join relationship on relationship.id = member.relationship_id
				where member.person_id = enrolment.person_id and relationship.program_id = enrolment.program_id
			)))
		order by enrolment.person_id
	`.execute(db);
	return rows;
}

async function suggestionInput(
	db: Db,
	{ program, policy: whole }: Watched,
	{
		findings,
		free,
		facts,
	}: {
		readonly findings: readonly Finding[];
		readonly free: readonly Participant[];
		readonly facts: ReadonlyMap<string, Facts>;
	},
): Promise<PairingInput | undefined> {
	// Whoever has lost somebody looks for a first mentor before any other.
	const document = forOneKind(whole);
	const mentees = [...new Set(findings.map(({ mentee }) => mentee))];
	const mentors = free.filter(
		({ side, units }) => side === "mentor" && units > 0,
	);
	if (mentees.length === 0 || mentors.length === 0) return undefined;
	const here = new Set([...mentees, ...mentors.map(({ id }) => id)]);
	const barred = await barredPairs(db, { id: NO_ROUND, program });
	const { rows: apart } = await sql<{ mentee: string; mentor: string }>`
		select mentee_id as mentee, mentor_id as mentor from chemistry_apart where program_id = ${program}
	`.execute(db);
	const bare = { ...document, pinned: [], forbidden: [] };
	const asked = withDecisions(
		bare,
		[],
		[...policyOf(document).forbidden, ...barred, ...apart].filter(
			({ mentee, mentor }) => here.has(mentee) && here.has(mentor),
		),
	);
	const policy = policyOf(asked);
	const withFacts = (one: { readonly id: string; readonly units: number }) => ({
		...one,
		facts: facts.get(one.id) ?? {},
	});
	return {
		policy: asked,
		objective: "people",
		seed: program,
		mentors: peopleTable(policy, "mentor", mentors.map(withFacts)),
		mentees: peopleTable(
			policy,
			"mentee",
			mentees.map((id) => withFacts({ id, units: 1 })),
		),
	};
}

function namesIn(facts: Facts | undefined, fact: string): readonly string[] {
	const value = facts?.[fact];
	return Array.isArray(value) ? value.map(String) : [];
}

const NO_ROUND = "00000000-0000-0000-0000-000000000000";

import { sql } from "kysely";
import type { NamedPair, Side } from "../../../domain/matching/policy.ts";
import type { Facts } from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
	kindsOf,
	type KindNeed,
	needColumn,
	type PolicyDocument,
} from "../policy-document.ts";
import { roomInHoursOf } from "./hours.ts";
import { loadPairingFacts } from "../../programs/queries/pairing-facts.ts";
import { anyOf, loadPersonFacts } from "../../programs/queries/person-facts.ts";

/** Someone a round may pair, with the places they have left or the mentors they still need. */
export type Participant = {
	readonly id: string;
	readonly side: Side;
	readonly units: number;
	/** Of a mentee under a policy with kinds: how many of each they still want. */
	readonly needs?: ReadonlyMap<string, number>;
};

/**
 * Who takes part in a round: enrolled, not paused, still here. What is taken already counts: relationships that run, and proposals of other
 * rounds that wait for answers. A mentor's own limits over all programs, in mentees and in hours, hold too. Must run as the process `pairing`.
 */
export async function participants(
	db: Db,
	round: {
		readonly id: string;
		readonly program: string;
		readonly policy?: PolicyDocument;
	},
	today: string,
	/** Only these of them. */
	among?: readonly string[],
): Promise<readonly Participant[]> {
	const rows = await db
		.with("taken", () => takenPlaces(round.id))
		.selectFrom("enrolment")
		.innerJoin("person", "person.id", "enrolment.person_id")
		.leftJoin("profile", "profile.person_id", "enrolment.person_id")
		.select([
			"enrolment.person_id as id",
			"enrolment.side",
			sql<number>`least(
				enrolment.capacity - (select count(*) from taken
					where taken.person_id = enrolment.person_id and taken.side = enrolment.side and taken.program_id = enrolment.program_id),
				case when enrolment.side = 'mentor' then profile.capacity - (select count(*) from taken
					where taken.person_id = enrolment.person_id and taken.side = 'mentor') end
			)::integer`.as("units"),
		])
		.where("enrolment.program_id", "=", round.program)
		.where("enrolment.status", "=", "enrolled")
		.where("person.left_on", "is", null)
		.$if(among !== undefined, (query) =>
			query.where("enrolment.person_id", "=", anyOf([...(among ?? [])])),
		)
		.where(isActive("enrolment.paused_until", today))
		.where(isActive("profile.paused_until", today))
		.orderBy("enrolment.person_id")
		.execute();
	const kinds = round.policy === undefined ? [] : kindsOf(round.policy);
	const held =
		kinds.length === 0 ? new Map() : await heldKinds(db, round, kinds);
	const withNeeds = (row: Participant): Participant => {
		if (kinds.length === 0 || row.side === "mentor") return row;
		const needs = new Map(
			kinds.map(({ name, need }) => [
				name,
				Math.max(0, need - (held.get(`${row.id} ${name}`) ?? 0)),
			]),
		);
		const units = [...needs.values()].reduce((sum, need) => sum + need, 0);
		return { ...row, needs, units };
	};
	const hours = await roomInHoursOf(db, {
		program: round.program,
		mentors: rows.flatMap(({ id, side }) => (side === "mentor" ? [id] : [])),
		waitingBut: round.id,
	});
	const within = (row: Participant): number =>
		row.side === "mentor"
			? Math.min(row.units, hours.get(row.id) ?? row.units)
			: row.units;
	// A mentor whose places are all taken stays in: that one more place would help somebody is worth saying.
	return rows
		.map(withNeeds)
		.map((row) => ({ ...row, units: Math.max(0, within(row)) }))
		.filter(({ side, units }) => side === "mentor" || units > 0);
}

/** What a table says of them besides their facts: how many of each kind they want. */
export function needFacts({ needs }: Participant): Facts {
	return Object.fromEntries(
		[...(needs ?? [])].map(([kind, need]) => [needColumn(kind), need]),
	);
}

/** How many mentors of each kind mentees have or are asked about, by mentee and kind. What has no kind, or one that is no more, is of the first. */
async function heldKinds(
	db: Db,
	round: { readonly id: string; readonly program: string },
	kinds: readonly KindNeed[],
): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{ person: string; kind: string | null }>`
		select member.person_id as person, relationship.mentor_kind as kind
		from relationship_member member join relationship on relationship.id = member.relationship_id
		where member.side = 'mentee' and relationship.program_id = ${round.program}
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
		union all
		select proposal.mentee_id, proposal.mentor_kind
		from proposal join round on round.id = proposal.round_id
		where proposal.status = 'published' and round.program_id = ${round.program} and round.id <> ${round.id}
	`.execute(db);
	const held = new Map<string, number>();
	for (const { person, kind } of rows) {
		const own = kinds.find(({ name }) => name === kind) ?? kinds[0];
		const key = `${person} ${own?.name}`;
		held.set(key, (held.get(key) ?? 0) + 1);
	}
	return held;
}

/** Everything a policy may ask about these people. Must run as the process `pairing`. */
export async function participantFacts(
	db: Db,
	program: string,
	people: readonly string[],
	today: string,
): Promise<ReadonlyMap<string, Facts>> {
	const known = await loadPersonFacts(db, { today, people });
	const confidential = await loadPairingFacts(db, program, people);
	const sensitive = await sensitiveFacts(db, people);
	return new Map(
		people.map((person) => [
			person,
			{
				...inMinutes(known.get(person)),
				...sensitive.get(person),
				...confidential.get(person),
			},
		]),
	);
}

/**
 * Pairs that must not be made: blocked by one of the two or by a program manager, paired already, or proposed before without coming about.
 * Must run as the process `pairing`.
 */
export async function barredPairs(
	db: Db,
	round: { readonly id: string; readonly program: string },
	/** Only those with this mentee. */
	mentee?: string,
): Promise<readonly NamedPair[]> {
	const { rows } = await sql<NamedPair>`
		select mentee, mentor from (
		select mentee.person_id as mentee, mentor.person_id as mentor
		from (
			select program_id, person_id as one, other_id as other from blocked_pair where program_id = ${round.program}
			union all
			select program_id, other_id, person_id from blocked_pair where program_id = ${round.program}
		) blocked
		join enrolment mentee on mentee.program_id = blocked.program_id and mentee.side = 'mentee' and mentee.person_id = blocked.one
		join enrolment mentor on mentor.program_id = blocked.program_id and mentor.side = 'mentor' and mentor.person_id = blocked.other
		union
		select mentee.person_id, mentor.person_id
		from relationship
		join relationship_member mentee on mentee.relationship_id = relationship.id and mentee.side = 'mentee'
		join relationship_member mentor on mentor.relationship_id = relationship.id and mentor.side = 'mentor'
		where not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
		union
		select proposal.mentee_id, proposal.mentor_id
		from proposal join round on round.id = proposal.round_id
		where round.program_id = ${round.program} and round.id <> ${round.id}
			and proposal.status in ('published', 'returned', 'lapsed')
		) barred
		where ${mentee ?? null}::uuid is null or mentee = ${mentee ?? null}::uuid
	`.execute(db);
	return rows;
}

// Eligibility speaks of hours ahead of UTC, policies of minutes.
function inMinutes(facts: Facts = {}): Facts {
	const hours = facts["utc offset"];
	return typeof hours === "number"
		? { ...facts, "utc offset": hours * 60 }
		: facts;
}

// One row for each place taken: a relationship that runs, or a proposal of another round that is still open.
function takenPlaces(round: string) {
	return sql<{ person_id: string; side: Side; program_id: string }>`(
		select member.person_id, member.side, relationship.program_id
		from relationship_member member join relationship on relationship.id = member.relationship_id
		where not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
		union all
		select proposal.mentor_id, 'mentor', round.program_id
		from proposal join round on round.id = proposal.round_id
		where proposal.status = 'published' and round.id <> ${round}
		union all
		select proposal.mentee_id, 'mentee', round.program_id
		from proposal join round on round.id = proposal.round_id
		where proposal.status = 'published' and round.id <> ${round}
	)`;
}

function isActive(column: string, today: string) {
	return sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} <= ${today}::date)`;
}

/** Declared facts whose owner agreed that pairing may use them, by the name of the fact. */
async function sensitiveFacts(
	db: Db,
	people: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
	const rows = await db
		.selectFrom("sensitive_fact")
		.select(["person_id", "fact", "declared"])
		.where("declared", "is not", null)
		.where("pairing_agreed_at", "is not", null)
		.where("person_id", "=", anyOf(people))
		.execute();
	return new Map(
		[...Map.groupBy(rows, (row) => row.person_id)].map(([person, facts]) => [
			person,
			Object.fromEntries(
				facts.map(({ fact, declared }) => [fact, declared ?? undefined]),
			),
		]),
	);
}

// How a proposal ends. Always as the process `pairing`: neither side may read what the other said, and nobody keeps it.
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { record, recordAll } from "../../../platform/journal/journal.ts";
import {
	beginningLetter,
	postTo,
	recipients,
	returnLetter,
} from "../letters.ts";
import { checkTomorrow } from "../movers/jobs.ts";
import { peopleChanged } from "../../people/changed.ts";
import { anyOf } from "../../programs/queries/person-facts.ts";
import { kindsOf, readDocument } from "../policy-document.ts";
import { roomInHoursOf } from "../queries/hours.ts";
import { namesOf } from "../queries/names.ts";
import { endReplaced } from "./replace.ts";

/** An open proposal, locked together with both enrolments. */
export type OpenProposal = {
	readonly id: string;
	readonly round: string;
	readonly program: string;
	readonly programName: string;
	readonly kind:
		| "one-to-one"
		| "reverse"
		| "peer"
		| "circle"
		| "flash"
		| "shadowing";
	readonly mentee: string;
	readonly mentor: string;
	readonly mentorKind: string | null;
	readonly answerBy: string | null;
	/** The relationship that ends with two yeses, where this one takes its place. */
	readonly replaces: string | null;
	/** mentor: the mentee is not asked yet and knows nothing of it. */
	readonly asked: "both" | "mentor";
};

/**
 * Locks what decides about places: both enrolments, in the order of their ids, before the proposal itself. Everyone who settles a proposal
 * of either person does so in this order, so two acceptances of the last place stand in line and cannot wait for each other.
 */
export async function lockProposal(
	tx: Tx,
	id: string,
): Promise<OpenProposal | undefined> {
	const found = await tx
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.select([
			"proposal.id",
			"round.id as round",
			"program.id as program",
			"program.name as programName",
			"program.kind",
			"proposal.mentee_id as mentee",
			"proposal.mentor_id as mentor",
			"proposal.mentor_kind as mentorKind",
			"round.answer_by as answerBy",
			"proposal.replaces",
			"proposal.asked",
		])
		.where("proposal.id", "=", id)
		.executeTakeFirst();
	if (found === undefined) return undefined;
	await tx
		.selectFrom("enrolment")
		.select("id")
		.where("program_id", "=", found.program)
		.where("person_id", "=", anyOf([found.mentee, found.mentor]))
		.orderBy("id")
		.forUpdate()
		.execute();
	const open = await tx
		.selectFrom("proposal")
		.select("asked")
		.where("id", "=", id)
		.where("status", "=", "published")
		.forUpdate()
		.executeTakeFirst();
	return open && { ...found, ...open };
}

type Placing = Pick<
	OpenProposal,
	"program" | "mentee" | "mentor" | "mentorKind" | "round"
> &
	Partial<Pick<OpenProposal, "replaces">>;

/** Whether both still have a place in the program, what is replaced not counting. Only true while the enrolments are locked. */
export async function hasRoom(tx: Tx, proposal: Placing): Promise<boolean> {
	const { program, mentee, mentor, mentorKind, replaces = null } = proposal;
	const need = mentorKind === null ? null : await needOf(tx, proposal);
	const { rows } = await sql<{ sides: number }>`
		select count(*)::integer as sides
		from enrolment join person on person.id = enrolment.person_id
		where enrolment.program_id = ${program} and enrolment.status = 'enrolled' and person.left_on is null
			and (enrolment.person_id, enrolment.side) in ((${mentee}::uuid, 'mentee'), (${mentor}::uuid, 'mentor'))
			and case when enrolment.side = 'mentee' then coalesce(${need}::integer, enrolment.capacity) else enrolment.capacity end > (
				select count(*) from relationship_member member join relationship on relationship.id = member.relationship_id
				where member.person_id = enrolment.person_id and member.side = enrolment.side and relationship.program_id = enrolment.program_id
					and relationship.id is distinct from ${replaces}::uuid
					and (enrolment.side = 'mentor' or ${mentorKind}::text is null or relationship.mentor_kind = ${mentorKind})
					and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
			)
	`.execute(tx);
	if (rows[0]?.sides !== 2) return false;
	// Over all programs: two acceptances in two of them stand in line too. What a mentor is asked elsewhere is no promise yet.
	await sql`select pg_advisory_xact_lock(hashtextextended(${mentor}, 37))`.execute(
		tx,
	);
	const hours = await roomInHoursOf(tx, {
		program,
		mentors: [mentor],
		waitingBut: undefined,
	});
	return (hours.get(mentor) ?? 1) > 0;
}

/** How many mentors of the proposal's kind the round's policy gives a mentee. */
async function needOf(tx: Tx, { round, mentorKind }: Placing): Promise<number> {
	const { policy } = await tx
		.selectFrom("round")
		.select("policy")
		.where("id", "=", round)
		.executeTakeFirstOrThrow();
	const kinds = kindsOf(readDocument(policy));
	return kinds.find(({ name }) => name === mentorKind)?.need ?? 1;
}

/** Two yeses: the relationship begins at once. */
export async function beginRelationship(
	tx: Tx,
	proposal: OpenProposal,
	origin: string,
): Promise<string> {
	const { mentee, mentor } = proposal;
	await endReplaced(tx, proposal, origin);
	const { id } = await tx
		.insertInto("relationship")
		.values({
			program_id: proposal.program,
			proposal_id: proposal.id,
			kind: proposal.kind,
			mentor_kind: proposal.mentorKind,
			member_ids: [mentee, mentor],
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("relationship_member")
		.values([
			{ relationship_id: id, person_id: mentee, side: "mentee" },
			{ relationship_id: id, person_id: mentor, side: "mentor" },
		])
		.execute();
	await close(tx, proposal, "agreed");
	await checkTomorrow(tx);
	await recordAll(
		tx,
		[mentee, mentor].map((person) => ({
			act: "begin-relationship",
			about: person,
			subject: { kind: "relationship", id },
		})),
	);
	const people = await recipients(tx, [mentee, mentor]);
	const names = await namesOf(tx, [mentee, mentor]);
	for (const [person, partner] of [
		[mentee, mentor],
		[mentor, mentee],
	] as const)
		await postTo(
			tx,
			people.get(person),
			{ kind: "relationship", event: `relationship ${id}` },
			(to) =>
				beginningLetter(to, {
					program: proposal.programName,
					partner: names.get(partner) ?? "",
					url: `${origin}/relationships/${id}`,
				}),
		);
	return id;
}

/** Both are back in the round. The same words go to both, and what was said is forgotten. */
export async function returnProposal(
	tx: Tx,
	proposal: OpenProposal,
	origin: string,
	as: "returned" | "lapsed" = "returned",
): Promise<void> {
	const { mentee, mentor, replaces, asked } = proposal;
	await close(tx, proposal, as);
	// The journal says that the proposal went back, not at whose word.
	await record(tx, {
		act: "return-proposal",
		subject: { kind: "round", id: proposal.round },
	});
	// A mentee who has somebody keeps them, and need not hear what might have been.
	const told = asked === "mentor" ? [mentor] : [mentee, mentor];
	const people = await recipients(tx, told);
	for (const person of told)
		await postTo(
			tx,
			people.get(person),
			{ kind: "proposal-returned", event: `proposal ${proposal.id}` },
			(to) =>
				returnLetter(to, {
					program: proposal.programName,
					url:
						replaces !== null && person === mentee
							? `${origin}/relationships/${replaces}`
							: `${origin}/proposals/${proposal.id}`,
				}),
		);
	// What was found of the pair that goes on is told again.
	if (replaces !== null) await peopleChanged(tx);
}

/** A round is over once nobody is asked any more. Two last answers in the same instant may both miss that; its deadline then closes it. */
export async function closeIfAnswered(tx: Tx, round: string): Promise<void> {
	await sql`
		update round set status = 'closed'
		where id = ${round} and status = 'published'
			and not exists (select from proposal where proposal.round_id = round.id and proposal.status = 'published')
	`.execute(tx);
}

async function close(
	tx: Tx,
	{ id, round, replaces }: OpenProposal,
	status: "agreed" | "returned" | "lapsed",
): Promise<void> {
	const isHidden = replaces !== null && status !== "agreed";
	await tx
		.updateTable("proposal")
		.set({ status, ...(isHidden ? { asked: "mentor" as const } : {}) })
		.where("id", "=", id)
		.execute();
	await tx
		.deleteFrom("proposal_answer")
		.where("proposal_id", "=", id)
		.execute();
	await closeIfAnswered(tx, round);
}

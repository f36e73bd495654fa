import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { statusAfter, type Side } from "../../../domain/programs/enrolment.ts";
import { templateNamed } from "../../../domain/programs/templates.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import { invitationLetter, type LetterFacts, mailPeople } from "../letters.ts";
import { makeFirstLinks } from "./first-links.ts";
import { lockOpenProgram, openProgram } from "./programs.ts";

export type InvitationTerms = {
	readonly side: Side;
	/** YYYY-MM-DD */
	readonly answerBy: string;
	readonly by: string;
	readonly origin: string;
	readonly canMail: boolean;
};

/**
 * Offers people a place, however many in a handful of statements. Whoever already stands in the program on this side is left alone. Returns how
 * many were invited.
 */
export async function invitePeople(
	tx: Tx,
	programId: string,
	people: readonly string[],
	terms: InvitationTerms,
): Promise<number> {
	const program = await lockOpenProgram(tx, programId);
	const { rows } = await sql<{ person_id: string }>`
		insert into enrolment (program_id, person_id, side, status, how, capacity, entered_by, answer_by)
		select ${program.id}, person.id, ${terms.side}, 'invited', 'invitation', ${capacityOf(program.template, terms.side)}, ${terms.by}, ${terms.answerBy}::date
		from unnest(${[...people]}::uuid[]) as invited (id)
			join person on person.id = invited.id and person.left_on is null
			left join profile on profile.person_id = person.id
		on conflict (program_id, person_id, side) do nothing
		returning person_id
	`.execute(tx);
	const invited = rows.map((row) => row.person_id);
	await openProgram(tx, program.id);
	await tellInvited(tx, program, invited, terms);
	return invited.length;
}

/** Asks those again who have not answered, or who said no or went; each is asked by name, never in bulk by rule. */
export async function inviteAgain(
	tx: Tx,
	programId: string,
	enrolments: readonly string[],
	terms: Omit<InvitationTerms, "side">,
): Promise<{ readonly invited: number; readonly left: number }> {
	const program = await lockOpenProgram(tx, programId);
	const rows = await tx
		.selectFrom("enrolment")
		.innerJoin("person", "person.id", "enrolment.person_id")
		.select([
			"enrolment.id",
			"enrolment.person_id",
			"enrolment.side",
			"enrolment.status",
			"enrolment.how",
		])
		.where("program_id", "=", programId)
		.where("person.left_on", "is", null)
		.where("enrolment.id", "=", sql<string>`any(${[...enrolments]}::uuid[])`)
		.forUpdate("enrolment")
		.execute();
	const asked = rows.filter((row) => statusAfter("invite", row) !== undefined);
	await sql`
		update enrolment
		set status = 'invited', answer_by = ${terms.answerBy}::date, answered_at = null, entered_by = ${terms.by}, entered_at = now(), how = 'invitation'
		where id = any(${asked.map(({ id }) => id)}::uuid[])
	`.execute(tx);
	for (const side of ["mentor", "mentee"] as const)
		await tellInvited(
			tx,
			program,
			asked.filter((row) => row.side === side).map((row) => row.person_id),
			{ ...terms, side },
		);
	return { invited: asked.length, left: enrolments.length - asked.length };
}

// A mentor takes as many as they say in their profile, else as many as the template suggests.
function capacityOf(template: string, side: Side) {
	const known = templateNamed(template);
	return side === "mentor"
		? sql`coalesce(nullif(profile.capacity, 0), ${known?.mentorCapacity ?? 1}::integer)`
		: sql`${known?.menteeNeed ?? 1}::integer`;
}

async function tellInvited(
	tx: Tx,
	program: LetterFacts["program"],
	people: readonly string[],
	terms: InvitationTerms,
): Promise<void> {
	const links = terms.canMail
		? await makeFirstLinks(tx, people, terms.by)
		: new Map<string, string>();
	await mailPeople(tx, {
		kind: "invitation",
		event: `invitation ${program.id} ${randomUUID()}`,
		by: terms.answerBy,
		people,
		holdsSignInLink: (person) => links.has(person),
		letter: ({ id, firstName }) => {
			const token = links.get(id);
			return invitationLetter(
				{ program, origin: terms.origin },
				{
					firstName,
					side: terms.side,
					answerBy: terms.answerBy,
					link:
						token === undefined ? undefined : `${terms.origin}/link/${token}`,
				},
			);
		},
	});
	await recordAll(
		tx,
		people.map((person) => ({
			act: "invite-to-program",
			about: person,
			subject: { kind: "program", id: program.id },
			detail: { side: terms.side },
		})),
	);
}

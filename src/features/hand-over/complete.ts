// Both have said yes: one relationship ends and the other begins, in one transaction. Runs as `pairing`.
import { periodOf } from "../../domain/relationships/ending-reasons.ts";
import type { Tx } from "../../platform/database/database.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { record, recordAll } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { hasRoom } from "../matching/commands/settle.ts";
import { beginningLetter, postTo, recipients } from "../matching/letters.ts";
import { organisationDay } from "../matching/queries/run-input.ts";
import { peopleChanged } from "../people/changed.ts";
import { actingAs } from "../programs/acting.ts";
import { anyOf } from "../programs/queries/person-facts.ts";
import { count } from "../relationships/endings/tally.ts";
import { cancelAfterEndings } from "../sessions/commands/ending.ts";
import { doneLetter } from "./letters.ts";
import { canTakeOver } from "./peers.ts";
import { type HandOver, namesOf } from "./queries.ts";

/**
 * The new relationship's id. undefined: the peer has no place any more, or a rule stands between by now; what was written until then is the
 * caller's to take back.
 */
export async function complete(
	tx: Tx,
	handOver: HandOver,
	origin: string,
): Promise<string | undefined> {
	const { id, program, mentor, mentee, peer } = handOver;
	const old = await tx
		.selectFrom("relationship")
		.leftJoin("proposal", "proposal.id", "relationship.proposal_id")
		.select([
			"relationship.kind",
			"relationship.mentor_kind as mentorKind",
			"proposal.round_id as round",
		])
		.where("relationship.id", "=", handOver.relationship)
		.executeTakeFirstOrThrow();
	// Places stand in one line with every other acceptance: enrolments first, in the order of their ids.
	await tx
		.selectFrom("enrolment")
		.select("id")
		.where("program_id", "=", program)
		.where("person_id", "=", anyOf([mentor, mentee, peer]))
		.orderBy("id")
		.forUpdate()
		.execute();
	const { mentorKind } = old;
	const isAllowed = await canTakeOver(
		tx,
		{ program, mentee, mentor, mentorKind },
		peer,
	);
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto("relationship_ending")
		.values({ relationship_id: handOver.relationship })
		.onConflict((row) => row.column("relationship_id").doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 0n)
		throw new Conflict(t("This relationship has ended already."));
	const hasPlace = await hasRoom(tx, {
		program,
		mentee,
		mentor: peer,
		// Where the pair came otherwise than by a round, no round says how many of a kind there may be: one goes and one comes.
		mentorKind: old.round === null ? null : mentorKind,
		round: old.round ?? id,
	});
	if (!isAllowed || !hasPlace) return undefined;
	const { id: relationship } = await tx
		.insertInto("relationship")
		.values({
			program_id: program,
			kind: old.kind,
			mentor_kind: mentorKind,
			member_ids: [mentee, peer],
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("relationship_member")
		.values([
			{ relationship_id: relationship, person_id: mentee, side: "mentee" },
			{ relationship_id: relationship, person_id: peer, side: "mentor" },
		])
		.execute();
	await tx.deleteFrom("hand_over").where("id", "=", id).execute();
	await record(tx, {
		act: "end-relationship",
		subject: { kind: "program", id: program },
	});
	await recordAll(
		tx,
		[mentee, peer].map((about) => ({
			act: "begin-relationship",
			about,
			subject: { kind: "relationship", id: relationship },
		})),
	);
	await tellThem(tx, handOver, { relationship, origin });
	const today = await organisationDay(tx);
	await actingAs(tx, "endings", () =>
		count(tx, { program, period: periodOf(today) }, "handed-over"),
	);
	await cancelAfterEndings(tx);
	await peopleChanged(tx);
	return relationship;
}

async function tellThem(
	tx: Tx,
	handOver: HandOver,
	{
		relationship,
		origin,
	}: { readonly relationship: string; readonly origin: string },
): Promise<void> {
	const { mentor, mentee, peer, programName: program } = handOver;
	const people = await recipients(tx, [mentor, mentee, peer]);
	const names = new Map(
		(await namesOf(tx, [mentor, mentee, peer])).map((one) => [one.id, one]),
	);
	const nameOf = (person: string) => names.get(person)?.name ?? "";
	const event = `relationship ${relationship}`;
	for (const [person, partner] of [
		[mentee, peer],
		[peer, mentee],
	] as const)
		await postTo(
			tx,
			people.get(person),
			{ kind: "relationship", event },
			(to) =>
				beginningLetter(to, {
					program,
					partner: nameOf(partner),
					url: `${origin}/relationships/${relationship}`,
				}),
		);
	await postTo(
		tx,
		people.get(mentor),
		{ kind: "hand-over-closed", event: `hand-over done ${handOver.id}` },
		(to) =>
			doneLetter(to, {
				program,
				url: `${origin}/relationships/${handOver.relationship}`,
			}),
	);
}

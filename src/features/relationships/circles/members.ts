// Who comes into a circle that runs, and who leaves it. Runs as `pairing`.
import { sql } from "kysely";
import { goesOnWith } from "../../../domain/relationships/circle.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { actingAs } from "../../programs/acting.ts";

type Change = { readonly relationship: string; readonly person: string };

/** What sessions, mounted later, do in the same transaction; app.ts says it. */
export type CircleReactions = {
	readonly joined: (tx: Tx, change: Change) => Promise<void>;
	readonly left: (tx: Tx, change: Change) => Promise<void>;
};

/** A circle with its seats, so that two who answer at once come one after the other. */
export async function lockCircle(tx: Tx, id: string) {
	const circle = await tx
		.selectFrom("mentoring_circle as circle")
		.innerJoin("program", "program.id", "circle.program_id")
		.select([
			"circle.id",
			"circle.program_id as program",
			"program.name as programName",
			"circle.relationship_id as relationship",
			"circle.unit",
			"circle.every",
			"circle.minutes",
			"circle.started_by as startedBy",
			"circle.ended_at as endedAt",
		])
		.where("circle.id", "=", id)
		.forUpdate("circle")
		.executeTakeFirst();
	if (circle === undefined) throw new NotFound();
	const seats = await tx
		.selectFrom("circle_seat")
		.select(["person_id as person", "side", "answer"])
		.where("circle_id", "=", id)
		.orderBy("person_id")
		.execute();
	return { circle, seats };
}

export async function addMember(
	tx: Tx,
	{
		relationship,
		person,
		side,
	}: Change & { readonly side: "peer" | "facilitator" },
): Promise<void> {
	await tx
		.insertInto("relationship_member")
		.values({ relationship_id: relationship, person_id: person, side })
		.execute();
	await sql`
		update relationship set member_ids = member_ids || ${person}::uuid where id = ${relationship}
	`.execute(tx);
	await record(tx, {
		act: "begin-relationship",
		about: person,
		subject: { kind: "relationship", id: relationship },
	});
}

/**
 * Takes somebody out of a circle that runs, at once and without a reason. Their seat goes with it: nothing tells afterwards that they were there, but what
 * they wrote to the others, which stays with them. Where one alone would be left, it ends. False: it has ended already.
 */
export async function leaveCircle(
	tx: Tx,
	{ relationship, person }: Change,
	reactions: CircleReactions,
): Promise<void> {
	await dropPromises(tx, { relationship, person });
	await actingAs(tx, "pairing", async () => {
		const { rows } = await sql<{ program: string; members: string[] }>`
			select program_id as program, member_ids as members from relationship where id = ${relationship} and kind = 'circle' for update
		`.execute(tx);
		const [found] = rows;
		if (found === undefined || !found.members.includes(person))
			throw new NotFound();
		if (goesOnWith(found.members.length - 1)) {
			await sql`
				update relationship set member_ids = array_remove(member_ids, ${person}::uuid) where id = ${relationship}
			`.execute(tx);
			await tx
				.deleteFrom("relationship_member")
				.where("relationship_id", "=", relationship)
				.where("person_id", "=", person)
				.execute();
			await sql`
				delete from circle_seat using mentoring_circle circle
				where circle.id = circle_seat.circle_id and circle.relationship_id = ${relationship} and circle_seat.person_id = ${person}
			`.execute(tx);
			await reactions.left(tx, { relationship, person });
		} else {
			await sql`update mentoring_circle set ended_at = now() where relationship_id = ${relationship}`.execute(
				tx,
			);
			await tx
				.insertInto("relationship_ending")
				.values({ relationship_id: relationship })
				.onConflict((row) => row.column("relationship_id").doNothing())
				.execute();
		}
		// As with every ending: neither the circle nor the person stands in the journal.
		await record(tx, {
			act: "end-relationship",
			subject: { kind: "program", id: found.program },
		});
	});
}

// What they promised there is nobody's to ask after any more.
async function dropPromises(
	tx: Tx,
	{ relationship, person }: Change,
): Promise<void> {
	await tx
		.updateTable("commitment")
		.set({ state: "dropped", settled_at: new Date() })
		.where("relationship_id", "=", relationship)
		.where("owner_id", "=", person)
		.where("state", "=", "open")
		.execute();
	await tx
		.updateTable("commitment")
		.set({ partner_id: null })
		.where("relationship_id", "=", relationship)
		.where("partner_id", "=", person)
		.execute();
}

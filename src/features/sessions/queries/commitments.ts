import {
	type Db,
	vaultOf,
	nowOf,
} from "../../../platform/database/database.ts";
import type { CommitmentLink } from "../link.ts";

export type Commitment = Awaited<ReturnType<typeof openCommitments>>[number];

/** The open commitments of a relationship, those due longest first. */
export async function openCommitments(db: Db, relationship: string) {
	const rows = await commitmentRows(db)
		.where("commitment.relationship_id", "=", relationship)
		.where("commitment.state", "=", "open")
		.execute();
	return rows.map((row) => opened(db, row));
}

/** What came of one session. */
export async function commitmentsFrom(db: Db, session: string) {
	const rows = await commitmentRows(db)
		.where("commitment.session_id", "=", session)
		.execute();
	return rows.map((row) => opened(db, row));
}

/** Everything open that somebody promised or asks after, over all their relationships; and what they settled in the last month. */
export async function commitmentsOf(db: Db, person: string) {
	const monthAgo = new Date(nowOf(db).getTime() - 30 * 86_400_000);
	const rows = await commitmentRows(db)
		.where((row) =>
			row.or([
				row("commitment.owner_id", "=", person),
				row("commitment.partner_id", "=", person),
			]),
		)
		.where((row) =>
			row.or([
				row("commitment.state", "=", "open"),
				row("commitment.settled_at", ">", monthAgo),
			]),
		)
		.execute();
	return rows.map((row) => opened(db, row));
}

/** What the holder of a link may know of a promise of their own: its day and when it was made. What it says is not even read. */
export async function linkedCommitment(
	db: Db,
	{ commitment, person }: CommitmentLink,
) {
	return db
		.selectFrom("commitment")
		.innerJoin("person as owner", "owner.id", "commitment.owner_id")
		.leftJoin("session", "session.id", "commitment.session_id")
		.select([
			"commitment.state",
			"commitment.due_on as dueOn",
			"commitment.made_at as madeAt",
			"session.starts_at as sessionAt",
			"session.zone",
			"owner.left_on as leftOn",
		])
		.where("commitment.id", "=", commitment)
		.where("commitment.owner_id", "=", person)
		.executeTakeFirst();
}

function commitmentRows(db: Db) {
	return db
		.selectFrom("commitment")
		.innerJoin("person as owner", "owner.id", "commitment.owner_id")
		.leftJoin("person as partner", "partner.id", "commitment.partner_id")
		.select([
			"commitment.id",
			"commitment.relationship_id as relationship",
			"commitment.session_id as session",
			"commitment.owner_id as owner",
			"commitment.partner_id as partner",
			"owner.first_name as ownerName",
			"partner.first_name as partnerName",
			"commitment.words",
			"commitment.due_on as dueOn",
			"commitment.state",
			"commitment.moves",
		])
		.orderBy("commitment.due_on")
		.orderBy("commitment.made_at");
}

type Row = Awaited<
	ReturnType<ReturnType<typeof commitmentRows>["execute"]>
>[number];

function opened(db: Db, row: Row) {
	return {
		...row,
		words: vaultOf(db).open("commitment.words", [row.id], row.words),
	};
}

import type { Db } from "../../../platform/database/database.ts";
import { nameOf } from "./programs.ts";

export type Named = {
	readonly id: string;
	readonly name: string;
	readonly email: string;
};

/** Whom a person would like to be paired with; nobody else can ask. */
export async function wishesOf(
	db: Db,
	program: string,
	person: string,
): Promise<Named[]> {
	const rows = await db
		.selectFrom("wish")
		.innerJoin("person", "person.id", "wish.wished_id")
		.select(["person.id", "first_name", "last_name", "email"])
		.where("program_id", "=", program)
		.where("wish.person_id", "=", person)
		.orderBy("last_name")
		.execute();
	return rows.map(named);
}

/** Whom a person asked not to be paired with. */
export async function ownBlocks(
	db: Db,
	program: string,
	person: string,
): Promise<Named[]> {
	const rows = await db
		.selectFrom("blocked_pair")
		.innerJoin("person", "person.id", "blocked_pair.other_id")
		.select(["person.id", "first_name", "last_name", "email"])
		.where("program_id", "=", program)
		.where("blocked_pair.person_id", "=", person)
		.where("blocked_pair.entered_by", "=", person)
		.orderBy("last_name")
		.execute();
	return rows.map(named);
}

export type BlockedPair = Awaited<ReturnType<typeof blockedPairs>>[number];

/** All blocks of a program, for whoever runs it: two names, never a reason. */
export async function blockedPairs(db: Db, program: string) {
	const rows = await db
		.selectFrom("blocked_pair")
		.innerJoin("person as one", "one.id", "blocked_pair.person_id")
		.innerJoin("person as other", "other.id", "blocked_pair.other_id")
		.select([
			"one.id as oneId",
			"one.first_name as oneFirst",
			"one.last_name as oneLast",
			"other.id as otherId",
			"other.first_name as otherFirst",
			"other.last_name as otherLast",
			"entered_at as at",
		])
		.where("program_id", "=", program)
		.orderBy("one.last_name")
		.orderBy("other.last_name")
		.execute();
	return rows.map(({ oneId, otherId, at, ...row }) => ({
		one: { id: oneId, name: nameOf(row.oneFirst, row.oneLast) ?? "" },
		other: { id: otherId, name: nameOf(row.otherFirst, row.otherLast) ?? "" },
		at,
	}));
}

function named(row: {
	id: string;
	first_name: string;
	last_name: string;
	email: string;
}): Named {
	const { id, first_name, last_name, email } = row;
	return { id, email, name: nameOf(first_name, last_name) ?? email };
}

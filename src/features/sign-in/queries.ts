import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "../../platform/database/database.ts";
import type { Visit, Visitor } from "../../platform/http/visit.ts";

/** The person behind a sign-in that is neither expired nor of someone who has left. Notes every five minutes that they are there. */
export async function findVisitor(
	db: Db,
	signIn: Buffer,
	apart: Visit["apart"],
): Promise<Visitor | null> {
	const row = await db
		.selectFrom("sign_in")
		.innerJoin("person", "person.id", "sign_in.person_id")
		.select((row) => [
			"person.id",
			"person.first_name",
			"person.last_name",
			"person.time_zone",
			"person.locale",
			sql<boolean>`sign_in.seen_at < now() - interval '5 minutes'`.as(
				"isSeenLongAgo",
			),
			jsonArrayFrom(
				row
					.selectFrom("office")
					.select(["office.office", "office.program_id as program"])
					.whereRef("office.person_id", "=", "person.id")
					.where("office.from_at", "<=", sql<Date>`now()`)
					.where((office) =>
						office.or([
							office("office.until_at", "is", null),
							office("office.until_at", ">", sql<Date>`now()`),
						]),
					),
			).as("offices"),
		])
		.where("sign_in.token_hash", "=", signIn)
		.where("sign_in.expires_at", ">", sql<Date>`now()`)
		.where("person.left_on", "is", null)
		.executeTakeFirst();
	if (row === undefined) return null;
	if (row.isSeenLongAgo)
		await apart("sign-in", (tx) =>
			tx
				.updateTable("sign_in")
				.set({ seen_at: sql<Date>`now()` })
				.where("token_hash", "=", signIn)
				.execute(),
		);
	return {
		id: row.id,
		name: `${row.first_name} ${row.last_name}`.trim(),
		timeZone: row.time_zone,
		locale: row.locale,
		offices: row.offices,
	};
}

export type OwnSignIn = {
	readonly id: string;
	readonly hash: Buffer;
	readonly device: string;
	readonly method: string;
	readonly signedInAt: Date;
	readonly seenAt: Date;
};

/** Where a person is signed in, latest first. */
export function ownSignIns(db: Db, person: string): Promise<OwnSignIn[]> {
	return db
		.selectFrom("sign_in")
		.select([
			"id",
			"token_hash as hash",
			"device",
			"method",
			"signed_in_at as signedInAt",
			"seen_at as seenAt",
		])
		.where("person_id", "=", person)
		.where("expires_at", ">", sql<Date>`now()`)
		.orderBy("seen_at", "desc")
		.execute();
}

export async function hasPassword(db: Db, person: string): Promise<boolean> {
	const row = await db
		.selectFrom("password")
		.select("person_id")
		.where("person_id", "=", person)
		.executeTakeFirst();
	return row !== undefined;
}

export async function isSetUp(db: Db): Promise<boolean> {
	const row = await db
		.selectFrom("organisation")
		.select("id")
		.executeTakeFirst();
	return row !== undefined;
}

/** The person a link was made for and what it is for; undefined for a link that is used, expired or unknown. */
export function findLink(db: Db, hash: Buffer) {
	return db
		.selectFrom("sign_in_link")
		.innerJoin("person", "person.id", "sign_in_link.person_id")
		.select([
			"sign_in_link.person_id",
			"sign_in_link.purpose",
			"person.first_name",
			"person.email",
		])
		.where("sign_in_link.token_hash", "=", hash)
		.where("sign_in_link.used_at", "is", null)
		.where("sign_in_link.expires_at", ">", sql<Date>`now()`)
		.where("person.left_on", "is", null)
		.executeTakeFirst();
}

export function findAccount(db: Db, email: string) {
	return db
		.selectFrom("person")
		.leftJoin("password", "password.person_id", "person.id")
		.select([
			"person.id",
			"person.locale",
			"person.first_name",
			"password.hash",
		])
		.where(sql<string>`lower(person.email)`, "=", email.trim().toLowerCase())
		.where("person.left_on", "is", null)
		.executeTakeFirst();
}

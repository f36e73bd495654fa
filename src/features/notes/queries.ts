import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { identitiesOf, ownComparisons } from "../keyring/queries.ts";
import { recoveryOf, shownRecovery } from "../recovery/queries.ts";
import { noneInCircles } from "./circles.ts";

/** A relationship's sealed notes as one of its members gets them; the rows are those the database lets the member have. */
export async function relationshipSpace(
	db: Db,
	relationship: string,
	person: string,
) {
	const people = await membersOf(db, relationship);
	const recovery = noneInCircles(
		await kindOf(db, relationship),
		await recoveryOf(db, relationship),
	);
	const [grants, newest, texts] = await Promise.all([
		grantsOf(db, relationship),
		newestKey(db, relationship),
		sharedNotes(db, relationship),
	]);
	// Of those who have left stays what the others need to check what they signed.
	const formers = [
		...new Set([
			...texts.map(({ writerPerson }) => writerPerson),
			...grants.map(({ byPerson }) => byPerson),
		]),
	].filter((each) => !people.includes(each));
	const identities = await identitiesOf(db, [...people, ...formers]);
	const comparisons = await ownComparisons(
		db,
		person,
		identities.map(({ id }) => id),
	);
	const identitiesIn = (each: string) =>
		identities.filter((identity) => identity.person === each);
	return {
		space: "relationship",
		id: relationship,
		members: people.map((each) => ({
			person: each,
			identities: identitiesIn(each),
			isReady: identitiesIn(each).some(({ replacedAt }) => replacedAt === null),
		})),
		formers: formers.map((each) => ({
			person: each,
			identities: identitiesIn(each),
		})),
		grants: grants
			.filter(({ toPerson }) => toPerson === person)
			.map((grant) => ({
				...grant,
				recovery:
					recovery.epochs.find(({ epoch }) => epoch === grant.epoch)
						?.fingerprint ?? null,
			})),
		granted: grants.map(({ epoch, to }) => ({ epoch, to })),
		newest: grants.filter(({ epoch }) => epoch === newest?.epoch),
		epoch: newest?.epoch ?? 0,
		isOutworn: newest?.isOutworn ?? false,
		hasKey: grants.length > 0,
		comparisons,
		texts: texts.map((text) => ({
			...text,
			space: "relationship",
			spaceId: relationship,
		})),
		recovery: await shownRecovery(db, recovery),
	};
}

/** Somebody's notes for themselves alone. */
export async function ownNotes(db: Db, person: string) {
	const texts = await db
		.selectFrom("note")
		.select(noteColumns)
		.where("kind", "=", "mine")
		.where("author_id", "=", person)
		.orderBy("written_at", "desc")
		.execute();
	return {
		texts: texts.map((text) => ({ ...text, space: "alone", spaceId: person })),
	};
}

export async function membersOf(
	db: Db,
	relationship: string,
): Promise<readonly string[]> {
	const row = await db
		.selectFrom("relationship")
		.select("member_ids")
		.where("id", "=", relationship)
		.executeTakeFirst();
	return row?.member_ids ?? [];
}

/** Those who wrote and are no members any more, by name. */
export function formerWriters(db: Db, relationship: string) {
	return db
		.selectFrom("note")
		.innerJoin("person", "person.id", "note.writer_id")
		.innerJoin("relationship", "relationship.id", "note.relationship_id")
		.select([
			"person.id",
			sql<string>`trim(concat_ws(' ', person.first_name, person.last_name))`.as(
				"name",
			),
		])
		.distinct()
		.where("note.relationship_id", "=", relationship)
		.where(sql<boolean>`note.writer_id <> all (relationship.member_ids)`)
		.execute();
}

async function kindOf(
	db: Db,
	relationship: string,
): Promise<string | undefined> {
	const row = await db
		.selectFrom("relationship")
		.select("kind")
		.where("id", "=", relationship)
		.executeTakeFirst();
	return row?.kind;
}

function newestKey(db: Db, relationship: string) {
	return db
		.selectFrom("relationship_key")
		.select(["epoch", "is_outworn as isOutworn"])
		.where("relationship_id", "=", relationship)
		.orderBy("epoch", "desc")
		.limit(1)
		.executeTakeFirst();
}

export const noteColumns = [
	"id as text",
	"epoch",
	"version",
	"writer_identity as writer",
	"is_deleted as isDeleted",
	"sealed",
	"signature",
] as const;

function sharedNotes(db: Db, relationship: string) {
	return db
		.selectFrom("note")
		.select([...noteColumns, "writer_id as writerPerson"])
		.where("kind", "=", "ours")
		.where("relationship_id", "=", relationship)
		.orderBy("written_at", "desc")
		.execute();
}

async function grantsOf(db: Db, relationship: string) {
	const rows = await db
		.selectFrom("relationship_key_grant as grant")
		.innerJoin("relationship_key as key", (join) =>
			join
				.onRef("key.relationship_id", "=", "grant.relationship_id")
				.onRef("key.epoch", "=", "grant.epoch"),
		)
		.select([
			"grant.epoch",
			"grant.to_identity as to",
			"grant.to_person as toPerson",
			"grant.by_identity as by",
			"grant.by_person as byPerson",
			"grant.ephemeral",
			"grant.wrapped",
			"grant.signature",
			"key.key_name as keyName",
		])
		.where("grant.relationship_id", "=", relationship)
		.orderBy("grant.epoch")
		.execute();
	return rows.map((row) => ({
		...row,
		space: "relationship",
		id: relationship,
	}));
}

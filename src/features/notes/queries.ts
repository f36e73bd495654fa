import type { Db } from "../../platform/database/database.ts";
import { identitiesOf, ownComparisons } from "../keyring/queries.ts";
import { recoveryOf, shownRecovery } from "../recovery/queries.ts";

/** A relationship's sealed notes as one of its members gets them; the rows are those the database lets the member have. */
export async function relationshipSpace(
	db: Db,
	relationship: string,
	person: string,
) {
	const people = await membersOf(db, relationship);
	const identities = await identitiesOf(db, people);
	const recovery = await recoveryOf(db, relationship);
	const [grants, comparisons, texts] = await Promise.all([
		grantsOf(db, relationship),
		ownComparisons(
			db,
			person,
			identities.map(({ id }) => id),
		),
		sharedNotes(db, relationship),
	]);
	return {
		space: "relationship",
		id: relationship,
		members: people.map((each) => {
			const own = identities.filter((identity) => identity.person === each);
			return {
				person: each,
				identities: own,
				isReady: own.some(({ replacedAt }) => replacedAt === null),
			};
		}),
		grants: grants
			.filter(({ toPerson }) => toPerson === person)
			.map((grant) => ({
				...grant,
				recovery:
					recovery.epochs.find(({ epoch }) => epoch === grant.epoch)
						?.fingerprint ?? null,
			})),
		granted: grants.map(({ epoch, to }) => ({ epoch, to })),
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
		.select(noteColumns)
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

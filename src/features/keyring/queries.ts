import type { Db } from "../../platform/database/database.ts";

/** Somebody's own keys: what a browser needs to open them, and nothing that opens them by itself. */
export async function ownKeyring(db: Db, person: string) {
	const [identity, unlockers] = await Promise.all([
		db
			.selectFrom("sealing_identity as identity")
			.innerJoin(
				"sealing_secret as secret",
				"secret.identity_id",
				"identity.id",
			)
			.select([
				"identity.id",
				"identity.person_id as person",
				"identity.signing_key as signingKey",
				"identity.agreement_key as agreementKey",
				"identity.proof",
				"identity.made_at as madeAt",
				"secret.sealed_keys as sealedKeys",
			])
			.where("identity.person_id", "=", person)
			.where("identity.replaced_at", "is", null)
			.executeTakeFirst(),
		ownUnlockers(db, person),
	]);
	return { person, identity, unlockers };
}

export type OwnKeyring = Awaited<ReturnType<typeof ownKeyring>>;

/** The ways one can open the keys that are in use, in the order they were made. */
export function ownUnlockers(db: Db, person: string) {
	return db
		.selectFrom("unlocker")
		.innerJoin(
			"sealing_identity as identity",
			"identity.id",
			"unlocker.identity_id",
		)
		.select([
			"unlocker.id",
			"unlocker.identity_id as identity",
			"unlocker.person_id as person",
			"unlocker.kind",
			"unlocker.label",
			"unlocker.salt",
			"unlocker.rounds",
			"unlocker.wrapped",
			"unlocker.credential_id as credential",
			"unlocker.made_at as madeAt",
		])
		.where("unlocker.person_id", "=", person)
		.where("identity.replaced_at", "is", null)
		.orderBy("unlocker.made_at")
		.orderBy("unlocker.kind")
		.execute();
}

export type OwnUnlocker = Awaited<ReturnType<typeof ownUnlockers>>[number];

/** The public keys of people, newest first for each. */
export function identitiesOf(db: Db, people: readonly string[]) {
	return db
		.selectFrom("sealing_identity")
		.select([
			"id",
			"person_id as person",
			"signing_key as signingKey",
			"agreement_key as agreementKey",
			"proof",
			"replaced_at as replacedAt",
		])
		.where("person_id", "in", [...people])
		.orderBy("made_at", "desc")
		.execute();
}

/** Whose keys somebody has met or compared. */
export function ownComparisons(
	db: Db,
	person: string,
	identities: readonly string[],
) {
	return identities.length === 0
		? Promise.resolve([])
		: db
				.selectFrom("sealing_comparison")
				.select([
					"by_identity as by",
					"of_identity as of",
					"assurance",
					"signature",
				])
				.where("by_person", "=", person)
				.where("of_identity", "in", [...identities])
				.execute();
}

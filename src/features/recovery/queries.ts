import type { Db } from "../../platform/database/database.ts";
import { identitiesOf } from "../keyring/queries.ts";

export type Custodian = RecoveryKeyRow["custodians"][number];
export type RecoveryKeyRow = Awaited<ReturnType<typeof recoveryKeys>>[number];

/** Every recovery key there was, the newest first, with its custodians. */
export async function recoveryKeys(db: Db) {
	const keys = await db
		.selectFrom("recovery_key")
		.select([
			"id",
			"named_by as namedBy",
			"named_at as namedAt",
			"replaced_at as replacedAt",
			"ended_at as endedAt",
		])
		.orderBy("named_at", "desc")
		.execute();
	const custodians = await db
		.selectFrom("recovery_custodian as custodian")
		.innerJoin("person", "person.id", "custodian.custodian_id")
		.innerJoin("sealing_identity as keys", "keys.id", "custodian.identity_id")
		.select([
			"custodian.recovery_key_id as key",
			"custodian.custodian_id as person",
			"custodian.identity_id as identity",
			"custodian.accepted_at as acceptedAt",
			"custodian.signature",
			"person.first_name as firstName",
			"person.last_name as lastName",
			"person.job_title as title",
			"person.left_on as leftOn",
			"keys.replaced_at as keysReplacedAt",
		])
		.orderBy("person.sort_name")
		.execute();
	return keys.map((key) => {
		const own = custodians
			.filter((each) => each.key === key.id)
			.map(({ firstName, lastName, leftOn, keysReplacedAt, ...row }) => ({
				...row,
				firstName,
				name: `${firstName} ${lastName}`.trim(),
				/** They have left, or lost the keys with which they could open anything. */
				isGone: leftOn !== null || keysReplacedAt !== null,
			}));
		const isOpen = key.replacedAt === null && key.endedAt === null;
		return {
			...key,
			custodians: own,
			isOpen,
			isAccepted: own.every(({ acceptedAt }) => acceptedAt !== null),
			/** When the last of the three accepted. */
			acceptedAt: own.every(({ acceptedAt }) => acceptedAt !== null)
				? (own
						.map(({ acceptedAt }) => acceptedAt)
						.toSorted((one, other) => Number(one) - Number(other))
						.at(-1) ?? null)
				: null,
		};
	});
}

/** The key that is in use or being set up; undefined: there is none. */
export async function openRecoveryKey(
	db: Db,
): Promise<RecoveryKeyRow | undefined> {
	return (await recoveryKeys(db)).find(({ isOpen }) => isOpen);
}

/** Recovery keys as browsers check them: the custodians' public keys, and their signatures. */
export async function shownRecoveryKeys(
	db: Db,
	keys: readonly RecoveryKeyRow[],
) {
	const people = [
		...new Set(
			keys.flatMap(({ custodians }) => custodians.map(({ person }) => person)),
		),
	];
	const identities = people.length === 0 ? [] : await identitiesOf(db, people);
	return keys.map(({ id, custodians }) => ({
		id,
		custodians: custodians.map(({ identity, signature }) => ({
			identity: identities.find((each) => each.id === identity) ?? null,
			signature,
		})),
	}));
}

/** What a relationship's members have agreed to, and which of its keys custodians can open; for browsers and for the page. */
export async function recoveryOf(db: Db, relationship: string) {
	const keys = await recoveryKeys(db);
	const [epochs, consents] = await Promise.all([
		epochsOf(db, relationship),
		db
			.selectFrom("recovery_consent")
			.select([
				"epoch",
				"recovery_key_id as key",
				"person_id as person",
				"identity_id as by",
				"signature",
			])
			.where("relationship_id", "=", relationship)
			.execute(),
	]);
	const current = keys.find(({ isOpen, isAccepted }) => isOpen && isAccepted);
	const used = new Set([
		...epochs.map(({ key }) => key),
		...consents.map(({ key }) => key),
		...(current === undefined ? [] : [current.id]),
	]);
	return {
		keys: keys.filter(({ id }) => used.has(id)),
		current,
		epochs,
		consents,
	};
}

export type RelationshipRecovery = Awaited<ReturnType<typeof recoveryOf>>;

/** The same as a document. */
export async function shownRecovery(
	db: Db,
	{ keys, current, epochs, consents }: RelationshipRecovery,
) {
	return {
		keys: await shownRecoveryKeys(db, keys),
		current: current?.id ?? null,
		epochs: epochs.map(({ epoch, key, by, keyName, signature }) => ({
			epoch,
			key,
			by,
			keyName,
			signature,
		})),
		consents,
	};
}

function epochsOf(db: Db, relationship: string) {
	return db
		.selectFrom("recovery_epoch")
		.select([
			"epoch",
			"recovery_key_id as key",
			"granter_identity as by",
			"key_name as keyName",
			"key_fingerprint as fingerprint",
			"signature",
			"begun_at as begunAt",
		])
		.where("relationship_id", "=", relationship)
		.orderBy("epoch")
		.execute();
}

import type { Tx } from "../../platform/database/database.ts";
import { record, recordAll } from "../../platform/journal/journal.ts";
import { identitiesOf } from "../keyring/queries.ts";
import { changedMeanwhile } from "./commands.ts";
import type { NewConsent, NewRecovery } from "./forms.ts";
import { recoveryOf } from "./queries.ts";

/** Keeps a member's word that custodians may open what is written under the next key. */
export async function keepConsent(
	tx: Tx,
	relationship: string,
	person: string,
	consent: NewConsent,
): Promise<void> {
	const { current } = await recoveryOf(tx, relationship);
	const [own] = await identitiesOf(tx, [person]);
	const newest = await newestEpoch(tx, relationship);
	if (
		current?.id !== consent.key ||
		own?.id !== consent.by ||
		own.replacedAt !== null ||
		consent.epoch !== newest + 1
	)
		throw changedMeanwhile();
	await tx
		.insertInto("recovery_consent")
		.values({
			relationship_id: relationship,
			epoch: consent.epoch,
			recovery_key_id: consent.key,
			person_id: person,
			identity_id: consent.by,
			signature: consent.signature,
		})
		.onConflict((row) => row.doNothing())
		.execute();
	await record(tx, {
		act: "consent-to-recovery",
		about: person,
		subject: { kind: "relationship", id: relationship },
	});
}

/** A member takes their word back, as long as the key it was given for has not begun. */
export async function takeConsentBack(
	tx: Tx,
	relationship: string,
	{ person, epoch }: { readonly person: string; readonly epoch: number },
): Promise<void> {
	if (epoch <= (await newestEpoch(tx, relationship))) throw changedMeanwhile();
	await tx
		.deleteFrom("recovery_consent")
		.where("relationship_id", "=", relationship)
		.where("person_id", "=", person)
		.where("epoch", "=", epoch)
		.execute();
	await record(tx, {
		act: "take-back-recovery-consent",
		about: person,
		subject: { kind: "relationship", id: relationship },
	});
}

/**
 * Custodians can open what is written under the key that this transaction has just taken into use. That every member agreed, that the three have
 * accepted and that the key is new the database asks for itself.
 */
export async function beginRecoveryEpoch(
	tx: Tx,
	{
		relationship,
		members,
		person,
		part,
	}: {
		readonly relationship: string;
		readonly members: readonly string[];
		readonly person: string;
		readonly part: NewRecovery;
	},
): Promise<void> {
	const { consent, epoch, fingerprint, copies } = part;
	const { current, consents } = await recoveryOf(tx, relationship);
	const agreed = consents
		.filter((each) => each.epoch === epoch.epoch && each.key === epoch.key)
		.map((each) => each.person);
	const three = current?.custodians.map((each) => each.person) ?? [];
	const pairs = new Set(copies.map(({ peeler, reader }) => peeler + reader));
	if (
		current?.id !== epoch.key ||
		consent.key !== epoch.key ||
		consent.epoch !== epoch.epoch ||
		consent.by !== epoch.by ||
		pairs.size !== 6 ||
		!copies.every(
			({ peeler, reader }) => three.includes(peeler) && three.includes(reader),
		) ||
		!members.every((each) => each === person || agreed.includes(each))
	)
		throw changedMeanwhile();
	const place = { relationship_id: relationship, epoch: epoch.epoch };
	await tx
		.insertInto("recovery_consent")
		.values({
			...place,
			recovery_key_id: epoch.key,
			person_id: person,
			identity_id: consent.by,
			signature: consent.signature,
		})
		.onConflict((row) => row.doNothing())
		.execute();
	await tx
		.insertInto("recovery_epoch")
		.values({
			...place,
			recovery_key_id: epoch.key,
			key_fingerprint: fingerprint,
			key_name: epoch.keyName,
			member_ids: [...members],
			granted_by: person,
			granter_identity: epoch.by,
			signature: epoch.signature,
		})
		.execute();
	await tx
		.insertInto("recovery_copy")
		.values(
			copies.map(({ peeler, reader, sealed, signature }) => ({
				...place,
				peeler_id: peeler,
				reader_id: reader,
				sealed,
				signature,
			})),
		)
		.execute();
	await recordAll(
		tx,
		members.map((about) => ({
			act: "begin-recovery",
			about,
			subject: { kind: "relationship", id: relationship },
		})),
	);
}

async function newestEpoch(tx: Tx, relationship: string): Promise<number> {
	const { newest } = await tx
		.selectFrom("relationship_key")
		.select((row) => row.fn.max("epoch").as("newest"))
		.where("relationship_id", "=", relationship)
		.executeTakeFirstOrThrow();
	return Number(newest ?? 0);
}

import { type Tx, nowOf } from "../../platform/database/database.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { identitiesOf } from "../keyring/queries.ts";
import { beginRecoveryEpoch } from "../recovery/consent-commands.ts";
import type { NewGrant, NewKey, NewNote } from "./forms.ts";
import { membersOf } from "./queries.ts";

/** Takes a relationship's next key into use: its name, and the grants of it. Whoever is second with the same epoch is told. */
export async function takeKey(
	tx: Tx,
	relationship: string,
	person: string,
	key: NewKey,
): Promise<void> {
	if (key.id !== relationship) throw new NotFound();
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto("relationship_key")
		.values({
			relationship_id: relationship,
			epoch: key.epoch,
			key_name: key.keyName,
			made_by: person,
		})
		.onConflict((row) => row.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 0n) throw changedMeanwhile();
	// Before anybody holds the key: the database lets custodians have none that somebody holds already.
	if (key.recovery !== undefined)
		await openToCustodians(tx, relationship, person, key);
	await addGrants(tx, relationship, person, key.grants);
}

async function openToCustodians(
	tx: Tx,
	relationship: string,
	person: string,
	{ epoch, keyName, recovery: part }: NewKey,
): Promise<void> {
	if (part?.epoch.epoch !== epoch || !part.epoch.keyName.equals(keyName))
		throw changedMeanwhile();
	await refuseEnded(tx, relationship);
	const members = await membersOf(tx, relationship);
	await beginRecoveryEpoch(tx, { relationship, members, person, part });
}

/** Adds grants of keys in use: by oneself, to members' keys in use. */
export async function addGrants(
	tx: Tx,
	relationship: string,
	person: string,
	grants: readonly NewGrant[],
): Promise<void> {
	const identities = (
		await identitiesOf(tx, await membersOf(tx, relationship))
	).filter(({ replacedAt }) => replacedAt === null);
	const keys = await tx
		.selectFrom("relationship_key")
		.select(["epoch", "key_name"])
		.where("relationship_id", "=", relationship)
		.execute();
	const rows = grants.map((grant) => {
		const to = identities.find(({ id }) => id === grant.to);
		const by = identities.find(({ id }) => id === grant.by);
		const key = keys.find(({ epoch }) => epoch === grant.epoch);
		if (
			to === undefined ||
			by?.person !== person ||
			!key?.key_name.equals(grant.keyName) ||
			grant.id !== relationship
		)
			throw changedMeanwhile();
		return {
			relationship_id: relationship,
			epoch: grant.epoch,
			to_identity: to.id,
			to_person: to.person,
			by_identity: by.id,
			by_person: person,
			ephemeral: grant.ephemeral,
			wrapped: grant.wrapped,
			signature: grant.signature,
		};
	});
	await tx
		.insertInto("relationship_key_grant")
		.values(rows)
		.onConflict((row) => row.doNothing())
		.execute();
	for (const reader of new Set(rows.map(({ to_person }) => to_person)))
		await record(tx, {
			act: "let-read-notes",
			about: reader,
			subject: { kind: "relationship", id: relationship },
		});
}

/** Keeps a note's next version; the one before it goes. Somebody who changed an older version than the newest is told. */
export async function writeNote(
	tx: Tx,
	person: string,
	{
		note,
		relationship,
	}: { readonly note: NewNote; readonly relationship: string | null },
): Promise<void> {
	const [writer] = await identitiesOf(tx, [person]);
	if (note.spaceId !== (relationship ?? person)) throw new NotFound();
	if (writer?.id !== note.writer || writer.replacedAt !== null)
		throw changedMeanwhile();
	if (relationship !== null && !note.isDeleted)
		await refuseEnded(tx, relationship);
	const version = {
		writer_id: person,
		writer_identity: note.writer,
		epoch: note.epoch,
		version: note.version,
		is_deleted: note.isDeleted,
		sealed: note.sealed,
		signature: note.signature,
	};
	const { count } =
		note.version === 1 ? await insertNote() : await updateNote();
	if (count === 0n) throw changedMeanwhile();
	await record(tx, {
		act: note.isDeleted ? "delete-note" : "write-note",
		about: person,
		...(relationship !== null && {
			subject: { kind: "relationship", id: relationship },
		}),
	});

	async function insertNote() {
		const { numInsertedOrUpdatedRows: count = 0n } = await tx
			.insertInto("note")
			.values({
				...version,
				id: note.text,
				kind: relationship === null ? "mine" : "ours",
				relationship_id: relationship,
				author_id: person,
			})
			.onConflict((row) => row.doNothing())
			.executeTakeFirst();
		return { count };
	}

	async function updateNote() {
		const { numUpdatedRows: count } = await tx
			.updateTable("note")
			.set({ ...version, written_at: nowOf(tx) })
			.where("id", "=", note.text)
			.where("version", "=", note.version - 1)
			.where("is_deleted", "=", false)
			.where("relationship_id", "is not distinct from", relationship)
			.executeTakeFirst();
		return { count };
	}
}

async function refuseEnded(tx: Tx, relationship: string): Promise<void> {
	const ended = await tx
		.selectFrom("relationship_ending")
		.select("ended_at")
		.where("relationship_id", "=", relationship)
		.executeTakeFirst();
	if (ended !== undefined)
		throw new Conflict(t("This relationship has ended already."));
}

function changedMeanwhile(): Conflict {
	return new Conflict(
		t(
			"Somebody else was quicker. Look at how things stand now, then try again.",
		),
	);
}

import type { Tx } from "../../platform/database/database.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { t } from "../../ui/text.ts";
import { identitiesOf } from "../keyring/queries.ts";
import type { NewGrant, NewKey, NewText } from "./forms.ts";

type Two = { readonly by: string; readonly two: readonly string[] };

/** Takes a concern's next key into use: its name, and the grants of it. */
export async function takeKey(
	tx: Tx,
	{ id, epoch, keyName, grants }: NewKey,
	{ by, two }: Two,
): Promise<void> {
	await tx
		.insertInto("concern_key")
		.values({ concern_id: id, epoch, key_name: keyName, made_by: by })
		.execute();
	await insertGrants(tx, id, { by, two, grants });
}

/** Grants by oneself, to keys in use of the two, of keys that are in use here. */
export async function insertGrants(
	tx: Tx,
	concern: string,
	{ by, two, grants }: Two & { readonly grants: readonly NewGrant[] },
): Promise<void> {
	const identities = (await identitiesOf(tx, two)).filter(
		({ replacedAt }) => replacedAt === null,
	);
	const keys = await tx
		.selectFrom("concern_key")
		.select(["epoch", "key_name"])
		.where("concern_id", "=", concern)
		.execute();
	const rows = grants.map((grant) => {
		const to = identities.find(({ id }) => id === grant.to);
		const from = identities.find(({ id }) => id === grant.by);
		const key = keys.find(({ epoch }) => epoch === grant.epoch);
		if (
			to === undefined ||
			from?.person !== by ||
			!key?.key_name.equals(grant.keyName) ||
			grant.id !== concern
		)
			throw changedMeanwhile();
		return {
			concern_id: concern,
			epoch: grant.epoch,
			to_identity: to.id,
			to_person: to.person,
			by_identity: from.id,
			by_person: by,
			ephemeral: grant.ephemeral,
			wrapped: grant.wrapped,
			signature: grant.signature,
		};
	});
	await tx
		.insertInto("concern_key_grant")
		.values(rows)
		.onConflict((row) => row.doNothing())
		.execute();
}

export async function insertText(
	tx: Tx,
	concern: string,
	{ by, text }: { readonly by: string; readonly text: NewText },
): Promise<void> {
	const [writer] = await identitiesOf(tx, [by]);
	if (
		text.spaceId !== concern ||
		writer?.id !== text.writer ||
		writer.replacedAt !== null
	)
		throw changedMeanwhile();
	await tx
		.insertInto("concern_text")
		.values({
			id: text.text,
			concern_id: concern,
			writer_id: by,
			writer_identity: text.writer,
			epoch: text.epoch,
			sealed: text.sealed,
			signature: text.signature,
		})
		.execute();
}

function changedMeanwhile(): Conflict {
	return new Conflict(
		t(
			"Somebody else was quicker. Look at how things stand now, then try again.",
		),
	);
}

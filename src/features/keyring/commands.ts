import { fewestUnlockers } from "../../domain/sealing/floors.ts";
import { type Tx, nowOf } from "../../platform/database/database.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import type { NewComparison, NewIdentity, NewUnlocker } from "./forms.ts";
import { ownUnlockers } from "./queries.ts";

/** Takes new keys into use. Earlier ones stay known as replaced, so that what they signed can still be told; what opened them goes. */
export async function takeIdentity(
	tx: Tx,
	person: string,
	{ identity, sealedKeys, unlockers }: NewIdentity,
): Promise<void> {
	if (identity.person !== person) throw new NotFound();
	await tx.deleteFrom("unlocker").where("person_id", "=", person).execute();
	await tx
		.deleteFrom("sealing_secret")
		.where("person_id", "=", person)
		.execute();
	await tx
		.updateTable("sealing_identity")
		.set({ replaced_at: nowOf(tx) })
		.where("person_id", "=", person)
		.where("replaced_at", "is", null)
		.execute();
	await tx
		.insertInto("sealing_identity")
		.values({
			id: identity.id,
			person_id: person,
			signing_key: identity.signingKey,
			agreement_key: identity.agreementKey,
			proof: identity.proof,
		})
		.execute();
	await tx
		.insertInto("sealing_secret")
		.values({
			identity_id: identity.id,
			person_id: person,
			sealed_keys: sealedKeys,
		})
		.execute();
	await tx.insertInto("unlocker").values(unlockers.map(asRow)).execute();
	await record(tx, {
		act: "make-keys",
		about: person,
		subject: { kind: "sealing-identity", id: identity.id },
	});
}

export async function addUnlocker(
	tx: Tx,
	person: string,
	unlocker: NewUnlocker,
): Promise<void> {
	const own = await ownUnlockers(tx, person);
	const [first] = own;
	if (unlocker.person !== person || first?.identity !== unlocker.identity)
		throw new NotFound();
	if (own.length >= 20)
		throw new Conflict(
			t("You have twenty ways in already: take one away first."),
		);
	await tx.insertInto("unlocker").values(asRow(unlocker)).execute();
	await record(tx, {
		act: "add-unlocker",
		about: person,
		subject: { kind: "unlocker", id: unlocker.id },
		detail: { kind: unlocker.kind },
	});
}

/** Takes a way in away, unless too few would be left, or no recovery code. */
export async function removeUnlocker(
	tx: Tx,
	person: string,
	id: string,
): Promise<void> {
	const own = await ownUnlockers(tx, person);
	const found = own.find((unlocker) => unlocker.id === id);
	if (found === undefined) throw new NotFound();
	const left = own.filter((unlocker) => unlocker.id !== id);
	if (left.length < fewestUnlockers)
		throw new Conflict(
			t(
				"Two ways in must stay: add another one before you take this one away.",
			),
		);
	if (!left.some(({ kind }) => kind === "recovery-code"))
		throw new Conflict(
			t(
				"A recovery code must stay: make a new one before you take this one away.",
			),
		);
	await tx.deleteFrom("unlocker").where("id", "=", id).execute();
	await record(tx, {
		act: "remove-unlocker",
		about: person,
		subject: { kind: "unlocker", id },
		detail: { kind: found.kind },
	});
}

/** Keeps whose keys somebody has met or compared. */
export async function keepComparison(
	tx: Tx,
	person: string,
	comparison: NewComparison,
): Promise<void> {
	await tx
		.insertInto("sealing_comparison")
		.values({
			by_identity: comparison.by,
			of_identity: comparison.of,
			by_person: person,
			assurance: comparison.assurance,
			signature: comparison.signature,
		})
		.onConflict((row) => row.doNothing())
		.execute();
	await record(tx, {
		act: comparison.assurance === "compared" ? "compare-keys" : "meet-keys",
		subject: { kind: "sealing-identity", id: comparison.of },
	});
}

function asRow(unlocker: NewUnlocker) {
	return {
		id: unlocker.id,
		identity_id: unlocker.identity,
		person_id: unlocker.person,
		kind: unlocker.kind,
		label: unlocker.label,
		salt: unlocker.salt,
		rounds: unlocker.rounds,
		wrapped: unlocker.wrapped,
		credential_id: unlocker.credential,
	};
}

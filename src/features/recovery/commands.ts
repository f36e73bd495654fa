import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import { Conflict, Invalid } from "../../platform/http/refusal.ts";
import { record, recordAll } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { findPersonByAddress } from "../administration/queries.ts";
import { identitiesOf } from "../keyring/queries.ts";
import { actingAs } from "../programs/acting.ts";
import type { NamedCustodians, NewAcceptance } from "./forms.ts";
import { openRecoveryKey } from "./queries.ts";

/** Names three custodians; whoever had it before stays able to open what was granted to them, and gets nothing new. */
export async function nameCustodians(
	tx: Tx,
	named: NamedCustodians,
	by: string,
): Promise<{ readonly key: string; readonly people: readonly string[] }> {
	const found = await findThree(tx, named);
	const identities = (
		await identitiesOf(
			tx,
			found.map(({ person }) => person),
		)
	).filter(({ replacedAt }) => replacedAt === null);
	await tx
		.updateTable("recovery_key")
		.set({ replaced_at: sql<Date>`now()` })
		.where("replaced_at", "is", null)
		.where("ended_at", "is", null)
		.execute();
	const id = crypto.randomUUID();
	await tx.insertInto("recovery_key").values({ id, named_by: by }).execute();
	await tx
		.insertInto("recovery_custodian")
		.values(
			found.map(({ person, field }) => {
				const identity = identities.find((each) => each.person === person);
				if (identity === undefined)
					throw new Invalid({
						[field]: t(
							"This person has made no keys yet. They do so under “About you”.",
						),
					});
				return {
					recovery_key_id: id,
					custodian_id: person,
					identity_id: identity.id,
				};
			}),
		)
		.execute();
	await recordAll(
		tx,
		found.map(({ person }) => ({
			act: "name-custodian",
			about: person,
			subject: { kind: "recovery-key", id },
		})),
	);
	return { key: id, people: found.map(({ person }) => person) };
}

/** Switches the recovery key off for good: nothing can be opened any more, and what was wrapped for custodians is deleted. */
export async function endRecovery(tx: Tx): Promise<void> {
	const ended = await tx
		.updateTable("recovery_key")
		.set({ ended_at: sql<Date>`now()` })
		.where("ended_at", "is", null)
		.returning("id")
		.execute();
	if (ended.length === 0)
		throw new Conflict(t("There is no recovery key to switch off."));
	await recordAll(
		tx,
		ended.map(({ id }) => ({
			act: "end-recovery-key",
			subject: { kind: "recovery-key", id },
		})),
	);
	await actingAs(tx, "housekeeping", async () => {
		await tx.deleteFrom("recovery_copy").execute();
		await record(tx, { act: "delete-recovery-copies" });
	});
}

/** A custodian says that they see the same three as the others, signed in their browser. */
export async function acceptCustody(
	tx: Tx,
	person: string,
	{ key, by, signature }: NewAcceptance,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("recovery_custodian")
		.set({ signature, accepted_at: sql<Date>`now()` })
		.where("recovery_key_id", "=", key)
		.where("custodian_id", "=", person)
		.where("identity_id", "=", by)
		.where("accepted_at", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n || (await openRecoveryKey(tx))?.id !== key)
		throw changedMeanwhile();
	await record(tx, {
		act: "accept-custody",
		about: person,
		subject: { kind: "recovery-key", id: key },
	});
}

async function findThree(tx: Tx, named: NamedCustodians) {
	const found: { readonly field: string; readonly person: string }[] = [];
	const problems: Record<string, string> = {};
	for (const [field, typed] of Object.entries(named)) {
		const person = await findPersonByAddress(tx, typed);
		if (person === undefined)
			problems[field] = t(
				"Nobody in the directory has this address or number.",
			);
		else if (found.some((each) => each.person === person.id))
			problems[field] = t("This person is named above already.");
		else if (await isAdministrator(tx, person.id))
			problems[field] = t(
				"Somebody who administers the installation cannot be a custodian: the wait is the server’s, and they run the server.",
			);
		else found.push({ field, person: person.id });
	}
	if (Object.keys(problems).length > 0) throw new Invalid(problems);
	return found;
}

async function isAdministrator(tx: Tx, person: string): Promise<boolean> {
	const held = await tx
		.selectFrom("office")
		.select("id")
		.where("person_id", "=", person)
		.where("office", "=", "administrator")
		.where(
			sql<boolean>`from_at <= now() and (until_at is null or until_at > now())`,
		)
		.executeTakeFirst();
	return held !== undefined;
}

export function changedMeanwhile(): Conflict {
	return new Conflict(
		t(
			"Somebody else was quicker. Look at how things stand now, then try again.",
		),
	);
}

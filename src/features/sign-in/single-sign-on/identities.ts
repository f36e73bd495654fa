import { sql } from "kysely";
import { actingAs } from "../../../platform/database/acting.ts";
import {
	actAs,
	type Db,
	type Tx,
} from "../../../platform/database/database.ts";
import type { ProvedIdentity } from "../../../platform/identity-provider/identity-provider.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { useLinkByHash } from "../commands.ts";

export type LinkedBy = "person" | "invitation" | "employee-number";

export type OwnIdentity = {
	readonly issuer: string;
	readonly linkedAt: Date;
	readonly usedAt: Date | null;
};

export function ownIdentity(
	db: Db,
	person: string,
	issuer: string,
): Promise<OwnIdentity | undefined> {
	return db
		.selectFrom("identity")
		.select(["issuer", "linked_at as linkedAt", "used_at as usedAt"])
		.where("person_id", "=", person)
		.where("issuer", "=", issuer)
		.executeTakeFirst();
}

/** Whose identity this is, by issuer and subject and nothing else; notes that it was used. */
export async function recogniseIdentity(
	tx: Tx,
	{ issuer, subject }: ProvedIdentity,
): Promise<string | undefined> {
	await actAs(tx, { kind: "process", process: "sign-in" });
	const known = await tx
		.selectFrom("identity")
		.innerJoin("person", "person.id", "identity.person_id")
		.select(["identity.id", "identity.person_id"])
		.where("issuer", "=", issuer)
		.where("subject", "=", subject)
		.where("person.left_on", "is", null)
		.executeTakeFirst();
	if (known === undefined) return undefined;
	await tx
		.updateTable("identity")
		.set({ used_at: sql<Date>`now()` })
		.where("id", "=", known.id)
		.execute();
	return known.person_id;
}

/** Links an identity to a person. False where either of them is linked already. */
export async function linkIdentity(
	tx: Tx,
	person: string,
	{
		identity: { issuer, subject },
		by,
	}: { readonly identity: ProvedIdentity; readonly by: LinkedBy },
): Promise<boolean> {
	const linked = await tx
		.insertInto("identity")
		.values({ person_id: person, issuer, subject, linked_by: by })
		.onConflict((conflict) => conflict.doNothing())
		.returning("id")
		.executeTakeFirst();
	if (linked === undefined) return false;
	await record(tx, {
		act: "link-identity",
		about: person,
		subject: { kind: "identity", id: linked.id },
		detail: { by },
	});
	return true;
}

export async function unlinkIdentity(
	tx: Tx,
	person: string,
	issuer: string,
): Promise<void> {
	const unlinked = await tx
		.deleteFrom("identity")
		.where("person_id", "=", person)
		.where("issuer", "=", issuer)
		.returning("id")
		.executeTakeFirst();
	if (unlinked === undefined) throw new NotFound();
	await record(tx, {
		act: "unlink-identity",
		about: person,
		subject: { kind: "identity", id: unlinked.id },
	});
}

/** The person to whom HR gave this number, linked at their first visit. Undefined where nobody has it or the person is linked otherwise. */
export async function linkByEmployeeNumber(
	tx: Tx,
	identity: ProvedIdentity,
): Promise<string | undefined> {
	const number = identity.employeeNumber;
	if (number === undefined || number === "") return undefined;
	const found = await actingAs(tx, "single-sign-on", () =>
		tx
			.selectFrom("employment")
			.innerJoin("person", "person.id", "employment.person_id")
			.select("person.id")
			.where("employment.employee_number", "=", number)
			.where("person.left_on", "is", null)
			.executeTakeFirst(),
	);
	if (found === undefined) return undefined;
	await actAs(tx, { kind: "process", process: "sign-in" });
	const isLinked = await linkIdentity(tx, found.id, {
		identity,
		by: "employee-number",
	});
	return isLinked ? found.id : undefined;
}

/** An invitation links anew: whoever made it vouches for who opens it, also where the provider has given someone a new subject. */
export async function linkByInvitation(
	tx: Tx,
	link: Buffer,
	identity: ProvedIdentity,
): Promise<string | undefined> {
	const person = await useLinkByHash(tx, link);
	await tx
		.deleteFrom("identity")
		.where("person_id", "=", person)
		.where("issuer", "=", identity.issuer)
		.execute();
	const isLinked = await linkIdentity(tx, person, {
		identity,
		by: "invitation",
	});
	return isLinked ? person : undefined;
}

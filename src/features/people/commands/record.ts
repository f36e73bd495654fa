import { sql } from "kysely";
import type { CustomValue } from "../../../domain/people/custom-field.ts";
import { searchTextOf } from "../../../domain/people/fold.ts";
import { actAs, type Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { readCustom } from "../custom-input.ts";
import type { RecordInput } from "../forms/record.ts";
import type { LeavingReaction } from "../leaving.ts";
import { refuseStale } from "../mark.ts";
import { customFields, employmentOf } from "../queries/employment.ts";
import {
	findByAddressOrNumber,
	isAbove,
	recordFacts,
} from "../queries/record.ts";

/** Replaces what HR says about a person. */
export async function changeRecord(
	tx: Tx,
	id: string,
	{ person, manager, employment, custom, seen }: RecordInput,
): Promise<void> {
	await lockPerson(tx, id);
	refuseStale(await recordFacts(tx, id), seen);
	await refuseTaken(tx, id, {
		email: person.email,
		number: employment.employee_number,
	});
	await tx
		.updateTable("person")
		.set({
			...person,
			manager_id: await readManager(tx, id, manager),
			search_text: searchTextOf({
				firstName: person.first_name,
				lastName: person.last_name,
				jobTitle: person.job_title,
				function: person.function,
				unit: person.unit,
			}),
		})
		.where("id", "=", id)
		.execute();
	const row = {
		...employment,
		custom: JSON.stringify(await readCustomFields(tx, id, custom)),
	};
	await tx
		.insertInto("employment")
		.values({ person_id: id, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
	await record(tx, { act: "change-record", about: id });
}

/** Someone has left: they are signed out at once, their links are dead, and what other parts of Baton do about it is done. */
export async function markAsLeft(
	tx: Tx,
	id: string,
	{
		on,
		by,
		reactions,
	}: {
		readonly on: string;
		readonly by: string;
		readonly reactions: readonly LeavingReaction[];
	},
): Promise<void> {
	await lockPerson(tx, id);
	if (id === by)
		throw new Conflict(
			t("You cannot mark yourself as left. Ask a colleague to do it."),
		);
	const { numUpdatedRows } = await tx
		.updateTable("person")
		.set({ left_on: on })
		.where("id", "=", id)
		.where("left_on", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n)
		throw new Conflict(t("This person is already marked as left."));
	await refuseLastAdministrator(tx, id);
	await actAs(tx, { kind: "process", process: "sign-in" });
	await tx.deleteFrom("sign_in").where("person_id", "=", id).execute();
	await tx
		.deleteFrom("sign_in_link")
		.where("person_id", "=", id)
		.where("used_at", "is", null)
		.execute();
	await actAs(tx, { kind: "person", person: by });
	for (const { left } of reactions) await left(tx, id);
	await record(tx, { act: "mark-as-left", about: id, detail: { on } });
}

/** It was a mistake, or they are back. */
export async function takeBackLeaving(
	tx: Tx,
	id: string,
	reactions: readonly LeavingReaction[],
): Promise<void> {
	await lockPerson(tx, id);
	const { numUpdatedRows } = await tx
		.updateTable("person")
		.set({ left_on: null })
		.where("id", "=", id)
		.where("left_on", "is not", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n)
		throw new Conflict(t("This person is not marked as left."));
	for (const { returned } of reactions) await returned(tx, id);
	await record(tx, { act: "take-back-leaving", about: id });
}

async function lockPerson(tx: Tx, id: string): Promise<void> {
	await tx
		.selectFrom("person")
		.select("id")
		.where("id", "=", id)
		.forUpdate()
		.execute();
}

async function refuseTaken(
	tx: Tx,
	id: string,
	{ email, number }: { readonly email: string; readonly number: string | null },
): Promise<void> {
	const sameAddress = await tx
		.selectFrom("person")
		.select("id")
		.where(sql<string>`lower(email)`, "=", email.toLowerCase())
		.where("id", "!=", id)
		.executeTakeFirst();
	const sameNumber =
		number === null
			? undefined
			: await tx
					.selectFrom("employment")
					.select("person_id")
					.where("employee_number", "=", number)
					.where("person_id", "!=", id)
					.executeTakeFirst();
	if (sameAddress !== undefined)
		throw new Invalid({ email: t("Someone else has this address.") });
	if (sameNumber !== undefined)
		throw new Invalid({
			"employee-number": t("Someone else has this employee number."),
		});
}

async function readManager(
	tx: Tx,
	id: string,
	typed: string,
): Promise<string | null> {
	if (typed === "") return null;
	const manager = await findByAddressOrNumber(tx, typed);
	if (manager === undefined)
		throw new Invalid({
			manager: t("Nobody in the directory has this address or number."),
		});
	if (manager.id === id || (await isAbove(tx, id, manager.id)))
		throw new Invalid({
			manager: t(
				"That would make a circle: this person is above the manager named.",
			),
		});
	return manager.id;
}

async function readCustomFields(
	tx: Tx,
	id: string,
	typed: ReadonlyMap<string, readonly string[]>,
): Promise<Record<string, CustomValue>> {
	const values: Record<string, CustomValue> = {
		...(await employmentOf(tx, id)).custom,
	};
	for (const field of await customFields(tx)) {
		if (field.isSensitive) continue;
		const reading = readCustom(field, typed.get(field.key) ?? []);
		if (!reading.ok)
			throw new Invalid({ [`custom-${field.key}`]: reading.message });
		delete values[field.key];
		if (reading.value !== null) values[field.key] = reading.value;
	}
	return values;
}

// Nobody could grant the office again.
async function refuseLastAdministrator(tx: Tx, id: string): Promise<void> {
	const administrators = await tx
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select(["office.person_id", "person.left_on"])
		.where("office.office", "=", "administrator")
		.where((office) =>
			office.or([
				office("office.until_at", "is", null),
				office("office.until_at", ">", sql<Date>`now()`),
			]),
		)
		.execute();
	const isOne = administrators.some(({ person_id }) => person_id === id);
	const others = administrators.filter(({ left_on }) => left_on === null);
	if (isOne && others.length === 0)
		throw new Conflict(
			t(
				"This is the last administrator. Make someone else administrator first.",
			),
		);
}

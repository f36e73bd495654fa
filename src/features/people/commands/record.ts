import { sql } from "kysely";
import type { CustomValue } from "../../../domain/people/custom-field.ts";
import { searchTextOf } from "../../../domain/people/fold.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { peopleChanged } from "../changed.ts";
import { readCustom } from "../custom-input.ts";
import type { RecordInput } from "../forms/record.ts";
import { refuseStale } from "../mark.ts";
import { customFields, employmentOf } from "../queries/employment.ts";
import {
	findByAddressOrNumber,
	isAbove,
	recordFacts,
} from "../queries/record.ts";
import { lockPerson } from "./lock-person.ts";

/** Replaces what HR says about a person. */
export async function changeRecord(
	tx: Tx,
	id: string,
	input: RecordInput,
): Promise<void> {
	await lockPerson(tx, id);
	refuseStale(await recordFacts(tx, id), input.seen);
	const { person, employment } = await readRecord(tx, id, input);
	await tx.updateTable("person").set(person).where("id", "=", id).execute();
	await tx
		.insertInto("employment")
		.values({ person_id: id, ...employment })
		.onConflict((conflict) =>
			conflict.column("person_id").doUpdateSet(employment),
		)
		.execute();
	await peopleChanged(tx);
	await record(tx, { act: "change-record", about: id });
}

/** Takes someone into the directory; returns their id. */
export async function addToDirectory(
	tx: Tx,
	input: RecordInput,
): Promise<string> {
	const { person, employment } = await readRecord(tx, null, input);
	// Somebody may have taken the address or the number since it was looked up.
	const added = await tx
		.insertInto("person")
		.values(person)
		.onConflict((conflict) => conflict.doNothing())
		.returning("id")
		.executeTakeFirst();
	if (added === undefined) throw new Invalid({ email: addressTaken() });
	const employed = await tx
		.insertInto("employment")
		.values({ person_id: added.id, ...employment })
		.onConflict((conflict) => conflict.doNothing())
		.returning("person_id")
		.executeTakeFirst();
	if (employed === undefined)
		throw new Invalid({ "employee-number": numberTaken() });
	await record(tx, { act: "add-person", about: added.id });
	return added.id;
}

/** The rows a form asks for; `id` is null for someone new. */
async function readRecord(
	tx: Tx,
	id: string | null,
	{ person, manager, employment, custom }: RecordInput,
) {
	await refuseTaken(tx, id, {
		email: person.email,
		number: employment.employee_number,
	});
	return {
		person: {
			...person,
			manager_id: await readManager(tx, id, manager),
			search_text: searchTextOf({
				firstName: person.first_name,
				lastName: person.last_name,
				jobTitle: person.job_title,
				function: person.function,
				unit: person.unit,
			}),
		},
		employment: {
			...employment,
			custom: JSON.stringify(await readCustomFields(tx, id, custom)),
		},
	};
}

async function refuseTaken(
	tx: Tx,
	id: string | null,
	{ email, number }: { readonly email: string; readonly number: string | null },
): Promise<void> {
	const sameAddress = await tx
		.selectFrom("person")
		.select("id")
		.where(sql<string>`lower(email)`, "=", email.toLowerCase())
		.where("id", "is distinct from", id)
		.executeTakeFirst();
	const sameNumber =
		number === null
			? undefined
			: await tx
					.selectFrom("employment")
					.select("person_id")
					.where("employee_number", "=", number)
					.where("person_id", "is distinct from", id)
					.executeTakeFirst();
	if (sameAddress !== undefined) throw new Invalid({ email: addressTaken() });
	if (sameNumber !== undefined)
		throw new Invalid({ "employee-number": numberTaken() });
}

function addressTaken(): string {
	return t("Someone else has this address.");
}

function numberTaken(): string {
	return t("Someone else has this employee number.");
}

async function readManager(
	tx: Tx,
	id: string | null,
	typed: string,
): Promise<string | null> {
	if (typed === "") return null;
	const manager = await findByAddressOrNumber(tx, typed);
	if (manager === undefined)
		throw new Invalid({
			manager: t("Nobody in the directory has this address or number."),
		});
	const isCircle =
		id !== null && (manager.id === id || (await isAbove(tx, id, manager.id)));
	if (isCircle)
		throw new Invalid({
			manager: t(
				"That would make a circle: this person is above the manager named.",
			),
		});
	return manager.id;
}

async function readCustomFields(
	tx: Tx,
	id: string | null,
	typed: ReadonlyMap<string, readonly string[]>,
): Promise<Record<string, CustomValue>> {
	const before = id === null ? {} : (await employmentOf(tx, id)).custom;
	const values: Record<string, CustomValue> = { ...before };
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

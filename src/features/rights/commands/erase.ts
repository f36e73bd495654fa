import { sql } from "kysely";
import { namedInDetail } from "../../../domain/journal/entry.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { personal } from "../../../platform/database/register/register.ts";
import { record } from "../../../platform/journal/journal.ts";
import { asLocale, inLocale } from "../../../platform/locale/locale.ts";
import { t } from "../../../ui/text.ts";
import { childrenFirst } from "./delete-order.ts";
import { forgetMentions } from "./mentions.ts";

/**
 * Deletes everything about a person, in one transaction of the process `erasure`, as the register says table by table. What also belongs to
 * others keeps an empty place, "a former colleague". Done twice it changes nothing more. Returns false while entries of the journal about
 * the person still wait to be sealed: their hashes must stand before the name goes.
 */
export async function erasePerson(
	tx: Tx,
	person: string,
	request: string | null,
): Promise<boolean> {
	const known = await tx
		.selectFrom("person")
		.select(["first_name", "last_name", "email", "search_text", "erased_at"])
		.where("id", "=", person)
		.forUpdate()
		.executeTakeFirst();
	if (known === undefined) return true;
	if (await hasUnsealed(tx, person)) return false;
	const number = await employeeNumber(tx, person);
	await deleteRows(tx, person);
	await emptyProposals(tx, person);
	await forgetMentions(tx, {
		id: person,
		name: `${known.first_name} ${known.last_name}`.trim(),
		email: known.email,
		number,
		words: known.search_text.split(" ").filter(Boolean),
		isErased: known.erased_at !== null,
	});
	if (known.erased_at === null) await emptyPerson(tx, person);
	await forgetInJournal(tx, person, request);
	await tx
		.updateTable("erasure_request")
		.set({ carried_out_at: sql<Date>`now()` })
		.where("person_id", "=", person)
		.where("outcome", "=", "confirmed")
		.where("carried_out_at", "is", null)
		.execute();
	return true;
}

async function hasUnsealed(tx: Tx, person: string): Promise<boolean> {
	const waiting = await tx
		.selectFrom("journal")
		.innerJoin("journal_waiting", "journal_waiting.entry_id", "journal.id")
		.select("journal.id")
		.where((entry) =>
			entry.or([
				entry("journal.person_id", "=", person),
				entry("journal.about_person_id", "=", person),
				sql<boolean>`detail::text like ${`%${person}%`}`,
			]),
		)
		.limit(1)
		.executeTakeFirst();
	return waiting !== undefined;
}

async function employeeNumber(tx: Tx, person: string): Promise<string | null> {
	const row = await tx
		.selectFrom("employment")
		.select("employee_number")
		.where("person_id", "=", person)
		.executeTakeFirst();
	return row?.employee_number ?? null;
}

async function deleteRows(tx: Tx, person: string): Promise<void> {
	const going = personal.filter(({ erasure }) => erasure === "delete");
	const order = await childrenFirst(
		tx,
		going.map(({ table }) => table),
	);
	for (const table of order) {
		const { whose } = going.find((row) => row.table === table) ?? { whose: [] };
		const isTheirs = sql.join(
			whose.map((column) => sql`${sql.ref(column)} = ${person}`),
			sql` or `,
		);
		await sql`delete from ${sql.table(table)} where ${isTheirs}`.execute(tx);
	}
}

// A proposal that became a relationship is part of the other's history; what it was computed from is not.
async function emptyProposals(tx: Tx, person: string): Promise<void> {
	await sql`
		delete from proposal where ${person} in (mentee_id, mentor_id)
			and not exists (select from relationship where relationship.proposal_id = proposal.id)
	`.execute(tx);
	await sql`
		update proposal set parts = '[]', alternatives = '[]', loss = null, moves = null, mentors_before = null
		where ${person} in (mentee_id, mentor_id)
	`.execute(tx);
}

async function emptyPerson(tx: Tx, person: string): Promise<void> {
	const organisation = await tx
		.selectFrom("organisation")
		.select("locale")
		.executeTakeFirst();
	const place = inLocale(asLocale(organisation?.locale) ?? "en", () =>
		t("Former colleague"),
	);
	await tx
		.updateTable("person")
		.set({
			first_name: "",
			last_name: place,
			email: `${person}@erased.invalid`,
			job_title: null,
			unit: null,
			function: null,
			discipline: null,
			location: null,
			time_zone: null,
			languages: [],
			locale: null,
			manager_id: null,
			search_text: "",
			left_on: sql<string>`coalesce(left_on, current_date)`,
			erased_at: sql<Date>`now()`,
		})
		.where("id", "=", person)
		.execute();
	await tx
		.updateTable("person")
		.set({ manager_id: null })
		.where("manager_id", "=", person)
		.execute();
}

/** Takes the name out of the entries. The pseudonym stays and names nobody; that it was taken out is an entry itself. */
async function forgetInJournal(
	tx: Tx,
	person: string,
	request: string | null,
): Promise<void> {
	const found = await tx
		.selectFrom("journal_pseudonym")
		.select("pseudonym")
		.where("person_id", "=", person)
		.executeTakeFirst();
	if (found === undefined) return;
	const { pseudonym } = found;
	await sql`
		update journal set detail = replace(detail::text, ${person}, ${namedInDetail(pseudonym)})::jsonb
		where detail::text like ${`%${person}%`}
	`.execute(tx);
	await sql`update journal set person_id = null where person_id = ${person}`.execute(
		tx,
	);
	await sql`update journal set about_person_id = null where about_person_id = ${person}`.execute(
		tx,
	);
	await tx
		.updateTable("journal_pseudonym")
		.set({ person_id: null, salt: null })
		.where("person_id", "=", person)
		.execute();
	await record(tx, {
		act: "erase-person",
		detail: { pseudonym },
		...(request !== null && {
			subject: { kind: "erasure-request", id: request },
		}),
	});
}

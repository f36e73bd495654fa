import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import type { Waiting } from "../today/queries.ts";
import { troubleOf, troublesOfOthers } from "./queries.ts";

/** That mail to the visitor comes back: nobody else could tell them. And for whoever keeps the records, to how many people. */
export async function waitingForMail(
	db: Db,
	visitor: Visitor,
): Promise<readonly Waiting[]> {
	return [
		...(await ownTrouble(db, visitor)),
		...(await othersTrouble(db, visitor)),
	];
}

async function othersTrouble(
	db: Db,
	{ id, offices }: Visitor,
): Promise<readonly Waiting[]> {
	if (!offices.some(({ office }) => office === "administrator")) return [];
	const count = await troublesOfOthers(db, id);
	return count === 0
		? []
		: [
				{
					title: t(
						"{count, plural, one {Mail to one person comes} other {Mail to # people comes}} back",
						{ count },
					),
					inMail: true,
					detail: t("Correct their addresses, or say that they work again."),
					href: "/administration/outbox",
					label: t("See whose"),
					minutes: count,
				},
			];
}

async function ownTrouble(
	db: Db,
	{ id }: Visitor,
): Promise<readonly Waiting[]> {
	const trouble = await troubleOf(db, id);
	return trouble === undefined
		? []
		: [
				{
					title: t("Mail to you comes back"),
					detail: t("Nothing more is sent to {address}.", {
						address: trouble.address,
					}),
					href: "/me/mail",
					label: t("See what to do"),
					minutes: 1,
				},
			];
}

/** Whose mail comes back. */
export async function perhapsForMail(
	db: Db,
	people: readonly Visitor[],
): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom("mail_trouble")
		.select("person_id as person")
		.where(
			sql<boolean>`person_id = any (${people.map(({ id }) => id)}::uuid[])`,
		)
		.execute();
	return new Set(rows.map(({ person }) => person));
}

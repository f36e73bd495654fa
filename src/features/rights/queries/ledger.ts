import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { actsOnRecord } from "../../people/queries/own.ts";

export type LedgerEntry = {
	readonly id: string;
	readonly at: Date;
	readonly act: string;
	readonly process: string | null;
	readonly detail: unknown;
	readonly actor: string | null;
	readonly program: string | null;
};

/** What others opened, took out or changed about a person, latest first: one page of it. */
export async function ledgerOf(
	db: Db,
	me: string,
	{ offset, pageSize }: { readonly offset: number; readonly pageSize: number },
): Promise<readonly LedgerEntry[]> {
	return entriesAbout(db, me)
		.leftJoin("person", "person.id", "journal.person_id")
		.leftJoin("enrolment", "enrolment.id", "journal.subject_id")
		.leftJoin("program", (join) =>
			join.on(
				sql<boolean>`program.id in (enrolment.program_id, journal.subject_id)`,
			),
		)
		.select([
			"journal.id",
			"journal.at",
			"journal.act",
			"journal.process",
			"journal.detail",
			sql<
				string | null
			>`nullif(concat_ws(' ', person.first_name, person.last_name), '')`.as(
				"actor",
			),
			"program.name as program",
		])
		.orderBy("journal.id", "desc")
		.limit(pageSize)
		.offset(offset)
		.execute();
}

export async function ledgerLength(db: Db, me: string): Promise<number> {
	const { entries } = await entriesAbout(db, me)
		.select(({ fn }) => fn.countAll<string>().as("entries"))
		.executeTakeFirstOrThrow();
	return Number(entries);
}

function entriesAbout(db: Db, me: string) {
	return db
		.selectFrom("journal")
		.where("journal.about_person_id", "=", me)
		.where((entry) =>
			entry.or([
				entry("journal.act", "like", "read-%"),
				entry("journal.act", "like", "export-%"),
				entry("journal.act", "like", "answer-%"),
				entry("journal.act", "in", actsOnRecord),
			]),
		)
		.where(sql<boolean>`journal.person_id is distinct from ${me}::uuid`);
}

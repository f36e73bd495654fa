import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "../../../platform/database/database.ts";
import { readCharter } from "../charter-text.ts";

export type ProgramStatus = "draft" | "open" | "running" | "closed";

export type Program = NonNullable<Awaited<ReturnType<typeof findProgram>>>;

/** A program with its current charter. The table has no rows that anyone may not see: who sees the page is decided in standing.ts. */
export async function findProgram(db: Db, id: string) {
	const row = await db
		.selectFrom("program")
		.innerJoin("charter", "charter.program_id", "program.id")
		.leftJoin("person as author", "author.id", "charter.written_by")
		.select([
			"program.id",
			"program.name",
			"program.template",
			"program.status",
			"program.takes_applications as takesApplications",
			"program.takes_nominations as takesNominations",
			"program.mentee_places as menteePlaces",
			"charter.version as charterVersion",
			"charter.body",
			"charter.written_at as charterAt",
			"author.first_name as authorFirst",
			"author.last_name as authorLast",
		])
		.where("program.id", "=", id)
		.orderBy("charter.version", "desc")
		.limit(1)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const { body, authorFirst, authorLast, ...program } = row;
	return {
		...program,
		charter: readCharter(body),
		charterBy: nameOf(authorFirst, authorLast),
	};
}

/** Every version of a charter, latest first. */
export async function charterVersions(db: Db, program: string) {
	const rows = await db
		.selectFrom("charter")
		.leftJoin("person", "person.id", "charter.written_by")
		.select([
			"charter.version",
			"charter.body",
			"charter.written_at as at",
			"person.first_name",
			"person.last_name",
		])
		.where("program_id", "=", program)
		.orderBy("version", "desc")
		.execute();
	return rows.map(({ version, body, at, first_name, last_name }) => ({
		version,
		at,
		charter: readCharter(body),
		by: nameOf(first_name, last_name),
	}));
}

export type ListedProgram = Awaited<ReturnType<typeof allPrograms>>[number];

/** All programs, those that are going on first. Enrolments are counted as far as the visitor may see them. */
export function allPrograms(db: Db) {
	return db
		.selectFrom("program")
		.select((program) => [
			"program.id",
			"program.name",
			"program.status",
			"program.template",
			"program.takes_applications as takesApplications",
			"program.takes_nominations as takesNominations",
			"program.created_at as createdAt",
			jsonArrayFrom(
				program
					.selectFrom("enrolment")
					.select((enrolment) => [
						"enrolment.side",
						enrolment.fn.countAll<number>().as("people"),
					])
					.whereRef("enrolment.program_id", "=", "program.id")
					.where("enrolment.status", "=", "enrolled")
					.groupBy("enrolment.side"),
			).as("enrolled"),
		])
		.orderBy(
			sql`array_position(array['running', 'open', 'draft', 'closed'], status)`,
		)
		.orderBy("program.created_at", "desc")
		.execute();
}

/** The pairing of a program as far as its own pages speak of it. */
export async function latestRound(db: Db, program: string) {
	return db
		.selectFrom("round")
		.select(["id", "number", "status", "published_at as publishedAt"])
		.where("program_id", "=", program)
		.orderBy("number", "desc")
		.limit(1)
		.executeTakeFirst();
}

/** Whether pairs were ever published: from then on whoever comes is late, and places are counted by the mentors' free ones. */
export async function isPaired(db: Db, program: string): Promise<boolean> {
	const row = await db
		.selectFrom("round")
		.select("id")
		.where("program_id", "=", program)
		.where("published_at", "is not", null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** The people who run a program, for "ask" and for audience labels. */
export async function managersOf(db: Db, program: string): Promise<string[]> {
	const rows = await db
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select(["person.first_name", "person.last_name"])
		.distinct()
		.where("office.office", "=", "program-manager")
		.where("person.left_on", "is", null)
		.where("office.from_at", "<=", sql<Date>`now()`)
		.where((office) =>
			office.and([
				office.or([
					office("office.until_at", "is", null),
					office("office.until_at", ">", sql<Date>`now()`),
				]),
				office.or([
					office("office.program_id", "is", null),
					office("office.program_id", "=", program),
				]),
			]),
		)
		.orderBy("person.last_name")
		.limit(5)
		.execute();
	return rows.map((row) => nameOf(row.first_name, row.last_name) ?? "");
}

export function findOrganisation(db: Db) {
	return db
		.selectFrom("organisation")
		.select(["name", "locale"])
		.executeTakeFirst();
}

export function nameOf(
	first: string | null,
	last: string | null,
): string | undefined {
	return `${first ?? ""} ${last ?? ""}`.trim() || undefined;
}

import {
	type Expression,
	type ExpressionBuilder,
	sql,
	type SqlBool,
} from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "../../../platform/database/database.ts";
import type { Schema } from "../../../platform/database/schema.ts";
import type { TableState } from "../../../ui/table-state.ts";
import { type NamedCompetency, readSearch, type Search } from "./search.ts";

export type DirectoryKey = "match" | "name" | "function" | "location";

export type Directory = {
	readonly people: readonly DirectoryPerson[];
	readonly total: number;
	/** Competencies the search or the filter speaks of: what each person offers in them is shown. */
	readonly competencies: readonly NamedCompetency[];
	/** Nobody is spelt exactly as asked; these come close. */
	readonly isGuess: boolean;
};

export type DirectoryPerson = Awaited<
	ReturnType<typeof findPage>
>["people"][number];

/** One page of the directory. Leavers are left out unless asked for. */
export async function directory(
	db: Db,
	state: TableState<DirectoryKey>,
	catalogue: readonly NamedCompetency[],
): Promise<Directory> {
	const search = await readSearch(db, state.search, catalogue);
	const chosen = catalogue.filter(
		({ id }) => id === state.filters["competency"],
	);
	const competencies = chosen.length > 0 ? chosen : search.competencies;
	const page = await findPage(db, state, {
		search,
		chosen: chosen.map(({ id }) => id),
		shown: competencies.map(({ id }) => id),
	});
	return { ...page, competencies, isGuess: search.isGuess };
}

/** The functions and locations there are, for the filters. */
export async function directoryChoices(db: Db) {
	const { rows } = await sql<{
		readonly function: string | null;
		readonly location: string | null;
	}>`select function, location from person where left_on is null group by grouping sets ((function), (location))`.execute(
		db,
	);
	const texts = (pick: (row: (typeof rows)[number]) => string | null) =>
		rows
			.flatMap((row) => pick(row) ?? [])
			.toSorted((one, other) => one.localeCompare(other));
	return {
		functions: texts((row) => row.function),
		locations: texts((row) => row.location),
	};
}

type Asked = {
	readonly search: Search;
	/** The competency filter, if it names one there is. */
	readonly chosen: readonly string[];
	/** Of which competencies to show the offers. */
	readonly shown: readonly string[];
};

async function findPage(db: Db, state: TableState<DirectoryKey>, asked: Asked) {
	const { shown } = asked;
	const rows = await db
		.selectFrom("person")
		.select((row) => [
			"person.id",
			"person.first_name",
			"person.last_name",
			"person.job_title",
			"person.function",
			"person.unit",
			"person.location",
			"person.left_on",
			shown.length === 0
				? sql<{ competency: string; level: number }[]>`'[]'::json`.as("offers")
				: jsonArrayFrom(
						row
							.selectFrom("offer")
							.select(["offer.competency_id as competency", "offer.level"])
							.whereRef("offer.person_id", "=", "person.id")
							.where("offer.competency_id", "in", shown)
							.orderBy("offer.level", "desc"),
					).as("offers"),
		])
		.where((person) => wanted(person, state, asked))
		.orderBy(order(state, asked.search))
		.orderBy("person.sort_name")
		.orderBy("person.id")
		.limit(state.pageSize)
		.offset(state.offset)
		.execute();
	const counted = await db
		.selectFrom("person")
		.select(sql<number>`count(*)::integer`.as("total"))
		.where((person) => wanted(person, state, asked))
		.executeTakeFirst();
	return { people: rows, total: counted?.total ?? 0 };
}

type Builder = ExpressionBuilder<Schema, "person">;

function wanted(
	person: Builder,
	state: TableState<DirectoryKey>,
	{ search, chosen }: Asked,
): Expression<SqlBool> {
	const { filters } = state;
	const conditions: Expression<SqlBool>[] = [];
	if (filters["leavers"] !== "shown")
		conditions.push(person("person.left_on", "is", null));
	if (filters["function"] !== undefined)
		conditions.push(person("person.function", "=", filters["function"]));
	if (filters["location"] !== undefined)
		conditions.push(person("person.location", "=", filters["location"]));
	if (filters["competency"] !== undefined)
		conditions.push(offersOneOf(person, chosen));
	if (state.search !== "")
		conditions.push(person.or([spelt(person, search), close(person, search)]));
	return person.and(conditions);
}

// Every word must be somewhere: in the text, or in the name of a competency the person offers.
function spelt(person: Builder, { words }: Search): Expression<SqlBool> {
	if (words.length === 0) return sql<SqlBool>`false`;
	return person.and(
		words.map(({ word, competencies }) => {
			const inText = person("person.search_text", "like", `%${word}%`);
			return competencies.length === 0
				? inText
				: person.or([inText, offersOneOf(person, competencies)]);
		}),
	);
}

function close(person: Builder, { close: ids }: Search): Expression<SqlBool> {
	return ids.length === 0
		? sql<SqlBool>`false`
		: person("person.id", "in", [...ids]);
}

function offersOneOf(
	person: Builder,
	ids: readonly string[],
): Expression<SqlBool> {
	if (ids.length === 0) return sql<SqlBool>`false`;
	return person(
		"person.id",
		"in",
		person
			.selectFrom("offer")
			.select("offer.person_id")
			.where("offer.competency_id", "in", [...ids]),
	);
}

function order(state: TableState<DirectoryKey>, search: Search) {
	const down = state.sort.direction === "descending";
	switch (state.sort.key) {
		case "name":
			return down ? sql`sort_name desc` : sql`sort_name`;
		case "function":
			return down ? sql`function desc nulls last` : sql`function`;
		case "location":
			return down ? sql`location desc nulls last` : sql`location`;
		case "match":
			return bestFirst(search);
	}
}

// Names that begin as asked, then texts that hold every word, then offers, then what only comes close.
function bestFirst({ phrase, words, close: ids }: Search) {
	const texts = words.map(({ word }) => `%${word}%`);
	return sql`case
		when search_text like ${`${phrase}%`} then 0
		when search_text like ${`% ${phrase}%`} then 1
		when search_text like all (${texts}::text[]) then 2
		else 3 + coalesce(array_position(${[...ids]}::uuid[], person.id), 0)
	end`;
}

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
import type { NamedCompetency } from "./competency-names.ts";
import { readSearch, type Search } from "./search.ts";
import { isSought, spelt } from "./word-match.ts";

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
	const search = await readSearch(db, state.search, {
		catalogue,
		withLeavers: areLeaversShown(state),
	});
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
	return {
		functions: await distinct(db, "function"),
		locations: await distinct(db, "location"),
	};
}

/** From each value straight to the next in the index: a few hundred steps, however many people there are. */
async function distinct(
	db: Db,
	column: "function" | "location",
): Promise<readonly string[]> {
	const name = sql.ref(column);
	const { rows } = await sql<{ readonly value: string }>`
		with recursive step (value) as (
			(select ${name} from person where left_on is null and ${name} is not null order by ${name} limit 1)
			union all
			select (select ${name} from person where left_on is null and ${name} > step.value order by ${name} limit 1)
			from step where step.value is not null
		)
		select value from step where value is not null
	`.execute(db);
	return rows
		.map(({ value }) => value)
		.toSorted((one, other) => one.localeCompare(other));
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

function areLeaversShown({ filters }: TableState<DirectoryKey>): boolean {
	return filters["leavers"] === "shown";
}

type Builder = ExpressionBuilder<Schema, "person">;

function wanted(
	person: Builder,
	state: TableState<DirectoryKey>,
	{ search, chosen }: Asked,
): Expression<SqlBool> {
	const { filters } = state;
	const conditions: Expression<SqlBool>[] = [];
	conditions.push(isSought(areLeaversShown(state)));
	if (filters["function"] !== undefined)
		conditions.push(person("person.function", "=", filters["function"]));
	if (filters["location"] !== undefined)
		conditions.push(person("person.location", "=", filters["location"]));
	if (filters["competency"] !== undefined)
		conditions.push(offersOneOf(person, chosen));
	if (state.search !== "")
		conditions.push(
			search.close.length > 0
				? person("person.id", "in", [...search.close])
				: spelt(search.words),
		);
	return person.and(conditions);
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

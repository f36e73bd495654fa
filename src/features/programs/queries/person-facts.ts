import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { wholeYears } from "../../../domain/programs/eligibility.ts";
import { personFacts } from "../../../domain/programs/person-facts.ts";
import {
	conditionsOf,
	type FactKind,
	type FactKinds,
	type Facts,
	type FactValue,
	type Rule,
} from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";

/** The facts rules may speak about here: the fixed ones with this organisation's grades, and its own fields by their keys. */
export async function factKinds(db: Db): Promise<FactKinds> {
	const grades = await db
		.selectFrom("grade")
		.select("name")
		.orderBy("position")
		.execute();
	const fields = await db
		.selectFrom("custom_field")
		.select(["key", "kind", "scale"])
		.where("is_sensitive", "=", false)
		.execute();
	return personFacts(
		grades.map(({ name }) => name),
		Object.fromEntries(
			fields.map(({ key, kind, scale }) => [key, customKind(kind, scale)]),
		),
	);
}

function customKind(
	kind: "text" | "list" | "number" | "date" | "scale",
	scale: readonly string[],
): FactKind {
	return kind === "scale" ? { kind: "ordered", scale } : { kind };
}

export type FactsWanted = {
	/** YYYY-MM-DD */
	readonly today: string;
	/** Only these people; without it everyone who has not left. */
	readonly people?: readonly string[];
	/** Only what these facts need is read; without it everything. */
	readonly facts?: ReadonlySet<string>;
};

export type PersonFacts = ReadonlyMap<string, Facts>;

/** The facts a rule asks for, for `FactsWanted.facts`. */
export function factsIn(...rules: readonly Rule[]): Set<string> {
	return new Set(rules.flatMap(conditionsOf).map(({ fact }) => fact));
}

/**
 * What is known about people, by id, ordered by name. One statement a table, whatever their number. Must run as someone who may read
 * employment: a program manager, the person themself (for their own facts), or the process `pairing`. Sensitive facts, the style questionnaire,
 * wishes and blocks are not among these: see pairing-facts.ts.
 */
export async function loadPersonFacts(
	db: Db,
	wanted: FactsWanted,
): Promise<PersonFacts> {
	const wants = (...names: readonly string[]) =>
		wanted.facts === undefined || names.some((name) => wanted.facts?.has(name));
	const people = await directory(db, wanted.people);
	const profiles = wants("experience", "clients", "industries")
		? await profilesOf(db, wanted.people)
		: new Map<string, Facts>();
	const offers = wants("offers")
		? await levelsOf(db, "offer", wanted.people)
		: new Map<string, Record<string, number>>();
	const seeks = wants("seeks")
		? await levelsOf(db, "seek", wanted.people)
		: new Map<string, Record<string, number>>();
	const lineOf = wants("line") ? await managersAbove(db) : () => [];
	const offsets = utcOffsets(wanted.today);
	const today = Temporal.PlainDate.from(wanted.today);
	return new Map(
		people.map((person) => [
			person.id,
			{
				...customFacts(person.custom),
				id: person.id,
				name: `${person.first_name} ${person.last_name}`.trim(),
				unit: person.unit ?? undefined,
				function: person.function ?? undefined,
				discipline: person.discipline ?? undefined,
				grade: person.grade ?? undefined,
				location: person.location ?? undefined,
				"time zone": person.time_zone ?? undefined,
				"utc offset":
					person.time_zone === null ? undefined : offsets(person.time_zone),
				languages: person.languages,
				line: lineOf(person.id),
				"hire date": person.hire_date ?? undefined,
				"tenure years":
					person.hire_date === null
						? undefined
						: wholeYears(person.hire_date, today),
				...profiles.get(person.id),
				offers: offers.get(person.id) ?? {},
				seeks: seeks.get(person.id) ?? {},
			},
		]),
	);
}

function directory(db: Db, people: FactsWanted["people"]) {
	return db
		.selectFrom("person")
		.leftJoin("employment", "employment.person_id", "person.id")
		.select([
			"person.id",
			"person.first_name",
			"person.last_name",
			"person.unit",
			"person.function",
			"person.discipline",
			"person.location",
			"person.time_zone",
			"person.languages",
			"employment.grade",
			"employment.hire_date",
			"employment.custom",
		])
		.where("person.left_on", "is", null)
		.$if(people !== undefined, (query) =>
			query.where("person.id", "=", anyOf(people ?? [])),
		)
		.orderBy("person.last_name")
		.orderBy("person.first_name")
		.orderBy("person.id")
		.execute();
}

async function profilesOf(
	db: Db,
	people: FactsWanted["people"],
): Promise<Map<string, Facts>> {
	const rows = await db
		.selectFrom("profile")
		.select(["person_id", "experience", "clients", "industries"])
		.$if(people !== undefined, (query) =>
			query.where("person_id", "=", anyOf(people ?? [])),
		)
		.execute();
	return new Map(
		rows.map(({ person_id, experience, clients, industries }) => [
			person_id,
			{ experience: experience ?? undefined, clients, industries },
		]),
	);
}

/** Levels by the key of the competency, which stays what it is when a competency is renamed. */
async function levelsOf(
	db: Db,
	table: "offer" | "seek",
	people: FactsWanted["people"],
): Promise<Map<string, Record<string, number>>> {
	const rows = await db
		.selectFrom(table)
		.innerJoin("competency", "competency.id", "competency_id")
		.select(["person_id", "level", "competency.key"])
		.where("competency.retired_in", "is", null)
		.$if(people !== undefined, (query) =>
			query.where("person_id", "=", anyOf(people ?? [])),
		)
		.orderBy("competency.key")
		.execute();
	const levels = new Map<string, Record<string, number>>();
	for (const { person_id, key, level } of rows) {
		const own = levels.get(person_id) ?? {};
		own[key] = level;
		levels.set(person_id, own);
	}
	return levels;
}

/** Everyone above a person, nearest first; a loop in the records ends where it closes. */
async function managersAbove(db: Db): Promise<(person: string) => string[]> {
	const rows = await db
		.selectFrom("person")
		.select(["id", "manager_id"])
		.where("manager_id", "is not", null)
		.execute();
	const managers = new Map(rows.map(({ id, manager_id }) => [id, manager_id]));
	return (person) => {
		const line: string[] = [];
		let above = managers.get(person);
		while (above && above !== person && !line.includes(above)) {
			line.push(above);
			above = managers.get(above);
		}
		return line;
	};
}

/** One parameter for any number of people, where `in (…)` would take one for each. */
export function anyOf(ids: readonly string[]) {
	return sql<string>`any(${[...ids]}::uuid[])`;
}

/** Hours ahead of UTC at noon of a day; undefined for a zone nobody knows. */
function utcOffsets(today: string): (timeZone: string) => number | undefined {
	const noon = Temporal.Instant.from(`${today}T12:00:00Z`);
	const known = new Map<string, number | undefined>();
	return (timeZone) => {
		if (!known.has(timeZone)) known.set(timeZone, offsetAt(noon, timeZone));
		return known.get(timeZone);
	};
}

function offsetAt(
	instant: Temporal.Instant,
	timeZone: string,
): number | undefined {
	try {
		return (
			instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 3_600_000_000_000
		);
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function customFacts(custom: unknown): Facts {
	if (typeof custom !== "object" || custom === null) return {};
	return Object.fromEntries(
		Object.entries(custom).filter((entry): entry is [string, FactValue] =>
			isFactValue(entry[1]),
		),
	);
}

function isFactValue(value: unknown): value is FactValue {
	if (typeof value === "string" || typeof value === "number") return true;
	return (
		Array.isArray(value) && value.every((each) => typeof each === "string")
	);
}

import type { Db } from "../../../platform/database/database.ts";
import { currentLocale } from "../../../ui/text.ts";
import type { ValueWords } from "../rule-draft.ts";
import { type FactWords, factName } from "../rule-words.ts";

/** Names of facts and values, and the values that occur, for suggestions. */
export type Vocabulary = FactWords &
	ValueWords & {
		/** Own fields of the organisation that rules may speak about, by key. */
		readonly ownFacts: readonly string[];
		readonly suggestions: (fact: string) => readonly string[];
	};

export async function loadVocabulary(db: Db): Promise<Vocabulary> {
	const fields = await db
		.selectFrom("custom_field")
		.select(["key", "label"])
		.where("is_sensitive", "=", false)
		.orderBy("label")
		.execute();
	const competencies = await db
		.selectFrom("competency")
		.select(["key", "name"])
		.where("retired_in", "is", null)
		.orderBy("name")
		.execute();
	const occurring = await occurringValues(db);
	const labels = new Map(fields.map(({ key, label }) => [key, label]));
	const names = new Map(competencies.map(({ key, name }) => [key, name]));
	const keys = new Map(
		competencies.map(({ key, name }) => [name.toLowerCase(), key]),
	);
	const languages = new Intl.DisplayNames(currentLocale(), {
		type: "language",
		fallback: "none",
	});
	const languageCodes = new Map(
		(occurring.get("languages") ?? []).flatMap((code) => {
			const name = languageName(languages, code);
			return name === undefined ? [] : [[name.toLowerCase(), code] as const];
		}),
	);
	const isLevels = (fact: string) => fact === "offers" || fact === "seeks";
	const toWord = (fact: string, key: string) => {
		if (isLevels(fact)) return names.get(key) ?? key;
		return fact === "languages" ? (languageName(languages, key) ?? key) : key;
	};
	return {
		name: (fact) => factName(fact) ?? labels.get(fact) ?? fact,
		value: toWord,
		toWord,
		toKey: (fact, word) => {
			if (isLevels(fact)) return keys.get(word.toLowerCase()) ?? word;
			return fact === "languages"
				? (languageCodes.get(word.toLowerCase()) ?? word)
				: word;
		},
		ownFacts: fields.map(({ key }) => key),
		suggestions: (fact) =>
			isLevels(fact)
				? competencies.map(({ name }) => name)
				: (occurring.get(fact) ?? []).map((value) => toWord(fact, value)),
	};
}

function languageName(
	names: Intl.DisplayNames,
	code: string,
): string | undefined {
	try {
		return names.of(code);
	} catch {
		return undefined;
	}
}

const mostSuggestions = 200;

async function occurringValues(
	db: Db,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const values = new Map<string, readonly string[]>();
	for (const [fact, column] of [
		["unit", "unit"],
		["function", "function"],
		["discipline", "discipline"],
		["location", "location"],
		["time zone", "time_zone"],
	] as const) {
		const rows = await db
			.selectFrom("person")
			.select(`${column} as value`)
			.distinct()
			.where(column, "is not", null)
			.where("left_on", "is", null)
			.orderBy("value")
			.limit(mostSuggestions)
			.execute();
		values.set(
			fact,
			rows.flatMap(({ value }) => value ?? []),
		);
	}
	const grades = await db
		.selectFrom("grade")
		.select("name")
		.orderBy("position")
		.execute();
	values.set(
		"grade",
		grades.map(({ name }) => name),
	);
	const spoken = await db
		.selectFrom("person")
		.select((row) => row.fn<string>("unnest", ["languages"]).as("value"))
		.distinct()
		.where("left_on", "is", null)
		.limit(mostSuggestions)
		.execute();
	values.set("languages", spoken.map(({ value }) => value).sort());
	return values;
}

import { sql } from "kysely";
import { mistakesIn, swaps } from "../../../domain/people/close-words.ts";
import { foldForSearch, searchWords } from "../../../domain/people/fold.ts";
import type { Db } from "../../../platform/database/database.ts";

export type NamedCompetency = { readonly id: string; readonly name: string };

/** What a query means: its words, the competencies they name, and who comes close where hardly anybody is spelt so. */
export type Search = {
	readonly phrase: string;
	readonly words: readonly SearchWord[];
	readonly competencies: readonly NamedCompetency[];
	/** Ids, nearest first. */
	readonly close: readonly string[];
	readonly isGuess: boolean;
};

type SearchWord = {
	readonly word: string;
	/** Ids of the competencies whose name holds the word. */
	readonly competencies: readonly string[];
};

const FEW = 3;
const MOST_GUESSES = 100;
const SHORTEST_IN_COMPETENCY = 4;

/**
 * Reads a query. A cheap pass over the folded texts comes first; only when it finds hardly anybody are typing mistakes looked for, which
 * costs more.
 */
export async function readSearch(
	db: Db,
	query: string,
	catalogue: readonly NamedCompetency[],
): Promise<Search> {
	const asked = searchWords(query);
	const words = asked.map((word) => ({
		word,
		competencies: competenciesNamed(word, catalogue),
	}));
	const named = new Set(words.flatMap(({ competencies }) => competencies));
	const search = {
		phrase: asked.join(" "),
		words,
		competencies: catalogue.filter(({ id }) => named.has(id)),
	};
	if (asked.length === 0 || named.size > 0)
		return { ...search, close: [], isGuess: false };
	const { together, known } = await countSpelt(db, asked);
	if (together >= FEW) return { ...search, close: [], isGuess: false };
	const close = await findClose(db, asked, known);
	return { ...search, close, isGuess: together === 0 && close.length > 0 };
}

function competenciesNamed(
	word: string,
	catalogue: readonly NamedCompetency[],
): readonly string[] {
	if (word.length < SHORTEST_IN_COMPETENCY) return [];
	const folded = catalogue.map(({ id, name }) => ({
		id,
		text: foldForSearch(name),
	}));
	const exact = folded.filter(({ text }) => ` ${text}`.includes(` ${word}`));
	return exact.map(({ id }) => id);
}

/** How often each word is found, and all of them together; counting stops at a few. */
async function countSpelt(db: Db, words: readonly string[]) {
	const { rows } = await sql<{
		readonly word: string | null;
		readonly found: number;
	}>`
		select word, (
			select count(*)::integer from (
				select from person where left_on is null and search_text like all (patterns) limit ${FEW}
			) spelt
		) as found
		from (
			select null as word, ${patternsOf(words)}::text[] as patterns
			union all select word, array['%' || word || '%'] from unnest(${words.length > 1 ? [...words] : []}::text[]) as word
		) asked
	`.execute(db);
	const foundOf = (word: string | null) =>
		rows.find((row) => row.word === word)?.found ?? 0;
	return {
		together: foundOf(null),
		known: words.filter((word) => foundOf(word) >= FEW),
	};
}

/** People whose text comes close. What is spelt like many others is taken at its word; the rest may hold the mistake. */
async function findClose(
	db: Db,
	words: readonly string[],
	known: readonly string[],
): Promise<readonly string[]> {
	const doubtful = words.filter((word) => !known.includes(word));
	const asked = longestOf(doubtful.length > 0 ? doubtful : words);
	const also = doubtful.length > 0 ? known : [];
	const { rows } = await sql<{
		readonly id: string;
		readonly search_text: string;
	}>`select id, search_text from people_spelt_like(${asked}, ${swaps(asked) ?? null}, ${patternsOf(also)})`.execute(
		db,
	);
	return rows
		.flatMap(({ id, search_text }) => {
			const mistakes = mistakesIn(search_text, words);
			return mistakes === undefined ? [] : [{ id, mistakes }];
		})
		.toSorted((one, other) => one.mistakes - other.mistakes)
		.slice(0, MOST_GUESSES)
		.map(({ id }) => id);
}

function longestOf(words: readonly string[]): string {
	return words.toSorted((one, other) => other.length - one.length)[0] ?? "";
}

// Folded words hold letters and digits only, so nothing in them is a wildcard.
function patternsOf(words: readonly string[]): string[] {
	return words.map((word) => `%${word}%`);
}

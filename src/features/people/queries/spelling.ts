import { sql } from "kysely";
import { spellingsOf, swapsOf } from "../../../domain/people/close-words.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { CompetencyNames } from "./competency-names.ts";
import { anyOf, isSought, type SearchWord } from "./word-match.ts";

export type Close = {
	/** Ids, fewest mistakes first. */
	readonly people: readonly string[];
	/** What the words asked for were perhaps meant to be, themselves among it. */
	readonly words: readonly SearchWord[];
};

type Terms = {
	readonly names: CompetencyNames;
	readonly withLeavers: boolean;
};

type Query = {
	readonly words: readonly SearchWord[];
	/** Those that may hold a mistake. */
	readonly doubtful: readonly SearchWord[];
};

type Spelling = SearchWord & { readonly mistakes: number };

const MOST_SPELLINGS = 5;
const MOST_GUESSES = 100;

/** Those that occur in some text or in the name of a competency. */
export async function knownWords(
	db: Db,
	words: readonly SearchWord[],
): Promise<readonly SearchWord[]> {
	const { rows } = await sql<{ readonly asked: string }>`
		select asked from unnest(${words.map(({ word }) => word)}::text[]) as asked
		where exists (select from directory_word where word like '%' || asked || '%')
	`.execute(db);
	const inTexts = new Set(rows.map(({ asked }) => asked));
	return words.filter(
		({ word, competencies }) => inTexts.has(word) || competencies.length > 0,
	);
}

/**
 * Who comes close to a query. Words that occur are taken at their word first; if that finds nobody, or all of them occur, any may hold the
 * mistake.
 */
export async function closeTo(
	db: Db,
	{
		words,
		known,
	}: {
		readonly words: readonly SearchWord[];
		readonly known: readonly SearchWord[];
	},
	terms: Terms,
): Promise<Close> {
	const unknown = words.filter((word) => !known.includes(word));
	if (known.length === 0 || unknown.length === 0)
		return findClose(db, { words, doubtful: words }, terms);
	const close = await findClose(db, { words, doubtful: unknown }, terms);
	return close.people.length > 0
		? close
		: findClose(db, { words, doubtful: words }, terms);
}

/** People who have one spelling of every word. */
async function findClose(
	db: Db,
	{ words, doubtful }: Query,
	{ names, withLeavers }: Terms,
): Promise<Close> {
	const spellings = await spellingsFor(db, { words, doubtful }, names);
	if (spellings.every(({ length }) => length === 1))
		return { people: [], words };
	// What has few spellings is quickly refused.
	const conditions = spellings
		.toSorted((one, other) => one.length - other.length)
		.map(anyOf);
	const { rows } = await sql<{ readonly id: string }>`
		select id from person
		where ${isSought(withLeavers)} and ${sql.join(conditions, sql` and `)}
		order by ${sql.join(spellings.map(mistakesIn), sql` + `)}, sort_name, id
		limit ${MOST_GUESSES}
	`.execute(db);
	return { people: rows.map(({ id }) => id), words: spellings.flat() };
}

/** For each word what it may have meant, itself first. */
async function spellingsFor(
	db: Db,
	{ words, doubtful }: Query,
	names: CompetencyNames,
): Promise<readonly (readonly Spelling[])[]> {
	const similar = await similarWords(
		db,
		doubtful.map(({ word }) => word),
	);
	return words.map((asked) => {
		const vocabulary = doubtful.includes(asked)
			? [...(similar.get(asked.word) ?? []), ...names.words]
			: [];
		const others = spellingsOf(asked.word, vocabulary, MOST_SPELLINGS);
		return [
			{ ...asked, mistakes: 0 },
			...others.map(({ word, mistakes }) => ({
				...names.withNamed(word),
				mistakes,
			})),
		];
	});
}

/** Words of the directory that have some trigrams in common with each of those asked; which are near enough is for the domain to say. */
async function similarWords(
	db: Db,
	asked: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const swaps = asked.flatMap((word) =>
		swapsOf(word).map((swap) => ({ asked: word, swap })),
	);
	const { rows } = await sql<{
		readonly asked: string;
		readonly word: string;
	}>`
		select asked, similar_word.word from unnest(${[...asked]}::text[]) as asked, lateral (
			select word from directory_word
			where length(word) >= length(asked) - 2 and similarity(asked, word) >= 0.15
			order by similarity(asked, word) desc, word limit 60
		) as similar_word
		union all
		select asked, word from jsonb_to_recordset(${JSON.stringify(swaps)}::jsonb) as swapped (asked text, swap text)
			join directory_word on directory_word.word = swap
	`.execute(db);
	const similar = Map.groupBy(rows, (row) => row.asked);
	return new Map(
		[...similar].map(([word, found]) => [word, found.map((row) => row.word)]),
	);
}

function mistakesIn(spellings: readonly Spelling[]) {
	const groups = Map.groupBy(spellings, ({ mistakes }) => mistakes);
	const cases = [...groups].map(
		([mistakes, words]) => sql`when ${anyOf(words)} then ${mistakes}::integer`,
	);
	return sql`case ${sql.join(cases, sql` `)} end`;
}

import { sql } from "kysely";
import { searchWords } from "../../../domain/people/fold.ts";
import type { Db } from "../../../platform/database/database.ts";
import { type NamedCompetency, namesOf } from "./competency-names.ts";
import { closeTo, knownWords } from "./spelling.ts";
import { isSought, type SearchWord, spelt } from "./word-match.ts";

/** What a query means: its words, the competencies they name, and who comes close where hardly anybody is spelt so. */
export type Search = {
	readonly phrase: string;
	readonly words: readonly SearchWord[];
	/** What the words name; in a guess, also what they were perhaps meant to name. */
	readonly competencies: readonly NamedCompetency[];
	/** Ids, nearest first, whoever is spelt as asked among them; empty: whoever is spelt as asked is all there is. */
	readonly close: readonly string[];
	/** Nobody is spelt as asked. */
	readonly isGuess: boolean;
};

const FEW = 3;

/**
 * Reads a query. The words of the directory say at once whether it holds a word that nobody has; otherwise a pass over the folded texts shows
 * how many are spelt as asked. Only where that is hardly anybody are words corrected, and the pass runs with what they were perhaps meant
 * to be.
 */
export async function readSearch(
	db: Db,
	query: string,
	{
		catalogue,
		withLeavers,
	}: {
		readonly catalogue: readonly NamedCompetency[];
		/** Whether those who have left are looked for as well. */
		readonly withLeavers: boolean;
	},
): Promise<Search> {
	const names = namesOf(catalogue);
	const asked = searchWords(query);
	const words = asked.map(names.withNamed);
	if (words.length === 0)
		return { phrase: "", words, competencies: [], close: [], isGuess: false };
	const known = await knownWords(db, words);
	const found =
		known.length < words.length ? 0 : await countSpelt(db, words, withLeavers);
	const close =
		found >= FEW
			? { people: [], words: [] }
			: await closeTo(db, { words, known }, { names, withLeavers });
	const isGuess = found === 0 && close.people.length > 0;
	const named = (isGuess ? close.words : words).flatMap(
		({ competencies }) => competencies,
	);
	return {
		phrase: asked.join(" "),
		words,
		competencies: catalogue.filter(({ id }) => named.includes(id)),
		close: close.people,
		isGuess,
	};
}

/** How many have all of the words; counting stops at a few. */
async function countSpelt(
	db: Db,
	words: readonly SearchWord[],
	withLeavers: boolean,
): Promise<number> {
	const { rows } = await sql<{ readonly found: number }>`
		select count(*)::integer as found from (
			select from person where ${isSought(withLeavers)} and ${spelt(words)} limit ${FEW}
		) as spelt
	`.execute(db);
	return rows[0]?.found ?? 0;
}

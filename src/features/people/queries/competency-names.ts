import { foldForSearch } from "../../../domain/people/fold.ts";
import type { SearchWord } from "./word-match.ts";

export type NamedCompetency = { readonly id: string; readonly name: string };

/** The names of the catalogue as the directory search compares them. */
export type CompetencyNames = {
	readonly words: readonly string[];
	/** A word with the competencies in whose name a word begins with it. */
	readonly withNamed: (word: string) => SearchWord;
};

// Shorter ones ("and", "the") are in too many names.
const SHORTEST = 4;

export function namesOf(
	catalogue: readonly NamedCompetency[],
): CompetencyNames {
	const folded = catalogue.map(({ id, name }) => ({
		id,
		text: ` ${foldForSearch(name)}`,
	}));
	return {
		words: folded
			.flatMap(({ text }) => text.split(" "))
			.filter(({ length }) => length >= SHORTEST),
		withNamed: (word) => ({
			word,
			competencies:
				word.length < SHORTEST
					? []
					: folded
							.filter(({ text }) => text.includes(` ${word}`))
							.map(({ id }) => id),
		}),
	};
}

import { fold } from "./tidy.ts";

/**
 * Text as the directory compares it: lower case, no accents, words separated by single spaces. Letters that are no letter plus accent
 * (ø, ł, æ …) become what people type when their keyboard lacks them.
 */
export function foldForSearch(text: string): string {
	return fold(text).replace(STROKED, (letter) => PLAIN.get(letter) ?? letter);
}

/** What the directory can be searched by. */
export type Searchable = {
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly jobTitle: string | null;
	readonly function: string | null;
	readonly unit: string | null;
};

/** The folded text that is kept with a person for the directory search. */
export function searchTextOf(person: Searchable): string {
	const { firstName, lastName, jobTitle, unit } = person;
	return [firstName, lastName, jobTitle, person.function, unit]
		.map((part) => foldForSearch(part ?? ""))
		.filter((part) => part !== "")
		.join(" ");
}

/** The words of a query, none twice, at most eight: more never make an answer better, only slower. */
export function searchWords(query: string): readonly string[] {
	const words = foldForSearch(query).split(" ").filter(Boolean);
	return [...new Set(words)].slice(0, 8);
}

const PLAIN: ReadonlyMap<string, string> = new Map([
	["æ", "ae"],
	["œ", "oe"],
	["ø", "o"],
	["đ", "d"],
	["ð", "d"],
	["ħ", "h"],
	["ı", "i"],
	["ł", "l"],
	["ŋ", "n"],
	["ŧ", "t"],
	["þ", "th"],
]);
const STROKED = /[æœøđðħıłŋŧþ]/g;

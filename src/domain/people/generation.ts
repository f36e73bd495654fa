export const generations = [
	"silent",
	"boomer",
	"x",
	"millennial",
	"z",
	"alpha",
] as const;
export type Generation = (typeof generations)[number];

/**
 * The generation a birth year is usually counted to; undefined for years before 1928. Ranges: Pew Research Center, "Defining generations"
 * (2019); from 2013 on, which Pew leaves open, McCrindle's "alpha".
 */
export function generationOf(birthYear: number): Generation | undefined {
	if (birthYear < 1928) return undefined;
	if (birthYear <= 1945) return "silent";
	if (birthYear <= 1964) return "boomer";
	if (birthYear <= 1980) return "x";
	if (birthYear <= 1996) return "millennial";
	return birthYear <= 2012 ? "z" : "alpha";
}

import {
	type Generation,
	generationOf,
} from "../../domain/people/generation.ts";
import { tidyLine } from "../../domain/people/tidy.ts";
import { t } from "../../ui/text.ts";
import { readCustom } from "./custom-input.ts";
import type { OwnFact } from "./queries/own.ts";

export type FactReading =
	| { readonly ok: true; readonly value: string }
	| { readonly ok: false; readonly message: string };

const LONGEST = 200;
const EARLIEST_BIRTH_YEAR = 1900;
const YOUNGEST = 14;

/** What someone stated, in the form it is kept. */
export function readFact(
	{ field }: OwnFact,
	typed: string,
	now: Date,
): FactReading {
	const line = tidyLine(typed);
	if (line === "")
		return {
			ok: false,
			message: t("Enter something, or delete the whole entry."),
		};
	if (line.length > LONGEST)
		return {
			ok: false,
			message: t("Write at most {most} characters.", { most: LONGEST }),
		};
	if (field === "birthYear") {
		const year = Number(line);
		const isYear =
			/^\d{4}$/.test(line) &&
			year >= EARLIEST_BIRTH_YEAR &&
			year <= now.getUTCFullYear() - YOUNGEST;
		return isYear
			? { ok: true, value: line }
			: { ok: false, message: t("Enter the year with four digits.") };
	}
	if (typeof field === "string") return { ok: true, value: line };
	const reading = readCustom(field, [line]);
	return reading.ok ? { ok: true, value: line } : reading;
}

/** "Generation X", for a birth year as it is kept; undefined where none is meant. */
export function generationName(birthYear: string): string | undefined {
	const generation = generationOf(Number(birthYear));
	return generation === undefined ? undefined : nameOf(generation);
}

function nameOf(generation: Generation): string {
	switch (generation) {
		case "silent":
			return t("Silent Generation");
		case "boomer":
			return t("Baby Boomers");
		case "x":
			return t("Generation X");
		case "millennial":
			return t("Millennials");
		case "z":
			return t("Generation Z");
		case "alpha":
			return t("Generation Alpha");
	}
}

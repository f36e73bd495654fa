import { z } from "zod";
import { t } from "../../ui/text.ts";
import type { CellProblem } from "../../domain/matching/people-table.ts";
import type { PinProblem } from "../../domain/matching/scoring.ts";
import { cellSentence, pinSentence } from "./sentences.ts";

/** Why a run came to nothing, for whoever asked for it. */
export type RunTrouble = {
	readonly what: string;
	readonly lines: readonly string[];
};

/** In sentences, people by name. */
export function runTrouble(
	stored: unknown,
	name: (id: string) => string,
): RunTrouble {
	const read = Problem.safeParse(stored);
	if (!read.success)
		return {
			what: t(
				"The last run broke off. What was proposed before still stands; try again.",
			),
			lines: [],
		};
	const { policy, cells, pins, tooLarge } = read.data;
	const lines = [
		...policy.map(({ path, problem }) => `${path} ${problem}`),
		...cells.map((cell) =>
			t("{column}: {problem}", {
				column: cell.column,
				problem: cellSentence(cell),
			}),
		),
		...pins.map((pin) =>
			pinSentence({
				...pin,
				pair: { mentee: name(pin.pair.mentee), mentor: name(pin.pair.mentor) },
			}),
		),
		...tooLarge.map(({ mentee, mentor }) =>
			t("The score of {mentee} and {mentor} is beyond a million.", {
				mentee: name(mentee),
				mentor: name(mentor),
			}),
		),
	];
	return {
		what: t(
			"The last run could not be made. What was proposed before still stands.",
		),
		lines: lines.slice(0, 20),
	};
}

/** Everybody whom those sentences may name. */
export function namedInTrouble(stored: unknown): readonly string[] {
	const read = Problem.safeParse(stored);
	if (!read.success) return [];
	return [
		...read.data.pins.map(({ pair }) => pair),
		...read.data.tooLarge,
	].flatMap(({ mentee, mentor }) => [mentee, mentor]);
}

const Pair = z.object({ mentee: z.string(), mentor: z.string() });
const cell: z.ZodType<CellProblem> = z
	.object({
		side: z.enum(["mentor", "mentee"]),
		row: z.number().optional(),
		column: z.string(),
		why: z.enum([
			"no-such-column",
			"no-id",
			"id-twice",
			"not-on-scale",
			"not-a-number",
			"too-many-places",
			"too-large",
			"not-a-date",
			"not-a-level",
			"not-whole",
		]),
		value: z.string(),
	})
	.transform((found) => ({ ...found, row: found.row }));
const pin: z.ZodType<PinProblem> = z
	.object({
		pair: Pair,
		why: z.enum([
			"unknown-mentee",
			"unknown-mentor",
			"breaks-rule",
			"no-need-left",
			"no-place-left",
		]),
		rule: z.string().optional(),
	})
	.transform((found) => ({ ...found, rule: found.rule }));
const Problem = z.object({
	policy: z.array(z.object({ path: z.string(), problem: z.string() })),
	cells: z.array(cell),
	pins: z.array(pin),
	tooLarge: z.array(Pair),
});

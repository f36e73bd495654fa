import { z } from "zod";
import {
	cadences,
	type Charter,
	type CharterProblem,
	checkCharter,
	longestCharterText,
	mostCharterLines,
	programFormats,
	pulseWeeksRange,
	usualPulseWeeks,
} from "../../../domain/programs/charter.ts";
import { templateKeys } from "../../../domain/programs/templates.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { t } from "../../../ui/text.ts";

/** A text area with one entry a line. */
const lines = z.string().transform((text) =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== ""),
);

const whole = z
	.string()
	.trim()
	.regex(/^\d{1,6}$/, { error: () => t("Enter a whole number.") })
	.transform(Number);

const charterFields = {
	name: z
		.string()
		.trim()
		.min(1, { error: () => t("Enter a name.") })
		.max(120, {
			error: () =>
				t("Enter a name of at most {count} characters.", { count: 120 }),
		}),
	purpose: z.string().trim(),
	enterpriseGoals: lines,
	businessChallenges: lines,
	formats: z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((given) =>
			programFormats.filter((format) => [given].flat().includes(format)),
		),
	cadence: z.enum(cadences, { error: () => t("Choose how often.") }),
	sessionMinutes: whole,
	lengthMonths: whole,
	schedulingNorms: lines,
	evaluationMonths: z
		.string()
		.regex(/^[\d\s,;]*$/, {
			error: () => t("Enter months as whole numbers, separated by commas."),
		})
		.transform((text) =>
			[...new Set((text.match(/\d+/g) ?? []).map(Number))].sort(
				(one, other) => one - other,
			),
		),
	pulseWeeks: whole.default(usualPulseWeeks),
};

export const NewProgramForm = z.object({
	...charterFields,
	template: z.enum(templateKeys, { error: () => t("Choose a template.") }),
});

export const CharterForm = z.object({ ...charterFields, from: whole });

export const WaysInForm = z.object({
	takesApplications: z.literal("yes").optional(),
	takesNominations: z.literal("yes").optional(),
	menteePlaces: z.union(
		[
			z
				.string()
				.trim()
				.length(0)
				.transform(() => null),
			z
				.string()
				.trim()
				.regex(/^[1-9]\d{0,4}$/, {
					error: () => t("Enter a whole number, or leave it empty."),
				})
				.transform(Number),
		],
		{ error: () => t("Enter a whole number, or leave it empty.") },
	),
});

/** The charter in a form's input, complete or refused at its fields. */
export function charterIn(
	input: z.infer<typeof CharterForm> | z.infer<typeof NewProgramForm>,
): Charter {
	const {
		purpose,
		enterpriseGoals,
		businessChallenges,
		formats,
		cadence,
		sessionMinutes,
		lengthMonths,
		schedulingNorms,
		evaluationMonths,
		pulseWeeks,
	} = input;
	const charter = {
		purpose,
		enterpriseGoals,
		businessChallenges,
		formats,
		cadence,
		sessionMinutes,
		lengthMonths,
		schedulingNorms,
		evaluationMonths,
		pulseWeeks,
	};
	const problems = checkCharter(charter);
	if (problems.length > 0) throw new Invalid(charterProblems(problems));
	return charter;
}

/** What keeps a charter from being adopted, as messages at its fields. */
export function charterProblems(
	problems: readonly CharterProblem[],
): Record<string, string> {
	return Object.fromEntries(
		problems.map(({ field, why }) => [field, problemSentence(field, why)]),
	);
}

function problemSentence(
	field: keyof Charter,
	why: CharterProblem["why"],
): string {
	switch (why) {
		case "missing":
			return field === "formats"
				? t("Choose at least one format.")
				: t("Write at least one line.");
		case "too-long":
			return t(
				"Keep to {lines} lines of at most {characters} characters each.",
				{ lines: mostCharterLines, characters: longestCharterText },
			);
		case "after-the-end":
			return t(
				"The last of these months lies after the end of the program; one month of grace is allowed.",
			);
		case "out-of-range":
			return rangeSentence(field);
	}
}

function rangeSentence(field: keyof Charter): string {
	if (field === "sessionMinutes")
		return t("Enter between {low} and {high} minutes.", { low: 10, high: 480 });
	if (field === "pulseWeeks")
		return t("Enter between {low} and {high} weeks.", {
			low: pulseWeeksRange.least,
			high: pulseWeeksRange.most,
		});
	return t("Enter between {low} and {high} months.", { low: 1, high: 60 });
}

import { z } from "zod";
import { cadences } from "../../../domain/programs/charter.ts";
import { charterRhythm } from "../../../domain/sessions/rhythm.ts";
import { t } from "../../../ui/text.ts";

export const longestName = 80;
export const longestTheme = 400;
export const circleMinutes = { least: 30, usual: 90, most: 240 } as const;

const many = z
	.union([z.uuid().transform((one) => [one]), z.array(z.uuid())])
	.default([])
	.transform((all) => [...new Set(all)]);
const maybe = z
	.union([z.literal("").transform(() => undefined), z.uuid()])
	.optional();

export const NewCircleForm = z
	.object({
		name: z
			.string()
			.trim()
			.min(1, { error: () => t("Give it a name.") })
			.max(longestName, {
				error: () => t("Keep to {count} characters.", { count: longestName }),
			}),
		theme: z
			.string()
			.trim()
			.min(1, { error: () => t("Say in a sentence what it is about.") })
			.max(longestTheme, {
				error: () => t("Keep to {count} characters.", { count: longestTheme }),
			}),
		cadence: z.enum(cadences, { error: () => t("Choose how often.") }),
		minutes: z.coerce
			.number()
			.int()
			.min(circleMinutes.least, {
				error: () =>
					t("Between {least} and {most} minutes.", {
						least: circleMinutes.least,
						most: circleMinutes.most,
					}),
			})
			.max(circleMinutes.most, {
				error: () =>
					t("Between {least} and {most} minutes.", {
						least: circleMinutes.least,
						most: circleMinutes.most,
					}),
			}),
		facilitator: z.uuid({ error: () => t("Choose who facilitates.") }),
		people: many,
	})
	.transform(({ cadence, ...rest }) => {
		const rhythm = charterRhythm(cadence);
		return {
			...rest,
			unit: rhythm.unit,
			every: rhythm.unit === "own" ? 1 : rhythm.every,
		};
	});

export const AskMoreForm = z.object({ people: many, facilitator: maybe });

/** A form that is being filled in: kept as it is while somebody looks for people. */
export const ChoosingForm = z.record(
	z.string(),
	z.union([z.string(), z.array(z.string())]),
);

export const CircleAnswerForm = z.object({ answer: z.enum(["yes", "no"]) });

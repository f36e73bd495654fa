import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { t } from "../../../ui/text.ts";

/** How long somebody may pause with the same press that says "not now". */
export const pauses = ["1", "3", "6"] as const;

export const AnswerForm = z
	.object({
		answer: z.enum(["yes", "not-now", "ask-me-more"], {
			error: () => t("Choose an answer."),
		}),
		question: z
			.string()
			.trim()
			.max(500, { error: () => t("Keep the question under 500 characters.") })
			.optional(),
		/** Months. */
		pause: z.enum(pauses).optional(),
	})
	.refine(({ answer, question }) => answer !== "ask-me-more" || question, {
		path: ["question"],
		error: () => t("Write what you would like to know."),
	});
export type Answering = z.infer<typeof AnswerForm>;

/** The day on which a pause of so many months ends. */
export function pauseEnds(today: string, months: (typeof pauses)[number]) {
	return Temporal.PlainDate.from(today)
		.add({ months: Number(months) })
		.toString();
}

import { z } from "zod";
import { sayableReasons } from "../../domain/relationships/ending-reasons.ts";
import { t } from "../../ui/text.ts";

export const longestFarewell = 1_000;

export const WhyForm = z.object({
	reason: z
		.enum(["none", ...sayableReasons], {
			error: () => t("Choose one, or that you would rather not say."),
		})
		.transform((reason) => (reason === "none" ? undefined : reason)),
});

export const FarewellForm = z.object({
	words: z
		.string()
		.trim()
		.max(longestFarewell, {
			error: () => t("Keep to {count} characters.", { count: longestFarewell }),
		}),
});

import { z } from "zod";
import { t } from "../../ui/text.ts";

/** One of those shown, or somebody typed. */
export const HandOverForm = z.object({
	peer: z.uuid({ error: () => t("Choose whom to ask.") }).optional(),
	named: z
		.string()
		.trim()
		.max(200, {
			error: () => t("Keep to {count} characters.", { count: 200 }),
		})
		.default(""),
});

export const HandOverAnswerForm = z.object({ answer: z.enum(["yes", "no"]) });

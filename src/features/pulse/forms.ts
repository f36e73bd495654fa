import { z } from "zod";
import { pulseSayings } from "../../domain/relationships/pulse.ts";
import { t } from "../../ui/text.ts";

export const PulseForm = z.object({
	answer: z.enum(pulseSayings, { error: () => t("Choose an answer.") }),
});

/** By a link: an answer, or the second tap. */
export const LinkedPulseForm = z.object({
	answer: z.enum([...pulseSayings, "help"], {
		error: () => t("Choose an answer."),
	}),
});

import { z } from "zod";
import { t } from "../../ui/text.ts";

const hour = z.coerce.number().int().min(0).max(23);
const weekday = z.coerce.number().int().min(1).max(7);
const way = z.enum(["mail", "digest", "never"]).default("mail");

export const ChoiceForm = z.object({
	digest: z.enum(["daily", "weekly", "never"], {
		error: () => t("Choose how often."),
	}),
	digestWeekday: weekday.default(1),
	digestHour: hour.default(8),
	quietFrom: hour,
	quietUntil: hour,
	quietDays: z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((days) => [days].flat().map(Number))
		.refine((days) => days.every((day) => day >= 1 && day <= 7), {
			error: () => t("Choose weekdays."),
		})
		.refine((days) => days.length < 7, {
			error: () => t("Leave one day on which mail may come."),
		}),
	requests: way,
	reminders: way,
	sessions: z.enum(["mail", "never"]).default("mail"),
	news: way,
});
export type Choosing = z.infer<typeof ChoiceForm>;

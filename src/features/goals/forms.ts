import { z } from "zod";
import { t } from "../../ui/text.ts";

export const longestLine = 300;
export const longestText = 2_000;
export const mostMilestones = 12;

const line = z
	.string()
	.trim()
	.max(longestLine, {
		error: () => t("At most {count} characters.", { count: longestLine }),
	});
const text = z
	.string()
	.trim()
	.max(longestText, {
		error: () => t("At most {count} characters.", { count: longestText }),
	});
const someLine = line.min(1, { error: () => t("Write a few words.") });

const Fields = {
	aim: someLine,
	challenge: text.default(""),
	competency: z.uuid().or(z.literal("")).default(""),
	"review-on": z.iso
		.date({ error: () => t("Enter a day.") })
		.or(z.literal(""))
		.default(""),
};

export const NewGoalForm = z.object({
	...Fields,
	"milestone-1": line.default(""),
	"milestone-2": line.default(""),
	"milestone-3": line.default(""),
});

export const GoalForm = z.object({
	...Fields,
	revision: z.coerce.number().int(),
});

export const SettleGoalForm = z.object({
	state: z.enum(["open", "reached", "let-go"]),
});

export const MilestoneForm = z.object({ words: someLine });

export const ReachForm = z.object({
	reached: z.enum(["yes", "no"]),
});

export const nothing = z.object({});

export type GoalFields = {
	readonly aim: string;
	readonly challenge: string;
	readonly competency: string | null;
	readonly reviewOn: string | null;
};

export function goalFields(form: {
	readonly aim: string;
	readonly challenge: string;
	readonly competency: string;
	readonly "review-on": string;
}): GoalFields {
	return {
		aim: form.aim,
		challenge: form.challenge,
		competency: form.competency || null,
		reviewOn: form["review-on"] || null,
	};
}

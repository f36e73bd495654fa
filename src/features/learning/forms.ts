import { z } from "zod";
import { t } from "../../ui/text.ts";

const longestTitle = 120;
const longestSummary = 600;
const longestBody = 20_000;

const atMost = (most: number) => ({
	error: () => t("Write at most {most} characters.", { most }),
});

const title = (missing: () => string) =>
	z
		.string()
		.transform((text) => text.replace(/\s+/g, " ").trim())
		.pipe(
			z
				.string()
				.min(1, { error: missing })
				.max(longestTitle, atMost(longestTitle)),
		);

const emptyIsNull = (text: string) => (text === "" ? null : text);

export const CurriculumForm = z
	.object({
		title: title(() => t("Give the curriculum a title.")),
		summary: z
			.string()
			.trim()
			.min(1, {
				error: () => t("Say in a sentence or two what one takes away from it."),
			})
			.max(longestSummary, atMost(longestSummary)),
		locale: z.enum(["en", "de"], {
			error: () => t("Say which language it is written in."),
		}),
		"seen-at": z
			.string()
			.default("")
			.transform((moment) => new Date(moment === "" ? 0 : moment)),
	})
	.transform(({ "seen-at": seenAt, ...text }) => ({ text, seenAt }));

export const StepForm = z
	.object({
		kind: z.enum(["lesson", "assignment"], {
			error: () => t("Choose a lesson or an assignment."),
		}),
		title: title(() => t("Give the step a title.")),
		body: z
			.string()
			.trim()
			.min(1, { error: () => t("Write what there is to read or to do.") })
			.max(longestBody, atMost(longestBody)),
		minutes: z.coerce
			.number({ error: () => t("Give the minutes as a number.") })
			.int({ error: () => t("Give whole minutes.") })
			.min(1, { error: () => t("At least one minute.") })
			.max(600, {
				error: () => t("At most 600 minutes; make two steps of it."),
			}),
		video: z
			.string()
			.trim()
			.refine((text) => text === "" || isSecureAddress(text), {
				error: () => t("Give the whole address, beginning with https://."),
			})
			.transform(emptyIsNull),
		question: z.string().trim().max(300, atMost(300)).transform(emptyIsNull),
		competency: z
			.string()
			.transform(emptyIsNull)
			.pipe(
				z
					.uuid({ error: () => t("Choose a competency from the list.") })
					.nullable(),
			),
		level: z
			.union([z.literal(""), z.coerce.number().int().min(1).max(5)], {
				error: () => t("Choose a level from 1 to 5."),
			})
			.transform((level) => (level === "" ? null : level)),
	})
	.refine(({ competency, level }) => competency === null || level !== null, {
		path: ["level"],
		error: () => t("Choose a level from 1 to 5."),
	})
	.transform(({ competency, level, ...text }) => ({
		...text,
		competency:
			competency === null || level === null ? null : { id: competency, level },
	}));

export const MoveForm = z.object({ direction: z.enum(["up", "down"]) });

export const RecommendForm = z.object({
	curriculum: z.uuid({ error: () => t("Choose a curriculum.") }),
	side: z.enum(["mentor", "mentee", "both"], {
		error: () => t("Choose who it is for."),
	}),
});

export const WhichForm = z.object({ curriculum: z.uuid() });

function isSecureAddress(text: string): boolean {
	return URL.canParse(text) && new URL(text).protocol === "https:";
}

export const StarterForm = z.object({
	language: z.enum(["en", "de"], {
		error: () => t("Choose a language for the curricula."),
	}),
});

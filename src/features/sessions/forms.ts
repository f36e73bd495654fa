import { z } from "zod";
import { instantOf } from "../../domain/calendar/wall-time.ts";
import { delays } from "../../domain/sessions/commitments.ts";
import { sessionFormats } from "../../domain/sessions/formats.ts";
import { mostEvery, type Rhythm } from "../../domain/sessions/rhythm.ts";
import { t } from "../../ui/text.ts";
import { minuteOf } from "./commands/series.ts";

export const longestText = 2_000;
export const longestLine = 300;

const line = z
	.string()
	.trim()
	.max(longestLine, {
		error: () => t("At most {count} characters.", { count: longestLine }),
	});

export const text = z
	.string()
	.trim()
	.max(longestText, {
		error: () => t("At most {count} characters.", { count: longestText }),
	});

export const someLine = line.min(1, { error: () => t("Write a few words.") });
export const someText = text.min(1, { error: () => t("Write a few words.") });

const minutes = z.coerce.number({ error: () => t("Enter a number.") }).int();

export const rhythms = [
	"1 week",
	"2 week",
	"1 month",
	"3 month",
	"other",
	"own",
] as const;

export const CadenceForm = z
	.object({
		rhythm: z.enum(rhythms, { error: () => t("Choose one.") }),
		weeks: z
			.union([z.literal(""), z.coerce.number().int()])
			.optional()
			.transform((value) => (value === "" ? undefined : value)),
		format: z.enum(sessionFormats, { error: () => t("Choose one.") }),
		minutes,
		revision: z.coerce.number().int(),
	})
	.transform((form, context) => {
		const { rhythm, weeks, ...rest } = form;
		if (
			rhythm === "other" &&
			(weeks === undefined || weeks < 1 || weeks > mostEvery)
		) {
			context.addIssue({
				code: "custom",
				path: ["weeks"],
				message: t("Between {least} and {most} weeks.", {
					least: 1,
					most: mostEvery,
				}),
			});
			return z.NEVER;
		}
		return { ...rest, rhythm: rhythmOf(rhythm, weeks ?? 1) };
	});

function rhythmOf(rhythm: (typeof rhythms)[number], weeks: number): Rhythm {
	switch (rhythm) {
		case "own":
			return { unit: "own" };
		case "other":
			return { unit: "week", every: weeks };
		case "1 week":
			return { unit: "week", every: 1 };
		case "2 week":
			return { unit: "week", every: 2 };
		case "1 month":
			return { unit: "month", every: 1, by: "weekday" };
		case "3 month":
			return { unit: "month", every: 3, by: "weekday" };
	}
}

/** Either a proposed time, as an instant, or a day and a time of one's own. */
const When = {
	at: z.coerce.number().int().positive().optional(),
	day: z.iso.date().or(z.literal("")).optional(),
	time: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/)
		.or(z.literal(""))
		.optional(),
};

type Typed = {
	readonly at?: number | undefined;
	readonly day?: string | undefined;
	readonly time?: string | undefined;
};

export const BookForm = z.object({
	...When,
	format: z.enum(sessionFormats),
	minutes,
});

export const MoveForm = z.object({
	...When,
	which: z.enum(["one", "following"]).default("one"),
});

/** Milliseconds since 1970; undefined: nothing was chosen. */
export function chosenTime(
	{ at, day, time }: Typed,
	zone: string,
): number | undefined {
	if (at !== undefined) return at;
	if (!day || !time) return undefined;
	return instantOf(day, minuteOf(time), zone);
}

export const PlaceForm = z.object({ place: line });

export const AnswerForm = z.object({
	answer: z.enum(["yes", "no", "tentative"]),
});

/** To a proposal of another time, as it was shown. */
export const CounterForm = z.object({
	at: z.coerce.number().int().positive(),
	answer: z.enum(["move", "keep"]),
});

export const ItemForm = z.object({ words: someLine });

export const ChangedItemForm = z.object({
	words: someLine,
	revision: z.coerce.number().int(),
});

const dueDay = z.iso.date({ error: () => t("Enter a day.") });

const Fields = {
	decided: text.default(""),
	commitment: line.default(""),
	due: dueDay.or(z.literal("")).optional(),
	keeping: text.default(""),
};

export const WriteUpForm = z
	.object({
		...Fields,
		owner: z.uuid().or(z.literal("")).optional(),
		attended: z
			.union([z.array(z.uuid()), z.uuid().transform((one) => [one])])
			.optional(),
	})
	.superRefine(needsDay);

export const LinkedWriteUpForm = z
	.object({
		...Fields,
		owner: z.enum(["me", "other"]).default("me"),
	})
	.superRefine(needsDay);

function needsDay(
	form: {
		readonly commitment: string;
		readonly due?: string | undefined;
	},
	context: z.RefinementCtx,
): void {
	if (form.commitment !== "" && !form.due)
		context.addIssue({
			code: "custom",
			path: ["due"],
			message: t("Enter a day."),
		});
}

/** Only to pages of Baton's own. */
const from = z
	.string()
	.regex(/^\/(commitments|sessions\/[0-9a-f-]{36})?$/)
	.catch("/commitments");

export const SettleForm = z.object({
	state: z.enum(["open", "done", "dropped"]),
	from,
});

export const MoveCommitmentForm = z.object({
	days: z.coerce.number().int().min(1).max(400).optional(),
	day: dueDay.optional(),
	from,
});

/** Done, or so much later than the day that was shown. */
export const LinkedSettleForm = z.object({
	answer: z.enum(["done", ...delays], { error: () => t("Choose one.") }),
	due: dueDay,
});

export const AskForm = z.object({
	format: z.enum(["reflection", "case-table"]),
	words: someText,
	days: z.coerce
		.number({ error: () => t("Enter a number.") })
		.int()
		.min(1, { error: () => t("Enter a number of days.") })
		.max(30, { error: () => t("At most {count} days.", { count: 30 }) }),
});

export const ResponseForm = z.object({ response: someText });

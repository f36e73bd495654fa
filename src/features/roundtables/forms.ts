import { z } from "zod";
import {
	longestTopic,
	mostSeats,
	fewestSeats,
	roundtableMinutes,
} from "../../domain/sessions/roundtable.ts";
import { t } from "../../ui/text.ts";

export const longestPlace = 300;

const { least, most } = roundtableMinutes;

function within(fewest: number, greatest: number, error: () => string) {
	return z.coerce
		.number({ error })
		.int({ error })
		.min(fewest, { error })
		.max(greatest, { error });
}

const when = {
	day: z.iso.date({ error: () => t("Enter a day.") }),
	time: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => t("Enter a time.") }),
	minutes: within(least, most, () =>
		t("Between {least} and {most} minutes.", { least, most }),
	),
	place: z
		.string()
		.trim()
		.max(longestPlace, {
			error: () => t("At most {count} characters.", { count: longestPlace }),
		})
		.default(""),
};

export const MoveRoundtableForm = z.object(when);

export const RoundtableForm = z.object({
	topic: z
		.string()
		.trim()
		.min(1, { error: () => t("Say in a sentence what it is about.") })
		.max(longestTopic, {
			error: () => t("At most {count} characters.", { count: longestTopic }),
		}),
	...when,
	seats: within(fewestSeats, mostSeats, () =>
		t("Between {least} and {most} seats.", {
			least: fewestSeats,
			most: mostSeats,
		}),
	),
});

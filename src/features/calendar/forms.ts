import { z } from "zod";
import { hoursOfAWeek } from "../../domain/calendar/painted-hours.ts";
import { t } from "../../ui/text.ts";

const day = z.iso.date({ error: () => t("Enter a day.") });

/** A name sent once, several times or not at all. */
const hours = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((sent) => [
		...new Set(
			[sent ?? []]
				.flat()
				.map(Number)
				.filter((hour) => Number.isInteger(hour)),
		),
	])
	.pipe(
		z.array(
			z
				.number()
				.min(0)
				.max(hoursOfAWeek - 1),
		),
	)
	.transform((list) => list.toSorted((a, b) => a - b));

export const HoursForm = z.object({ hours, seen: z.string() });

export const QuietForm = z.object({ from: day, until: day });

export const AddressForm = z.object({
	address: z
		.string()
		.trim()
		.min(1, { error: () => t("Enter the address of your calendar.") })
		.max(2000, { error: () => t("At most 2000 characters.") }),
});

const location = z.string().trim().max(200).default("");

export const HolidayForm = z.object({
	location,
	day,
	name: z
		.string()
		.trim()
		.min(1, { error: () => t("Enter a name.") })
		.max(120, { error: () => t("At most 120 characters.") }),
});

export const HolidayFileForm = z.object({ location });

export const HolidayKeyForm = z.object({ location, day });

import { z } from "zod";
import { t } from "../../ui/text.ts";

/** A program of more people is gone through in hours, not in minutes. */
export const mostPeople = 600;

const people = z.coerce
	.number({ error: () => t("Enter a number.") })
	.int({ error: () => t("Enter a whole number.") })
	.min(1, { error: () => t("At least one.") })
	.max(mostPeople, {
		error: () => t("At most {count} in all.", { count: mostPeople }),
	});

export const DryRunForm = z
	.object({
		"starts-on": z.iso.date({ error: () => t("Enter a day.") }),
		mentors: people,
		mentees: people,
		seed: z.coerce
			.number({ error: () => t("Enter a number.") })
			.int({ error: () => t("Enter a whole number.") })
			.min(0, { error: () => t("At least 0.") })
			.max(1_000_000, { error: () => t("At most 1,000,000.") }),
	})
	.refine(({ mentors, mentees }) => mentors + mentees <= mostPeople, {
		path: ["mentees"],
		error: () => t("At most {count} in all.", { count: mostPeople }),
	})
	.transform(({ "starts-on": startsOn, ...rest }) => ({ startsOn, ...rest }));

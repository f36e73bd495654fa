import type { ReadingContext } from "../../../../domain/people/read-people.ts";
import { Temporal } from "temporal-polyfill";
import type { Db } from "../../../../platform/database/database.ts";
import { locales } from "../../../../ui/text.ts";
import { activeCompetencies } from "../../../competencies/queries.ts";
import { customFields, gradeScale } from "../../queries/employment.ts";

/** What the organisation's own words are: grades, fields, competencies, and which day it is there. */
export async function readingContext(
	db: Db,
	now: Date,
): Promise<ReadingContext> {
	const organisation = await db
		.selectFrom("organisation")
		.select("time_zone")
		.executeTakeFirst();
	const competencies = await activeCompetencies(db);
	return {
		today: Temporal.Instant.fromEpochMilliseconds(now.getTime())
			.toZonedDateTimeISO(organisation?.time_zone ?? "UTC")
			.toPlainDate()
			.toString(),
		gradeScale: await gradeScale(db),
		customFields: await customFields(db),
		competencies: competencies.map(({ key, name }) => ({ key, name })),
		locales: locales.map(({ locale }) => locale),
	};
}

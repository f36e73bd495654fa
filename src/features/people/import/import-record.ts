import { z } from "zod";
import { CUSTOM_KINDS } from "../../../domain/people/custom-field.ts";
import { ENCODINGS, SEPARATORS } from "../../../platform/spreadsheet/table.ts";

/** What somebody chose for an import, beside what its columns mean. */
export const importChoices = z.object({
	reading: z
		.object({
			encoding: z.enum(ENCODINGS).optional(),
			separator: z.enum(SEPARATORS).optional(),
			sheet: z.string().optional(),
		})
		.default({}),
	emptyCells: z.enum(["keep", "clear"]).default("keep"),
	/** Sides and capacities enrol into this program; null: nobody is enrolled. */
	program: z.uuid().nullable().default(null),
	locale: z.enum(["en", "de"]).default("en"),
	/** The mapping it was begun with. */
	savedMapping: z.string().nullable().default(null),
});
export type ImportChoices = z.output<typeof importChoices>;

const customField = z.object({
	key: z.string(),
	label: z.string(),
	kind: z.enum(CUSTOM_KINDS),
	scale: z.array(z.string()).readonly(),
	isSensitive: z.boolean(),
});

/** How many of what an import does. */
export const importFigures = z.object({
	rows: z.number(),
	created: z.number(),
	changed: z.number(),
	unchanged: z.number(),
	refused: z.number(),
	problems: z.number(),
	warnings: z.number(),
	missing: z.number(),
	/** Refused rows of which nobody can tell whom they are about. */
	unrecognised: z.number(),
	enrolled: z.number(),
	/** People for whom each sensitive fact is proposed, by its key. */
	proposals: z.record(z.string(), z.number()),
	newFields: z.array(customField).readonly(),
	/** The scale of grades it sets; null: it leaves the scale alone. */
	grades: z.array(z.string()).readonly().nullable(),
});
export type ImportFigures = z.output<typeof importFigures>;

const obstacle = z.object({
	person: z.string().nullable(),
	name: z.string(),
	/** Where the person is referred to, or what of them was changed since. */
	why: z.string(),
});
export type Obstacle = z.output<typeof obstacle>;

/** What the jobs found out about an import. */
export const importSummary = z.object({
	figures: importFigures.optional(),
	/** Of the plan that was shown; only that one is carried out. */
	hash: z.string().optional(),
	/** The world changed between the look and the import, and this is the second look. */
	isSecondLook: z.boolean().optional(),
	failure: z
		.object({ code: z.string(), detail: z.record(z.string(), z.unknown()) })
		.optional(),
	left: z.number().optional(),
	seconds: z.number().optional(),
	obstacles: z.array(obstacle).readonly().optional(),
	obstacleCount: z.number().optional(),
});
export type ImportSummary = z.output<typeof importSummary>;

import { z } from "zod";
import { CUSTOM_KINDS } from "../../../domain/people/custom-field.ts";
import { FIELD_KEYS } from "../../../domain/people/fields.ts";

const target = z.discriminatedUnion("to", [
	z.object({ to: z.literal("nothing") }),
	z.object({ to: z.literal("field"), field: z.enum(FIELD_KEYS) }),
	z.object({ to: z.literal("custom"), key: z.string() }),
	z.object({
		to: z.literal("new-custom"),
		field: z.object({
			key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
			label: z.string().min(1).max(200),
			kind: z.enum(CUSTOM_KINDS),
			scale: z.array(z.string()).readonly().default([]),
			isSensitive: z.boolean().default(false),
		}),
	}),
]);

/** A mapping as it is kept in the database and in files for the command line. */
export const storedMapping = z.object({
	columns: z
		.array(
			z.object({
				header: z.string(),
				target,
				dates: z.enum(["day-first", "month-first"]).optional(),
			}),
		)
		.readonly(),
	fixed: z
		.array(z.object({ target, value: z.string() }))
		.readonly()
		.default([]),
	gradeScale: z.array(z.string()).readonly().nullable().default(null),
});

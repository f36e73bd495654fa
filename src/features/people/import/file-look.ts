import { z } from "zod";
import { ENCODINGS, SEPARATORS } from "../../../platform/spreadsheet/table.ts";

const note = z.discriminatedUnion("code", [
	z.object({
		code: z.literal("duplicate-header"),
		header: z.string(),
		renamed: z.string(),
	}),
	z.object({ code: z.literal("unnamed-column"), renamed: z.string() }),
	z.object({ code: z.literal("undecodable-bytes"), count: z.number() }),
	z.object({
		code: z.literal("formula-error"),
		row: z.number(),
		column: z.string(),
	}),
]);

const columnLook = z.object({
	header: z.string(),
	/** Up to three different values. */
	samples: z.array(z.string()).readonly(),
	filled: z.number(),
	/** All different values, where they are few and short; else none. */
	values: z.array(z.string()).readonly(),
	/** What the column says about 3/1/2024; none: no such date in it. */
	dates: z.enum(["day-first", "month-first", "unknown", "mixed", "none"]),
});

export const fileLook = z.object({
	columns: z.array(columnLook).readonly(),
	rows: z.number(),
	notes: z.array(note).readonly(),
	sheet: z.string().nullable(),
	sheets: z.array(z.string()).readonly(),
	encoding: z.enum(ENCODINGS).nullable(),
	separator: z.enum(SEPARATORS).nullable(),
});

/** What a file looks like: kept beside it while people say what its columns mean. */
export type FileLook = z.output<typeof fileLook>;
export type ColumnLook = z.output<typeof columnLook>;

import { z } from "zod";
import { ENCODINGS, SEPARATORS } from "../../../platform/spreadsheet/table.ts";
import { t } from "../../../ui/text.ts";

const emptyOrId = z
	.union([z.literal("").transform(() => null), z.uuid()])
	.default(null);

export const sidesForAll = ["column", "mentor", "mentee", "both"] as const;
export type SideForAll = (typeof sidesForAll)[number];

export const UploadForm = z.object({
	"saved-mapping": emptyOrId,
	program: emptyOrId,
	side: z.enum(sidesForAll).default("column"),
});

const emptyOr = <Value extends string>(values: readonly Value[]) =>
	z
		.string()
		.default("")
		.transform((text) => values.find((value) => value === text));

export const ReadingForm = z.object({
	encoding: emptyOr(ENCODINGS),
	separator: emptyOr(SEPARATORS),
	sheet: z
		.string()
		.default("")
		.transform((text) => text || undefined),
});

/** Whatever a page of columns sends: which fields there are depends on the file. */
export const ColumnsForm = z.record(
	z.string(),
	z.union([z.string(), z.array(z.string())]),
);
export type ColumnsTyped = z.output<typeof ColumnsForm>;

export const DecisionForm = z.object({
	take: z.enum(["all", "good"], {
		error: () => t("Choose what to import."),
	}),
	hash: z.string(),
});

const numbers = z
	.union([z.string(), z.array(z.string())])
	.default([])
	.transform((sent) =>
		[sent]
			.flat()
			.flatMap((text) => text.split(","))
			.map(Number)
			.filter((number) => Number.isSafeInteger(number) && number >= 0),
	);

export const LeavingForm = z.object({
	shown: numbers,
	left: numbers,
	back: z.string().default(""),
});

export const AllLeavingForm = z.object({ leaving: z.enum(["yes", "no"]) });

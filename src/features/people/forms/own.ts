import { z } from "zod";
import { readLanguages } from "../../../domain/people/read-language.ts";
import { readTimeZone } from "../../../domain/people/read-time-zone.ts";
import {
	MOST_PLACES,
	readCapacity,
} from "../../../domain/people/read-value.ts";
import { splitList, tidyText } from "../../../domain/people/tidy.ts";
import { t } from "../../../ui/text.ts";

const LONGEST_TEXT = 4_000;
const MOST_WORDS = 40;
const LONGEST_WORD = 80;

const seen = z.string().default("");

const text = z
	.string()
	.default("")
	.transform(tidyText)
	.pipe(
		z.string().max(LONGEST_TEXT, {
			error: () =>
				t("Write at most {most, number} characters.", { most: LONGEST_TEXT }),
		}),
	)
	.transform((typed) => (typed === "" ? null : typed));

/** What a TagsField sends: each kept word, and new ones with commas between. */
const words = z
	.union([z.string(), z.array(z.string())])
	.default([])
	.transform((typed) => [...new Set([typed].flat().flatMap(splitList))])
	.pipe(
		z
			.array(
				z.string().max(LONGEST_WORD, {
					error: () =>
						t("Keep each entry under {most} characters.", {
							most: LONGEST_WORD,
						}),
				}),
			)
			.max(MOST_WORDS, {
				error: () => t("At most {most} entries.", { most: MOST_WORDS }),
			}),
	);

export const WordsForm = z.object({
	about: text,
	experience: text,
	clients: words,
	industries: words,
	seen,
});

export const AvailabilityForm = z.object({
	languages: words.transform((typed, context) => {
		const { codes, unknown } = readLanguages(typed.join(";"));
		if (unknown.length > 0)
			context.addIssue({
				code: "custom",
				message: t("No language known by this name: {names}.", {
					names: unknown.join(", "),
				}),
			});
		return codes;
	}),
	"time-zone": z.string().transform((typed, context) => {
		if (typed.trim() === "") return null;
		const zone = readTimeZone(typed);
		if (zone === null)
			context.addIssue({
				code: "custom",
				message: t(
					"No time zone known by this name. Write a large city nearby, such as Berlin or São Paulo.",
				),
			});
		return zone;
	}),
	capacity: z
		.string()
		.default("")
		.transform((typed, context) => {
			if (typed.trim() === "") return null;
			const places = readCapacity(typed);
			if (places === null)
				context.addIssue({
					code: "custom",
					message: t("Enter a whole number from 0 to {most}.", {
						most: MOST_PLACES,
					}),
				});
			return places;
		}),
	"paused-until": z
		.union([
			z.literal("").transform(() => null),
			z.iso.date({ error: () => t("Enter a day, or leave it empty.") }),
		])
		.default(null),
	seen,
});

/** One radio group a competency, named `level-<id>`; empty means not offered or sought. */
export const SkillsForm = z
	.record(z.string(), z.union([z.string(), z.array(z.string())]))
	.transform((typed) => ({
		levels: new Map(
			Object.entries(typed).flatMap(([name, value]) => {
				const id = /^level-(.+)$/.exec(name)?.[1];
				const isLevel = typeof value === "string" && /^[1-5]$/.test(value);
				return id !== undefined && isLevel ? [[id, Number(value)]] : [];
			}),
		),
		seen: String(typed["seen"] ?? ""),
	}));

export const StyleForm = z.record(
	z.string(),
	z.union([z.string(), z.array(z.string())]),
);

export const FactForm = z.object({
	value: z.string().default("").transform(tidyText),
	pairing: z.literal("yes").optional(),
	audit: z.literal("yes").optional(),
	seen,
});

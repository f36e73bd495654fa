import { z } from "zod";
import {
	longestName,
	longestText,
} from "../../domain/competencies/read-catalogue.ts";
import type { Level } from "../../domain/competencies/catalogue.ts";
import { t } from "../../ui/text.ts";

const line = (missing: () => string) =>
	z
		.string()
		.transform((text) => text.replace(/\s+/g, " ").trim())
		.pipe(
			z
				.string()
				.min(1, { error: missing })
				.max(longestName, {
					error: () =>
						t("Write at most {most} characters.", { most: longestName }),
				}),
		);

const paragraph = (missing: () => string) =>
	z
		.string()
		.trim()
		.min(1, { error: missing })
		.max(longestText, {
			error: () => t("Write at most {most} characters.", { most: longestText }),
		});

const anchor = (level: Level) =>
	paragraph(() => t("Say what one can observe at level {level}.", { level }));

const note = z
	.string()
	.trim()
	.max(longestText, {
		error: () => t("Write at most {most} characters.", { most: longestText }),
	})
	.default("");

export const CompetencyForm = z
	.object({
		name: line(() => t("Give the competency a name.")),
		cluster: line(() => t("Say which cluster it belongs to.")),
		definition: paragraph(() => t("Say in a sentence or two what it means.")),
		"level-1": anchor(1),
		"level-2": anchor(2),
		"level-3": anchor(3),
		"level-4": anchor(4),
		"level-5": anchor(5),
		note,
		"based-on": z.coerce.number().int().default(0),
	})
	.transform((typed) => ({
		text: {
			name: typed.name,
			cluster: typed.cluster,
			definition: typed.definition,
			anchors: [
				typed["level-1"],
				typed["level-2"],
				typed["level-3"],
				typed["level-4"],
				typed["level-5"],
			] as const,
		},
		note: typed.note,
		basedOn: typed["based-on"],
	}));

export const InstallForm = z.object({
	language: z.enum(["en", "de"], {
		error: () => t("Choose a language for the catalogue."),
	}),
});

export const AdoptForm = z.object({
	rows: z.string(),
	missing: z.enum(["keep", "retire"]).default("keep"),
	"based-on": z.coerce.number().int(),
	note,
});

/** The name of the field that holds the anchor of a level. */
export function anchorField(level: Level) {
	return `level-${level}` as const;
}

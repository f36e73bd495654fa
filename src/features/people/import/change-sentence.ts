import { z } from "zod";
import type { CustomField } from "../../../domain/people/custom-field.ts";
import { FIELD_KEYS } from "../../../domain/people/fields.ts";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import { fieldName } from "./field-name.ts";

/** What the words of a change need to be looked up in. */
export type Names = {
	readonly customFields: ReadonlyMap<string, CustomField>;
	/** Competencies by key. */
	readonly competencies: ReadonlyMap<string, string>;
};

export type ShownChange = {
	readonly what: string;
	readonly from: string;
	readonly to: string;
};

const value = z.union([z.string(), z.number(), z.array(z.string())]).nullable();
const skills = z.array(z.object({ competency: z.string(), level: z.number() }));

const storedChange = z.discriminatedUnion("about", [
	z.object({
		about: z.literal("fact"),
		field: z.string(),
		from: value,
		to: value,
	}),
	z.object({
		about: z.literal("manager"),
		from: z.string().nullable(),
		to: z.string().nullable(),
	}),
	z.object({
		about: z.literal("custom"),
		key: z.string(),
		from: value,
		to: value,
	}),
	z.object({ about: z.enum(["offers", "seeks"]), from: skills, to: skills }),
	z.object({
		about: z.literal("enrolment"),
		side: z.enum(["mentor", "mentee"]),
		from: z.number().nullable(),
		to: z.number().nullable(),
	}),
]);

const storedChanges = z.array(storedChange);

/** The changes of one person as they are kept for the page, in words. */
export function changesInWords(
	stored: unknown,
	names: Names,
): readonly ShownChange[] {
	return storedChanges.parse(stored).map((change) => inWords(change, names));
}

function inWords(
	change: z.output<typeof storedChange>,
	{ customFields, competencies }: Names,
): ShownChange {
	switch (change.about) {
		case "fact":
			return {
				what: factName(change.field),
				from: factText(change.field, change.from),
				to: factText(change.field, change.to),
			};
		case "manager":
			return {
				what: t("Manager"),
				from: change.from ?? nothing(),
				to: change.to ?? nothing(),
			};
		case "custom":
			return {
				what: customFields.get(change.key)?.label ?? change.key,
				from: valueText(change.from),
				to: valueText(change.to),
			};
		case "offers":
		case "seeks": {
			const list = (all: z.output<typeof skills>) =>
				all.length === 0
					? nothing()
					: formatList(
							all.map(({ competency, level }) =>
								t("{competency} at {level}", {
									competency: competencies.get(competency) ?? competency,
									level,
								}),
							),
						);
			return {
				what: fieldName(change.about),
				from: list(change.from),
				to: list(change.to),
			};
		}
		case "enrolment":
			return {
				what:
					change.side === "mentor"
						? t("Enrolled as mentor")
						: t("Enrolled as mentee"),
				from: placesText(change.from),
				to: placesText(change.to),
			};
	}
}

function factName(field: string): string {
	if (field === "leftOn") return t("Left on");
	const key = FIELD_KEYS.find((each) => each === field);
	return key === undefined ? field : fieldName(key);
}

function factText(field: string, of: z.output<typeof value>): string {
	const isDate = field === "leftOn" || field === "hireDate";
	if (field === "leftOn" && of === null) return t("here");
	return isDate && typeof of === "string" ? formatDate(of) : valueText(of);
}

function valueText(of: z.output<typeof value>): string {
	if (of === null || of === "") return nothing();
	if (Array.isArray(of)) return of.length === 0 ? nothing() : formatList(of);
	return String(of);
}

function placesText(places: number | null): string {
	return places === null
		? t("not enrolled")
		: t("{places, plural, one {# place} other {# places}}", { places });
}

function nothing(): string {
	return t("nothing");
}

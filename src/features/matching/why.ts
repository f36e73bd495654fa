// Why two people score as they do, from the facts themselves: one sentence for each term.
import type { Columns, TermMeasure } from "../../domain/matching/policy.ts";
import type { Facts, FactValue } from "../../domain/programs/rule.ts";
import { formatList, formatNumber, t } from "../../ui/text.ts";
import { languageName } from "../people/language-name.ts";
import { termMeaning } from "./term-meaning.ts";

export type TwoPeople = {
	readonly mentor: Facts;
	readonly mentee: Facts;
	/** The name of a competency, by its key. */
	readonly competency: (key: string) => string;
};

/** What in these two facts the term looked at; what the term means where that says more. */
export function whySentence(measure: TermMeasure, two: TwoPeople): string {
	switch (measure.compare) {
		case "same":
		case "different":
		case "table":
			return valuesSentence(measure.columns, two) ?? termMeaning(measure);
		case "levels":
			return levelsSentence(measure.columns, two);
		case "overlap":
			return sharedSentence(measure.columns, two);
		case "distance":
			return measure.columns.mentor === "utc offset"
				? hoursSentence(two)
				: termMeaning(measure);
		case "steps":
			return valuesSentence(measure.columns, two) ?? termMeaning(measure);
		case "contains":
		case "levels-alike":
		case "levels-apart":
		case "named":
		case "one-of":
			return termMeaning(measure);
	}
}

/** What the mentee seeks and the mentor offers: competency, level sought, level offered; the best answered first. */
export function soughtAndOffered({
	mentor,
	mentee,
}: Pick<TwoPeople, "mentor" | "mentee">) {
	const offers = levelsOf(mentor["offers"]);
	return Object.entries(levelsOf(mentee["seeks"]))
		.flatMap(([key, sought]) => {
			const offered = offers[key];
			return offered === undefined ? [] : [{ key, sought, offered }];
		})
		.toSorted((a, b) => b.sought * b.offered - a.sought * a.offered);
}

export function inCommon(
	one: FactValue | undefined,
	other: FactValue | undefined,
): readonly string[] {
	const theirs = new Set(itemsOf(other));
	return itemsOf(one).filter((item) => theirs.has(item));
}

function valuesSentence(
	columns: Columns,
	{ mentor, mentee }: TwoPeople,
): string | undefined {
	const [one = ""] = itemsOf(mentor[columns.mentor]);
	const [other = ""] = itemsOf(mentee[columns.mentee]);
	if (one === "" || other === "") return t("Not known of both.");
	return one === other
		? t("Both: {value}.", { value: one })
		: t("Mentor: {mentor}; mentee: {mentee}.", { mentor: one, mentee: other });
}

function levelsSentence(columns: Columns, two: TwoPeople): string {
	const found = soughtAndOffered(two);
	if (columns.mentor !== "offers" || found.length === 0)
		return t("Nothing that is sought is offered.");
	return t("{list}.", {
		list: formatList(
			found.map(({ key, sought, offered }) =>
				t("{competency} (sought at {sought}, offered at {offered})", {
					competency: two.competency(key),
					sought,
					offered,
				}),
			),
		),
	});
}

function sharedSentence(columns: Columns, two: TwoPeople): string {
	const shared = inCommon(
		two.mentor[columns.mentor],
		two.mentee[columns.mentee],
	);
	if (shared.length === 0) return t("Nothing in common.");
	return t("In common: {list}.", {
		list: formatList(
			columns.mentor === "languages" ? shared.map(languageName) : shared,
		),
	});
}

function hoursSentence({ mentor, mentee }: TwoPeople): string {
	const [one, other] = [mentor["utc offset"], mentee["utc offset"]];
	if (typeof one !== "number" || typeof other !== "number")
		return t("Not known of both.");
	const apart = Math.min(Math.abs(one - other), 24 - Math.abs(one - other));
	return apart === 0
		? t("The same clock.")
		: t("{hours, plural, one {One hour} other {{shown} hours}} apart.", {
				hours: apart,
				shown: formatNumber(apart),
			});
}

function levelsOf(
	value: FactValue | undefined,
): Readonly<Record<string, number>> {
	return typeof value === "object" && !isList(value) ? value : {};
}

function itemsOf(value: FactValue | undefined): readonly string[] {
	if (value === undefined) return [];
	if (typeof value === "object")
		return isList(value) ? value : Object.keys(value);
	return [String(value)];
}

function isList(value: object): value is readonly string[] {
	return Array.isArray(value);
}

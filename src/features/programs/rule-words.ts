import type { Condition, Rule } from "../../domain/programs/rule.ts";
import type { Obstacle } from "../../domain/programs/eligibility.ts";
import { formatAlternatives, formatNumber, t } from "../../ui/text.ts";
import type { RowOperator } from "./rule-draft.ts";

/** What facts and their values are called on screen; the organisation's own fields by their labels. */
export type FactWords = {
	readonly name: (fact: string) => string;
	readonly value: (fact: string, value: string) => string;
};

export function factName(fact: string): string | undefined {
	switch (fact) {
		case "name":
			return t("Name");
		case "unit":
			return t("Unit");
		case "function":
			return t("Function");
		case "discipline":
			return t("Discipline");
		case "grade":
			return t("Grade");
		case "location":
			return t("Location");
		case "time zone":
			return t("Time zone");
		case "utc offset":
			return t("Hours ahead of UTC");
		case "languages":
			return t("Languages");
		case "hire date":
			return t("Hire date");
		case "tenure years":
			return t("Years in the organisation");
		case "experience":
			return t("Experience");
		case "clients":
			return t("Clients");
		case "industries":
			return t("Industries");
		case "offers":
			return t("Offers");
		case "seeks":
			return t("Wants to grow in");
		default:
			return undefined;
	}
}

/** The facts a rule of admission may speak about, in the order a form offers them: what HR knows and what people say, nothing that is only for pairing. */
export const admissionFacts = [
	"grade",
	"function",
	"location",
	"tenure years",
	"hire date",
	"unit",
	"discipline",
	"time zone",
	"utc offset",
	"languages",
	"clients",
	"industries",
	"offers",
	"seeks",
] as const;

export function operatorName(operator: RowOperator, kind: string): string {
	const isDate = kind === "date";
	switch (operator) {
		case "is":
			return t("is");
		case "is-not":
			return t("is not");
		case "at-least":
			return isDate ? t("is on or after") : t("is at least");
		case "at-most":
			return isDate ? t("is on or before") : t("is at most");
		case "years-at-least":
			return t("lies back at least (years)");
		case "years-at-most":
			return t("lies back at most (years)");
		case "contains":
			return t("includes");
		case "contains-not":
			return t("does not include");
		case "is-known":
			return t("is known");
		case "is-unknown":
			return t("is not known");
	}
}

/** "Grade is at least Director"; negated: "not: …" in the words of its opposite where it has one. */
export function conditionSentence(
	condition: Condition,
	isNegated: boolean,
	words: FactWords,
): string {
	const fact = words.name(condition.fact);
	if (condition.is === "is-empty")
		return isNegated
			? t("{fact} is known", { fact })
			: t("{fact} is not known", { fact });
	const value = valueText(condition, words);
	switch (condition.is) {
		case "is":
		case "is-one-of":
			return isNegated
				? t("{fact} is not {value}", { fact, value })
				: t("{fact} is {value}", { fact, value });
		case "at-least":
			return isNegated
				? t("{fact} is below {value}", { fact, value })
				: t("{fact} is at least {value}", { fact, value });
		case "at-most":
			return isNegated
				? t("{fact} is above {value}", { fact, value })
				: t("{fact} is at most {value}", { fact, value });
		case "years-at-least":
			return isNegated
				? t("{fact} lies back less than {value} years", { fact, value })
				: t("{fact} lies back at least {value} years", { fact, value });
		case "years-at-most":
			return isNegated
				? t("{fact} lies back more than {value} years", { fact, value })
				: t("{fact} lies back at most {value} years", { fact, value });
		case "contains":
			return isNegated
				? t("{fact}: not {value}", { fact, value })
				: t("{fact}: {value}", { fact, value });
	}
}

/** A rule as lines, one a condition; what joins them stands above. */
export function ruleSentences(
	rule: Rule,
	words: FactWords,
	isNegated = false,
): readonly string[] {
	if ("not" in rule) return ruleSentences(rule.not, words, !isNegated);
	if ("all" in rule || "any" in rule) {
		const parts = "all" in rule ? rule.all : rule.any;
		return parts.flatMap((part) => ruleSentences(part, words, isNegated));
	}
	return [conditionSentence(rule, isNegated, words)];
}

/** What a person would have to meet: "Grade is at least Director (not known of this person)". */
export function obstacleSentence(
	{ condition, negated, unknown }: Obstacle,
	words: FactWords,
): string {
	if (condition.fact === "") return t("no rule that admits anyone is in force");
	const sentence = conditionSentence(condition, negated, words);
	return unknown
		? t("needed: {condition}; not known here", { condition: sentence })
		: t("needed: {condition}", { condition: sentence });
}

function valueText(
	condition: Exclude<Condition, { is: "is-empty" }>,
	words: FactWords,
): string {
	const { fact, value } = condition;
	if (typeof value === "number") return formatNumber(value);
	return typeof value === "string"
		? words.value(fact, value)
		: formatAlternatives(value.map((each) => words.value(fact, each)));
}

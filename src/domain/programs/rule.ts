/**
 * Selection criteria as data: conditions on facts about a person, joined by
 * all, any and not. They are written in a form, kept by version with the
 * charter, and shown back as sentences; so there is no expression language.
 */
export type Rule =
	| { readonly all: readonly Rule[] }
	| { readonly any: readonly Rule[] }
	| { readonly not: Rule }
	| Condition;

export type Condition =
	| { readonly fact: string; readonly is: "is"; readonly value: Value }
	| {
			readonly fact: string;
			readonly is: "is-one-of";
			readonly value: readonly string[];
	  }
	| {
			readonly fact: string;
			readonly is: "at-least" | "at-most";
			readonly value: Value;
	  }
	| {
			readonly fact: string;
			readonly is: "years-at-least" | "years-at-most";
			readonly value: number;
	  }
	| { readonly fact: string; readonly is: "contains"; readonly value: string }
	| { readonly fact: string; readonly is: "is-empty" };

export type Operator = Condition["is"];

/** Text, a step of an ordered scale or an ISO date as a string; or a number. */
export type Value = string | number;

/** What kind of fact a name stands for; ordered scales go from low to high. */
export type FactKind =
	| { readonly kind: "text" | "number" | "date" | "list" | "levels" }
	| { readonly kind: "ordered"; readonly scale: readonly string[] };

export type FactKinds = Readonly<Record<string, FactKind>>;

/**
 * What is known about one person. Dates are ISO ("2021-05-01"); levels map a
 * competency or a style dimension to a number. Absent and empty mean unknown.
 */
export type FactValue =
	| string
	| number
	| readonly string[]
	| Readonly<Record<string, number>>;

export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** The operators that make sense for a kind of fact, in the order a form offers them. */
export function operatorsFor(kind: FactKind["kind"]): readonly Operator[] {
	switch (kind) {
		case "text":
			return ["is", "is-one-of", "is-empty"];
		case "ordered":
			return ["is", "is-one-of", "at-least", "at-most", "is-empty"];
		case "number":
			return ["is", "at-least", "at-most", "is-empty"];
		case "date":
			return [
				"is",
				"at-least",
				"at-most",
				"years-at-least",
				"years-at-most",
				"is-empty",
			];
		case "list":
			return ["contains", "is-empty"];
		case "levels":
			return ["contains", "is-empty"];
	}
}

/** Everyone: the rule of a program that has not chosen yet. */
export const everyone: Rule = { all: [] };

/** The conditions of a rule from left to right, however deep. */
export function conditionsOf(rule: Rule): readonly Condition[] {
	if ("all" in rule) return rule.all.flatMap(conditionsOf);
	if ("any" in rule) return rule.any.flatMap(conditionsOf);
	if ("not" in rule) return conditionsOf(rule.not);
	return [rule];
}

// A rule as a form shows it: rows joined by "all" or "any", each perhaps negated. Deeper rules exist (a policy may hold them); they are shown as
// sentences and begun anew. Several values in one row are separated by semicolons.
import { readRule } from "../../domain/programs/read-rule.ts";
import type {
	Condition,
	FactKind,
	FactKinds,
	Rule,
} from "../../domain/programs/rule.ts";

export const rowOperators = [
	"is",
	"is-not",
	"at-least",
	"at-most",
	"years-at-least",
	"years-at-most",
	"contains",
	"contains-not",
	"is-known",
	"is-unknown",
] as const;
export type RowOperator = (typeof rowOperators)[number];

export type RuleRow = {
	readonly fact: string;
	readonly operator: RowOperator;
	/** As typed; for competencies the name. */
	readonly value: string;
};

export type RuleDraft = {
	readonly joint: "all" | "any";
	readonly rows: readonly RuleRow[];
};

/** Words a person types for the values of a fact whose values are keys. */
export type ValueWords = {
	readonly toKey: (fact: string, word: string) => string;
	readonly toWord: (fact: string, key: string) => string;
};

/** The operators a form offers for a kind of fact. */
export function rowOperatorsFor(
	kind: FactKind["kind"],
): readonly RowOperator[] {
	switch (kind) {
		case "text":
			return ["is", "is-not", "is-known", "is-unknown"];
		case "ordered":
			return ["at-least", "at-most", "is", "is-not", "is-known", "is-unknown"];
		case "number":
			return ["at-least", "at-most", "is", "is-known", "is-unknown"];
		case "date":
			return [
				"years-at-least",
				"years-at-most",
				"at-least",
				"at-most",
				"is-known",
				"is-unknown",
			];
		case "list":
		case "levels":
			return ["contains", "contains-not", "is-known", "is-unknown"];
	}
}

export function needsValue(operator: RowOperator): boolean {
	return operator !== "is-known" && operator !== "is-unknown";
}

/** What the address of the form says; undefined where it says nothing about a rule. */
export function readDraft(query: URLSearchParams): RuleDraft | undefined {
	const joint = query.get("joint");
	if (joint === null) return undefined;
	const rows: RuleRow[] = [];
	for (let place = 0; query.has(`fact-${place}`); place += 1) {
		const typed = query.get(`operator-${place}`);
		rows.push({
			fact: query.get(`fact-${place}`) ?? "",
			operator: rowOperators.find((each) => each === typed) ?? "is",
			value: query.get(`value-${place}`)?.trim() ?? "",
		});
	}
	return { joint: joint === "any" ? "any" : "all", rows };
}

/** The address that says it. */
export function draftQuery(
	{ joint, rows }: RuleDraft,
	more: Readonly<Record<string, string>>,
): string {
	const query = new URLSearchParams({ ...more, joint });
	for (const [place, { fact, operator, value }] of rows.entries()) {
		query.set(`fact-${place}`, fact);
		query.set(`operator-${place}`, operator);
		query.set(`value-${place}`, value);
	}
	return query.toString();
}

/** What a button of the form asks: a row more, or one less. */
export function changedDraft(
	draft: RuleDraft,
	query: URLSearchParams,
	kinds: FactKinds,
): RuleDraft {
	const asked = query.get("do") ?? "";
	const kind = kinds[query.get("add") ?? ""];
	if (asked === "add" && kind !== undefined) {
		const [operator = "is"] = rowOperatorsFor(kind.kind);
		const row = { fact: query.get("add") ?? "", operator, value: "" };
		return { ...draft, rows: [...draft.rows, row] };
	}
	const removed = /^remove-(\d+)$/.exec(asked)?.[1];
	return removed === undefined
		? draft
		: {
				...draft,
				rows: draft.rows.filter((_, place) => place !== Number(removed)),
			};
}

export type DraftReading =
	| { readonly ok: true; readonly rule: Rule }
	| { readonly ok: false; readonly wrong: readonly number[] };

/** The rule a form means, or the rows that mean nothing yet. */
export function ruleOf(
	draft: RuleDraft,
	kinds: FactKinds,
	words: ValueWords,
): DraftReading {
	const read = draft.rows.map((row) =>
		readRule(documentOf(row, kinds[row.fact], words), kinds),
	);
	const wrong = [...read.entries()].flatMap(([place, each]) =>
		each.ok ? [] : [place],
	);
	if (wrong.length > 0) return { ok: false, wrong };
	const parts = read.flatMap((each) => (each.ok ? [each.rule] : []));
	// "Any of nothing" would admit nobody, which no one means by an empty form.
	return {
		ok: true,
		rule:
			draft.joint === "any" && parts.length > 0
				? { any: parts }
				: { all: parts },
	};
}

/** The form of a rule; undefined for rules it cannot show. */
export function draftOf(rule: Rule, words: ValueWords): RuleDraft | undefined {
	const joint = "any" in rule ? "any" : "all";
	const parts =
		"all" in rule ? rule.all : "any" in rule ? rule.any : ([rule] as const);
	const rows = parts.map((part) => rowOf(part, words));
	const shown = rows.flatMap((row) => row ?? []);
	return shown.length === parts.length ? { joint, rows: shown } : undefined;
}

function documentOf(
	{ fact, operator, value }: RuleRow,
	kind: FactKind | undefined,
	words: ValueWords,
): unknown {
	const values = value
		.split(";")
		.map((each) => each.trim())
		.filter((each) => each !== "")
		.map((each) => words.toKey(fact, each));
	const [first] = values;
	switch (operator) {
		case "is":
			return equality(fact, values, kind);
		case "is-not":
			return { not: equality(fact, values, kind) };
		case "contains":
			return values.length > 1
				? { any: values.map((each) => ({ fact, is: "contains", value: each })) }
				: { fact, is: "contains", value: first };
		case "contains-not":
			return {
				not:
					values.length > 1
						? {
								any: values.map((each) => ({
									fact,
									is: "contains",
									value: each,
								})),
							}
						: { fact, is: "contains", value: first },
			};
		case "is-unknown":
			return { fact, is: "is-empty" };
		case "is-known":
			return { not: { fact, is: "is-empty" } };
		case "at-least":
		case "at-most":
			return {
				fact,
				is: operator,
				value: kind?.kind === "number" ? numberIn(value) : first,
			};
		case "years-at-least":
		case "years-at-most":
			return { fact, is: operator, value: numberIn(value) };
	}
}

function equality(
	fact: string,
	values: readonly string[],
	kind: FactKind | undefined,
): unknown {
	const [first] = values;
	if (kind?.kind === "number")
		return { fact, is: "is", value: numberIn(first ?? "") };
	return values.length > 1
		? { fact, is: "is-one-of", value: values }
		: { fact, is: "is", value: first };
}

// "1,5" is what a German types.
function numberIn(text: string): number | undefined {
	return /^\d+([.,]\d+)?$/.test(text)
		? Number(text.replace(",", "."))
		: undefined;
}

function rowOf(part: Rule, words: ValueWords): RuleRow | undefined {
	if ("not" in part) {
		const row = rowOf(part.not, words);
		const operator = row && opposites[row.operator];
		return operator && { ...row, operator };
	}
	if ("any" in part) return containsAnyOf(part.any, words);
	if ("all" in part) return undefined;
	return conditionRow(part, words);
}

const opposites: Readonly<Partial<Record<RowOperator, RowOperator>>> = {
	is: "is-not",
	contains: "contains-not",
	"is-unknown": "is-known",
};

function containsAnyOf(
	parts: readonly Rule[],
	words: ValueWords,
): RuleRow | undefined {
	const rows = parts.map((part) =>
		"fact" in part && part.is === "contains"
			? conditionRow(part, words)
			: undefined,
	);
	const [first] = rows;
	const isOne = rows.every((row) => row && row.fact === first?.fact);
	return first && isOne
		? { ...first, value: rows.map((row) => row?.value).join("; ") }
		: undefined;
}

function conditionRow(condition: Condition, words: ValueWords): RuleRow {
	const { fact } = condition;
	if (condition.is === "is-empty")
		return { fact, operator: "is-unknown", value: "" };
	if (condition.is === "is-one-of")
		return { fact, operator: "is", value: condition.value.join("; ") };
	const value =
		typeof condition.value === "number"
			? String(condition.value)
			: words.toWord(fact, condition.value);
	return { fact, operator: condition.is, value };
}

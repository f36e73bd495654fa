import type { Json } from "../../domain/matching/canonical-json.ts";
import type { Policy, Rule, Term } from "../../domain/matching/policy.ts";
import { readPolicy } from "../../domain/matching/read-policy.ts";
import { Invalid } from "../../platform/http/refusal.ts";
import { t } from "../../ui/text.ts";
import { isRuleOfKind, withKindsTyped } from "./policy-kinds.ts";
import { type PolicyDocument, policyOf } from "./policy-document.ts";
import {
	type KnownRule,
	knownRules,
	type RuleKey,
	type RuleSetting,
} from "./rule-catalogue.ts";
import { weightOf, withWeight } from "./term-weight.ts";

/** A policy as the form shows it: terms in their order, known rules, and rules that can only be kept or left out. */
export type PolicyForm = {
	readonly terms: readonly { readonly term: Term; readonly weight: number }[];
	readonly rules: readonly {
		readonly known: KnownRule;
		readonly setting: RuleSetting;
	}[];
	readonly others: readonly {
		readonly rule: Rule;
		readonly place: number;
		/** People whom somebody must not meet are no matter of the policy: it cannot be switched off. */
		readonly isFixed: boolean;
	}[];
};

/** Everything a form sent, by field name. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export function policyForm(policy: Policy): PolicyForm {
	const isKnown = (rule: Rule) =>
		!isRuleOfKind(rule) &&
		knownRules.some(({ read }) => read(rule) !== undefined);
	return {
		terms: policy.terms.map((term) => ({
			term,
			weight: weightOf(term.measure),
		})),
		rules: knownRules
			.filter(({ key }) => key !== "grade" || hasGradeScale(policy))
			.map((known) => ({
				known,
				setting: policy.rules
					.filter((rule) => !isRuleOfKind(rule))
					.map(known.read)
					.find((found) => found !== undefined) ?? {
					isOn: known.isFixed === true,
					...known.usual,
				},
			})),
		others: policy.rules.flatMap((rule, place) =>
			isKnown(rule)
				? []
				: [
						{
							rule,
							place,
							isFixed:
								rule.test.compare === "named" && rule.test.column === "blocked",
						},
					],
		),
	};
}

/** The document with what was typed in the form. Messages by field where a figure makes no sense; the rest of the document stays as it is. */
export function readPolicyForm(
	document: PolicyDocument,
	template: PolicyDocument,
	typed: Typed,
): PolicyDocument {
	const errors: Record<string, string> = {};
	const form = policyForm(policyOf(document));
	const terms = readWeights(document, template, form, typed, errors);
	const rules = readRules(document, form, typed, errors);
	const columns = isObject(document["columns"]) ? document["columns"] : {};
	const needed = form.rules
		.filter(({ known }) => isOn(known, typed))
		.map(({ known }) => known.column)
		.filter(([name]) => columns[name] === undefined);
	const plain: PolicyDocument = {
		...document,
		terms,
		rules,
		columns: { ...columns, ...Object.fromEntries(needed) },
	};
	const next = withKindsTyped(plain, policyOf(document), typed, errors);
	if (Object.keys(errors).length > 0) throw new Invalid(errors);
	const reading = readPolicy(next);
	if (!reading.ok)
		throw new Invalid(
			{},
			t("The policy would not be readable: {problem}.", {
				problem: reading.problems
					.map(({ path, problem }) => `${path} ${problem}`)
					.join("; "),
			}),
		);
	return next;
}

export function weightField(place: number): string {
	return `weight-${place}`;
}
export function ruleField(key: RuleKey): string {
	return `rule-${key}`;
}
export function figureField(key: RuleKey, figure: "least" | "most"): string {
	return `rule-${key}-${figure}`;
}
export function otherField(place: number): string {
	return `other-${place}`;
}

function readWeights(
	document: PolicyDocument,
	template: PolicyDocument,
	form: PolicyForm,
	typed: Typed,
	errors: Record<string, string>,
): Json {
	return form.terms.map(({ term, weight }, place): Json => {
		const name = weightField(place);
		const wanted = readFigure(typed[name]);
		const own = itemOf(document["terms"], place);
		if (wanted === undefined || wanted < 0 || wanted > 10_000) {
			errors[name] = t("Enter a number from 0 to 10,000.");
			return own;
		}
		if (wanted === weight) return own;
		if (weight > 0) return withWeight(own, weight, wanted);
		// A term at 0 has lost its proportions; the template still knows them.
		const shape = shapeNamed(template, term.name);
		return shape === undefined
			? { ...own, points: wanted }
			: withWeight(shape.json, shape.weight, wanted);
	});
}

function readRules(
	document: PolicyDocument,
	form: PolicyForm,
	typed: Typed,
	errors: Record<string, string>,
): Json {
	const known = form.rules.flatMap(({ known, setting }): Json[] => {
		if (!isOn(known, typed)) return [];
		const figures = Object.fromEntries(
			known.figures.map((figure) => {
				const field = figureField(known.key, figure);
				const value = readFigure(typed[field]);
				if (value === undefined || Math.abs(value) > 100)
					errors[field] = t("Enter a number.");
				return [figure, value ?? 0];
			}),
		);
		if (
			"least" in figures &&
			"most" in figures &&
			(figures["least"] ?? 0) > (figures["most"] ?? 0)
		)
			errors[figureField(known.key, "most")] = t(
				"The second figure must not be below the first.",
			);
		const isSame = known.figures.every(
			(figure) => figures[figure] === setting[figure],
		);
		const place = isSame && setting.isOn ? placeOf(document, known) : -1;
		return [
			place < 0
				? known.write({ isOn: true, ...figures })
				: itemOf(document["rules"], place),
		];
	});
	const others = form.others
		.filter(
			({ place, isFixed }) => isFixed || typed[otherField(place)] === "yes",
		)
		.map(({ place }): Json => itemOf(document["rules"], place));
	return [...known, ...others];
}

function isOn({ isFixed, key }: KnownRule, typed: Typed): boolean {
	return isFixed === true || typed[ruleField(key)] === "yes";
}

function placeOf(document: PolicyDocument, known: KnownRule): number {
	return policyOf(document).rules.findIndex(
		(rule) => !isRuleOfKind(rule) && known.read(rule) !== undefined,
	);
}

function shapeNamed(template: PolicyDocument, name: string) {
	const { terms } = policyOf(template);
	const place = terms.findIndex((term) => term.name === name);
	const term = terms[place];
	const weight = term === undefined ? 0 : weightOf(term.measure);
	return weight > 0
		? { json: itemOf(template["terms"], place), weight }
		: undefined;
}

function hasGradeScale({ columns }: Policy): boolean {
	return columns.get("grade")?.kind === "scale";
}

function readFigure(value: Typed[string] | undefined): number | undefined {
	const text = typeof value === "string" ? value.trim().replace(",", ".") : "";
	return /^-?\d{1,6}(\.\d{1,6})?$/u.test(text) ? Number(text) : undefined;
}

function itemOf(list: Json | undefined, place: number): Record<string, Json> {
	const item: unknown = Array.isArray(list) ? list[place] : undefined;
	return isRecord(item) ? { ...item } : {};
}

function isObject(
	value: Json | undefined,
): value is Readonly<Record<string, Json>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

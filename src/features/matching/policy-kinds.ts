// The kinds of mentors in the policy's form: how many of each a mentee is to have, and what that does to rules and terms.
import { z } from "zod";
import type { Json } from "../../domain/matching/canonical-json.ts";
import type { Policy } from "../../domain/matching/policy.ts";
import { t } from "../../ui/text.ts";
import { type KnownKind, knownKinds, ruleOfKind } from "./mentor-kinds.ts";
import {
	kindsOf,
	type KindNeed,
	type PolicyDocument,
} from "./policy-document.ts";

export const MOST_OF_A_KIND = 5;

export function kindField(kind: string): string {
	return `kind-${kind}`;
}

/** How many of each the form shows. A policy without kinds has one primary mentor for all. */
export function kindsShown(document: PolicyDocument): readonly KindNeed[] {
	const kinds = kindsOf(document);
	const known: readonly string[] = knownKinds;
	const need = (name: string) =>
		kinds.find((kind) => kind.name === name)?.need ??
		(kinds.length === 0 && name === "primary" ? 1 : 0);
	return [
		...knownKinds.map((name) => ({ name, need: need(name) })),
		...kinds.filter(({ name }) => !known.includes(name)),
	];
}

/** Whether this is the rule that makes a kind what it is, rather than one of the general rules. */
export function isRuleOfKind({ name }: { readonly name: string }): boolean {
	return knownKinds.some((kind) => ruleOfKind(kind, true)?.["name"] === name);
}

type Typed = Readonly<Record<string, string | readonly string[]>>;

/**
 * The document with the kinds as typed; as it is where the form asked nothing about them. What is left of one primary mentor is a policy without
 * kinds, in which the enrolments say how many.
 */
export function withKindsTyped(
	document: PolicyDocument,
	policy: Policy,
	typed: Typed,
	errors: Record<string, string>,
): PolicyDocument {
	const shown = kindsShown(document);
	if (!shown.some(({ name }) => kindField(name) in typed)) return document;
	const wanted = shown.flatMap(({ name }): KindNeed[] => {
		const field = kindField(name);
		const text = typed[field];
		const need = /^\d{1,2}$/u.test(String(text).trim()) ? Number(text) : -1;
		if (need < 0 || need > MOST_OF_A_KIND)
			errors[field] = t("Enter a whole number from 0 to {most}.", {
				most: MOST_OF_A_KIND,
			});
		return need > 0 ? [{ name, need }] : [];
	});
	const [first] = wanted;
	if (first === undefined && Object.keys(errors).length === 0)
		errors[kindField("primary")] = t("A mentee wants at least one mentor.");
	const isPlain =
		wanted.length === 1 && first?.name === "primary" && first.need === 1;
	const { kinds: _, need, ...others } = document;
	return {
		...others,
		...(isPlain
			? { need: need ?? { column: "need", whenEmpty: 0 } }
			: { kinds: wanted.map((kind) => ({ ...kind })) }),
		...rulesAndTerms(
			document,
			policy,
			isPlain ? [] : wanted.map(({ name }) => name),
		),
	};
}

function rulesAndTerms(
	document: PolicyDocument,
	policy: Policy,
	wanted: readonly string[],
): PolicyDocument {
	const before = new Set(kindsOf(document).map(({ name }) => name));
	const hasGrades = policy.columns.get("grade")?.kind === "scale";
	const isNew = (kind: KnownKind) => wanted.includes(kind) && !before.has(kind);
	const added = knownKinds.flatMap((kind) => {
		const rule = isNew(kind) ? ruleOfKind(kind, hasGrades) : undefined;
		return rule === undefined ? [] : [rule];
	});
	const names = new Set(added.map((rule) => rule["name"]));
	const kept = itemsOf(document["rules"])
		.filter((rule) => !names.has(rule["name"]))
		.flatMap((rule) => limited(rule, generalFor(rule, wanted), wanted));
	const { columns } = document;
	const declared = Item.safeParse(columns).data ?? {};
	return {
		rules: [...kept, ...added],
		terms: itemsOf(document["terms"]).flatMap((term) =>
			limited(term, undefined, wanted),
		),
		...(added.some((rule) => rule["column"] === "function") &&
		declared["function"] === undefined
			? { columns: { ...declared, function: "text" } }
			: {}),
	};
}

/** The kinds that a general rule is not for: a peer is not some grades above, a functional mentor not of another function. */
function generalFor(
	rule: Readonly<Record<string, Json>>,
	wanted: readonly string[],
): readonly string[] | undefined {
	const { name } = rule;
	if (typeof name === "string" && isRuleOfKind({ name })) return undefined;
	const column = rule["column"] ?? rule["mentor"];
	if (rule["compare"] === "steps" && column === "grade")
		return wanted.filter((kind) => kind !== "peer" && kind !== "reverse");
	return rule["compare"] === "different" && column === "function"
		? wanted.filter((kind) => kind !== "functional")
		: undefined;
}

/** A rule or term for the kinds that there are; nothing where none of its own is left. */
function limited(
	item: Readonly<Record<string, Json>>,
	to: readonly string[] | undefined,
	wanted: readonly string[],
): readonly Readonly<Record<string, Json>>[] {
	const { kinds, ...rest } = item;
	const own =
		to ??
		(Array.isArray(kinds)
			? kinds.map(String).filter((kind) => wanted.includes(kind))
			: undefined);
	if (own === undefined) return [item];
	if (own.length === 0)
		return to !== undefined && wanted.length === 0 ? [rest] : [];
	return own.length === wanted.length ? [rest] : [{ ...rest, kinds: [...own] }];
}

const Item = z.record(z.string(), z.json());

function itemsOf(
	list: Json | undefined,
): readonly Readonly<Record<string, Json>>[] {
	return z.array(Item).safeParse(list).data ?? [];
}

import { isEligible, type RuleSetting } from "./eligibility.ts";
import type { Condition, Facts, FactValue, Rule } from "./rule.ts";

/** No figure about fewer people than this is shown by group. */
export const smallestGroup = 5;
/** A group all in or all out tells about each of its people; below this size it is hidden. */
export const smallestUniformGroup = 20;

/** `undefined` is "fewer than five" or "would let a small group be worked out". */
export type GroupCount = {
	readonly group: string;
	readonly eligible: number | undefined;
	readonly notEligible: number | undefined;
};

export type ReasonCount = {
	readonly condition: Condition;
	readonly negated: boolean;
	/** People whom this condition keeps out, perhaps with others. */
	readonly people: number | undefined;
	/** People whom this condition alone keeps out. */
	readonly alone: number | undefined;
	/** Of those it keeps out, how many about whom the fact is not known. */
	readonly unknown: number | undefined;
};

export type EligibilityPreview = {
	readonly eligible: number;
	readonly notEligible: number;
	/** Most frequent first. */
	readonly reasons: readonly ReasonCount[];
	/** For each fact asked for: its groups by name, the unknown last as "". */
	readonly groups: Readonly<Record<string, readonly GroupCount[]>>;
};

/**
 * Whom a rule admits, before it is adopted: counts, the reasons of those kept
 * out, and both per group of each fact in `groupsBy` (a person with a list
 * counts in its first entry, so that groups add up).
 *
 * Groups are protected against subtraction from the totals: of a group with 1–4
 * people on one side both sides are hidden, and further groups, smallest first,
 * until the hidden ones together could not be told apart (two or more of them,
 * and none or at least five people on each side). Repeated previews with other
 * rules are not compared here: whoever may see them may see the list as well.
 */
export function previewEligibility(
	people: readonly Facts[],
	rule: Rule,
	groupsBy: readonly string[],
	setting: RuleSetting,
): EligibilityPreview {
	const results = people.map((facts) => ({
		facts,
		...isEligible(rule, facts, setting),
	}));
	const eligible = results.filter((one) => one.eligible).length;
	return {
		eligible,
		notEligible: results.length - eligible,
		reasons: countReasons(results),
		groups: Object.fromEntries(
			groupsBy.map((fact) => [fact, countGroups(results, fact)]),
		),
	};
}

type Result = { readonly facts: Facts } & ReturnType<typeof isEligible>;

function countReasons(results: readonly Result[]): readonly ReasonCount[] {
	type Tally = {
		readonly condition: Condition;
		readonly negated: boolean;
		people: number;
		alone: number;
		unknown: number;
	};
	const tallies = new Map<string, Tally>();
	for (const { because } of results) {
		const distinct = new Map(
			because.map((one) => [JSON.stringify([one.condition, one.negated]), one]),
		);
		for (const [key, { condition, negated, unknown }] of distinct) {
			const fresh = { condition, negated, people: 0, alone: 0, unknown: 0 };
			const tally = tallies.get(key) ?? fresh;
			tally.people += 1;
			if (distinct.size === 1) tally.alone += 1;
			if (unknown) tally.unknown += 1;
			tallies.set(key, tally);
		}
	}
	return [...tallies.values()]
		.sort((one, other) => other.people - one.people)
		.map((tally) => ({
			...tally,
			people: unlessFew(tally.people),
			alone: unlessFew(tally.alone),
			unknown: unlessFew(tally.unknown),
		}));
}

function unlessFew(count: number): number | undefined {
	return count > 0 && count < smallestGroup ? undefined : count;
}

type Group = { readonly group: string; eligible: number; notEligible: number };

function countGroups(
	results: readonly Result[],
	fact: string,
): readonly GroupCount[] {
	const groups = new Map<string, Group>();
	for (const { facts, eligible } of results) {
		const name = groupOf(facts[fact]);
		const group = groups.get(name) ?? {
			group: name,
			eligible: 0,
			notEligible: 0,
		};
		if (eligible) group.eligible += 1;
		else group.notEligible += 1;
		groups.set(name, group);
	}
	const counted = [...groups.values()].sort(byName);
	const hidden = hide(counted);
	return counted.map((group) =>
		hidden.has(group)
			? { group: group.group, eligible: undefined, notEligible: undefined }
			: group,
	);
}

function groupOf(fact: FactValue | undefined): string {
	if (fact === undefined) return "";
	if (typeof fact === "string") return fact;
	if (typeof fact === "number") return String(fact);
	const first: unknown = Object.values(fact)[0];
	return Array.isArray(fact) && typeof first === "string" ? first : "";
}

function hide(groups: readonly Group[]): ReadonlySet<Group> {
	const hidden = new Set(groups.filter(isRevealing));
	const rest = groups
		.filter((group) => !hidden.has(group))
		.sort((one, other) => size(one) - size(other));
	for (const group of rest) {
		if (isProtected([...hidden])) break;
		hidden.add(group);
	}
	return hidden;
}

function isRevealing(group: Group): boolean {
	const { eligible, notEligible } = group;
	if (isFew(eligible) || isFew(notEligible)) return true;
	const isUniform = eligible === 0 || notEligible === 0;
	return isUniform && size(group) < smallestUniformGroup;
}

/** Whether the sum of what is hidden, which anyone can work out, says little enough. */
function isProtected(hidden: readonly Group[]): boolean {
	if (hidden.length === 0) return true;
	if (hidden.length === 1) return false;
	const eligible = hidden.reduce((sum, group) => sum + group.eligible, 0);
	const notEligible = hidden.reduce((sum, group) => sum + group.notEligible, 0);
	return !isRevealing({ group: "", eligible, notEligible });
}

function isFew(count: number): boolean {
	return count > 0 && count < smallestGroup;
}

function size(group: Group): number {
	return group.eligible + group.notEligible;
}

/** By code point, the unknown last, so that the same people give the same page. */
function byName(one: Group, other: Group): number {
	if (one.group === "" || other.group === "") return one.group === "" ? 1 : -1;
	return one.group < other.group ? -1 : 1;
}

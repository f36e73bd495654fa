// What a draft would change: the policy, the places, what the plan is for. In words, so that whoever compares sees what they compare.
import type { Policy } from "../../../domain/matching/policy.ts";
import {
	formatList,
	formatNumber,
	formatPercent,
	t,
} from "../../../ui/text.ts";
import type { Aim } from "../commands/changes.ts";
import { type PolicyDocument, policyOf } from "../policy-document.ts";
import { ruleTitle, termName } from "../policy-names.ts";
import { ruleMeaning } from "../term-meaning.ts";
import { weightOf } from "../term-weight.ts";

/** How many places more or fewer than they offer a draft gives mentors, by mentor; nobody who has as many as offered. */
export type Places = ReadonlyMap<string, number>;

export type Settings = Aim & {
	readonly policy: PolicyDocument;
	readonly places: Places;
};

/** Each difference from `now` to `then` in a sentence of its own. `aimName` says what a plan is for. */
export function settingsChanges(
	now: Settings,
	then: Settings,
	{
		name,
		aimName,
	}: {
		readonly name: (id: string) => string;
		readonly aimName: (aim: Aim) => string;
	},
): readonly string[] {
	const [before, after] = [policyOf(now.policy), policyOf(then.policy)];
	return [
		...weightChanges(before, after),
		...ruleChanges(before, after),
		...(aimName(now) === aimName(then)
			? []
			: [
					t("Planned for: {after} instead of {before}.", {
						before: aimName(now),
						after: aimName(then),
					}),
				]),
		...placeChanges(now.places, then.places, name),
		...otherChanges(now.policy, then.policy),
	];
}

function weightChanges(before: Policy, after: Policy): readonly string[] {
	const weights = ({ terms }: Policy) =>
		new Map(terms.map(({ name, measure }) => [name, weightOf(measure)]));
	const [old, next] = [weights(before), weights(after)];
	return [...new Set([...old.keys(), ...next.keys()])].flatMap((name) => {
		const [was, is] = [old.get(name) ?? 0, next.get(name) ?? 0];
		return was === is
			? []
			: [
					t("{term}: {is} points instead of {was}.", {
						term: termName(name),
						is: formatNumber(is),
						was: formatNumber(was),
					}),
				];
	});
}

function ruleChanges(before: Policy, after: Policy): readonly string[] {
	const rules = ({ rules: own }: Policy) =>
		new Map(own.map((rule) => [rule.name, rule]));
	const [old, next] = [rules(before), rules(after)];
	return [...new Set([...old.keys(), ...next.keys()])].flatMap((name) => {
		const [was, is] = [old.get(name), next.get(name)];
		const values = { rule: ruleTitle(name) };
		if (was === undefined && is !== undefined)
			return [
				t("Rule added: {rule} ({meaning})", {
					...values,
					meaning: ruleMeaning(is.test),
				}),
			];
		if (is === undefined) return [t("Rule left out: {rule}.", values)];
		return JSON.stringify(was?.test) === JSON.stringify(is.test)
			? []
			: [
					t("Rule changed: {rule} ({meaning})", {
						...values,
						meaning: ruleMeaning(is.test),
					}),
				];
	});
}

const MOST_NAMED = 6;

function placeChanges(
	now: Places,
	then: Places,
	name: (id: string) => string,
): readonly string[] {
	const changed = [...new Set([...now.keys(), ...then.keys()])]
		.map((mentor) => ({
			mentor,
			by: (then.get(mentor) ?? 0) - (now.get(mentor) ?? 0),
		}))
		.filter(({ by }) => by !== 0);
	if (changed.length === 0) return [];
	const more = changed.filter(({ by }) => by > 0);
	const fewer = changed.filter(({ by }) => by < 0);
	const sum = (list: typeof changed) =>
		list.reduce((total, { by }) => total + Math.abs(by), 0);
	const names = (list: typeof changed) =>
		list.length > MOST_NAMED
			? t("{mentors} mentors", { mentors: list.length })
			: formatList(list.map(({ mentor }) => name(mentor)));
	return [
		...(more.length === 0
			? []
			: [
					t(
						"{places, plural, one {One place more} other {# places more}}: {names}.",
						{ places: sum(more), names: names(more) },
					),
				]),
		...(fewer.length === 0
			? []
			: [
					t(
						"{places, plural, one {One place fewer} other {# places fewer}}: {names}.",
						{ places: sum(fewer), names: names(fewer) },
					),
				]),
	];
}

/** What a policy from a file may hold beside weights and rules: caps, groups compared, pairs of its own. */
function otherChanges(
	before: PolicyDocument,
	after: PolicyDocument,
): readonly string[] {
	const differs = (member: string) =>
		JSON.stringify(before[member] ?? null) !==
		JSON.stringify(after[member] ?? null);
	return [
		...(differs("caps")
			? [t("Other caps on how many pairs there may be.")]
			: []),
		...(differs("protected")
			? [t("Other groups are kept within the ratio.")]
			: []),
		...(differs("pinned") || differs("forbidden")
			? [t("Other pairs that the policy itself settles.")]
			: []),
	];
}

/** What a plan is for, with its ratio and measure: "Equity-guarded, access at least 80 %". */
export function aimText(
	{ objective, ratio, measure }: Aim,
	planName: (kind: Aim["objective"]) => string,
): string {
	return objective === "fair"
		? t(
				"{plan}, {measure, select, quality {quality} other {access}} at least {ratio}",
				{
					plan: planName(objective),
					measure,
					ratio: formatPercent((ratio ?? 0) / 1_000_000),
				},
			)
		: planName(objective);
}

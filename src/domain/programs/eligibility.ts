import { Temporal } from "temporal-polyfill";
import type {
	Condition,
	FactKinds,
	Facts,
	FactValue,
	Rule,
	Value,
} from "./rule.ts";

/** A condition that stood in the way. */
export type Obstacle = {
	readonly condition: Condition;
	/** The condition was met, but the rule says it must not be. */
	readonly negated: boolean;
	/** Nothing is known about this fact, so the condition counts as not met. */
	readonly unknown: boolean;
};

export type Eligibility = {
	readonly eligible: boolean;
	readonly because: readonly Obstacle[];
};

export type RuleSetting = {
	readonly kinds: FactKinds;
	readonly today: Temporal.PlainDate;
};

/**
 * Whether a rule admits a person, and if not, every condition that stands in
 * the way. A condition on an unknown fact is not met (and so passes under
 * `not`): nobody is admitted by a gap in the records. Where one of several
 * alternatives would do, all of them are named.
 */
export function isEligible(
	rule: Rule,
	facts: Facts,
	setting: RuleSetting,
): Eligibility {
	const because = obstacles(rule, facts, setting, false);
	return { eligible: because.length === 0, because };
}

/** Whole years between an ISO date and a day; negative if the date is later. */
export function wholeYears(from: string, today: Temporal.PlainDate): number {
	const start = Temporal.PlainDate.from(from);
	return start.until(today, { largestUnit: "years" }).years;
}

/**
 * What keeps the rule from holding, or with `negated` from failing. Negation is
 * pushed down to the conditions (De Morgan), so that reasons name conditions.
 */
function obstacles(
	rule: Rule,
	facts: Facts,
	setting: RuleSetting,
	negated: boolean,
): readonly Obstacle[] {
	if ("not" in rule) return obstacles(rule.not, facts, setting, !negated);
	if ("all" in rule || "any" in rule) {
		const parts = "all" in rule ? rule.all : rule.any;
		const found = parts.map((one) => obstacles(one, facts, setting, negated));
		const allMustHold = "all" in rule !== negated;
		if (allMustHold || found.every((one) => one.length > 0)) {
			return found.length === 0 && !allMustHold
				? [nothingSuffices]
				: found.flat();
		}
		return [];
	}
	const met = isMet(rule, facts[rule.fact], setting);
	if (met !== negated) return [];
	const unknown = rule.is !== "is-empty" && isEmpty(facts[rule.fact]);
	return [{ condition: rule, negated, unknown }];
}

/** An empty choice of alternatives admits nobody, and has to say something. */
const nothingSuffices: Obstacle = {
	condition: { fact: "", is: "is-empty" },
	negated: false,
	unknown: false,
};

function isMet(
	condition: Condition,
	fact: FactValue | undefined,
	setting: RuleSetting,
): boolean {
	if (condition.is === "is-empty") return isEmpty(fact);
	if (fact === undefined || isEmpty(fact)) return false;
	switch (condition.is) {
		case "is":
			return fact === condition.value;
		case "is-one-of":
			return typeof fact === "string" && condition.value.includes(fact);
		case "at-least":
			return (order(condition, fact, setting.kinds) ?? -1) >= 0;
		case "at-most":
			return (order(condition, fact, setting.kinds) ?? 1) <= 0;
		case "years-at-least":
		case "years-at-most":
			return isLongEnoughAgo(condition, fact, setting.today);
		case "contains":
			return typeof fact === "object" && holds(fact, condition.value);
	}
}

function isEmpty(fact: FactValue | undefined): boolean {
	if (fact === undefined || fact === "") return true;
	return typeof fact === "object" && Object.keys(fact).length === 0;
}

/** Negative, zero or positive as the fact is below, at or above the value. */
function order(
	{ fact: name, value }: { readonly fact: string; readonly value: Value },
	fact: FactValue,
	kinds: FactKinds,
): number | undefined {
	const kind = kinds[name];
	if (typeof fact === "number" && typeof value === "number") {
		return fact - value;
	}
	if (typeof fact !== "string" || typeof value !== "string") return undefined;
	if (kind?.kind === "ordered") {
		const here = kind.scale.indexOf(fact);
		const there = kind.scale.indexOf(value);
		return here < 0 || there < 0 ? undefined : here - there;
	}
	if (kind?.kind !== "date" || fact === value)
		return fact === value ? 0 : undefined;
	return fact < value ? -1 : 1;
}

function isLongEnoughAgo(
	condition: {
		readonly is: "years-at-least" | "years-at-most";
		readonly value: number;
	},
	fact: FactValue,
	today: Temporal.PlainDate,
): boolean {
	if (typeof fact !== "string") return false;
	const start = Temporal.PlainDate.from(fact);
	const due = start.add(asDuration(condition.value));
	const passed = Temporal.PlainDate.compare(due, today);
	return condition.is === "years-at-least" ? passed <= 0 : passed >= 0;
}

/** Years with decimals as years and whole months, so that 1.5 is 18 months. */
function asDuration(years: number): { years: number; months: number } {
	const whole = Math.floor(years);
	return { years: whole, months: Math.round((years - whole) * 12) };
}

function holds(
	fact: readonly string[] | Readonly<Record<string, number>>,
	value: string,
): boolean {
	return isList(fact) ? fact.includes(value) : Object.hasOwn(fact, value);
}

/** Array.isArray does not narrow readonly arrays. */
function isList(fact: object): fact is readonly string[] {
	return Array.isArray(fact);
}

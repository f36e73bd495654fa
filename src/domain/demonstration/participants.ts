import type { Temporal } from "temporal-polyfill";
import { isEligible } from "../programs/eligibility.ts";
import { personFacts } from "../programs/person-facts.ts";
import type { Facts, Rule } from "../programs/rule.ts";
import type { CastMember, CastRole } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { gradeScale } from "./house.ts";
import type { DemonstrationPerson } from "./person.ts";

/** What the making of a program needs to know about the company. */
export type Company = {
	readonly today: Temporal.PlainDate;
	readonly people: readonly DemonstrationPerson[];
	readonly facts: ReadonlyMap<string, Facts>;
	readonly cast: ReadonlyMap<CastRole, DemonstrationPerson>;
	readonly members: ReadonlyMap<string, CastMember>;
};

/** Those a rule admits who are still here, in a drawn order; the cast is seated by hand. */
export function admitted(
	rule: Rule,
	{ today, people, facts, members }: Company,
	dice: Chance,
): readonly DemonstrationPerson[] {
	const kinds = personFacts(gradeScale);
	const eligible = people.filter(
		({ employeeNumber }) =>
			!members.has(employeeNumber) &&
			isEligible(rule, facts.get(employeeNumber) ?? {}, { kinds, today })
				.eligible,
	);
	return dice.some(eligible, eligible.length);
}

/** Whether two could be paired at all: no reporting line, a language, a common hour. */
export function canMeet(
	{ facts }: Company,
	one: DemonstrationPerson,
	other: DemonstrationPerson,
): boolean {
	const left = facts.get(one.employeeNumber) ?? {};
	const right = facts.get(other.employeeNumber) ?? {};
	const apart = Math.abs(
		Number(left["utc offset"]) - Number(right["utc offset"]),
	);
	return (
		one.employeeNumber !== other.employeeNumber &&
		!includes(left.line, other.employeeNumber) &&
		!includes(right.line, one.employeeNumber) &&
		one.languages.some((language) => other.languages.includes(language)) &&
		Math.min(apart, 1440 - apart) <= 540
	);
}

/** How many levels sought are on offer: what an attentive program manager would look at first. */
export function usefulness(
	mentor: DemonstrationPerson,
	mentee: DemonstrationPerson,
): number {
	return mentee.seeks.reduce(
		(sum, sought) => {
			const offer = mentor.offers.find(
				({ competency }) => competency === sought.competency,
			);
			return sum + (offer?.level ?? 0);
		},
		mentor.function === mentee.function ? 0 : 1,
	);
}

/** The employee number of a member of the cast, who is always there. */
export function numberOf({ cast }: Company, role: CastRole): string {
	return cast.get(role)?.employeeNumber ?? "";
}

function includes(list: Facts[string], value: string): boolean {
	return Array.isArray(list) && list.includes(value);
}

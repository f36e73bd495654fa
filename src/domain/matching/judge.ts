import type { Check, Measure } from "./measure.ts";
import { compileRule, compileTerm } from "./measure.ts";
import type { Person } from "./people-table.ts";
import { comparable } from "./people-table.ts";
import type { Policy } from "./policy.ts";
import type { ScoredPair } from "./problem.ts";
import { pairKey } from "./problem.ts";
import type { PairExplanation } from "./scoring.ts";

/** Names of the rules that hold without being written in a policy. */
export const SAME_PERSON = "same-person";
export const FORBIDDEN_PAIR = "forbidden-pair";

/** A policy ready to be asked about pairs. */
export type Judge = {
	isAllowed: Check;
	score(mentor: Person, mentee: Person): ScoredPair;
	brokenRules(mentor: Person, mentee: Person): readonly string[];
	explain(mentor: Person, mentee: Person): PairExplanation;
};

/** Makes rules and terms of a policy ready, together with the rules that hold anyway. */
export function compileJudge(policy: Policy): Judge {
	const rules = namedChecks(policy);
	const terms: { readonly name: string; readonly measure: Measure }[] =
		policy.terms.map((term) => ({
			name: term.name,
			measure: compileTerm(policy, term),
		}));
	const brokenRules = (mentor: Person, mentee: Person) =>
		rules.filter(({ check }) => !check(mentor, mentee)).map(({ name }) => name);
	return {
		isAllowed: (mentor, mentee) =>
			rules.every(({ check }) => check(mentor, mentee)),
		score(mentor, mentee) {
			let points = 0;
			for (const { measure } of terms) points += measure(mentor, mentee);
			return { mentee: mentee.id, mentor: mentor.id, points };
		},
		brokenRules,
		explain(mentor, mentee) {
			const parts = terms.map(({ name, measure }) => ({
				term: name,
				points: measure(mentor, mentee),
			}));
			return {
				brokenRules: brokenRules(mentor, mentee),
				parts,
				points: parts.reduce((sum, part) => sum + part.points, 0),
			};
		},
	};
}

type NamedCheck = { readonly name: string; readonly check: Check };

function namedChecks(policy: Policy): readonly NamedCheck[] {
	const key = (mentee: string, mentor: string) =>
		pairKey({
			mentee: comparable(mentee, policy.ignoreCase),
			mentor: comparable(mentor, policy.ignoreCase),
		});
	const barred = new Set(policy.forbidden.map((p) => key(p.mentee, p.mentor)));
	return [
		{ name: SAME_PERSON, check: (mentor, mentee) => mentor.key !== mentee.key },
		...policy.rules.map((rule) => ({
			name: rule.name,
			check: compileRule(policy, rule),
		})),
		{
			name: FORBIDDEN_PAIR,
			check: (mentor, mentee) =>
				barred.size === 0 || !barred.has(key(mentee.key, mentor.key)),
		},
	];
}

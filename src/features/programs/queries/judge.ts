import { Temporal } from "temporal-polyfill";
import {
	type Eligibility,
	isEligible,
} from "../../../domain/programs/eligibility.ts";
import {
	type EligibilityPreview,
	previewEligibility,
} from "../../../domain/programs/preview.ts";
import type { FactKinds, Facts, Rule } from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";
import { factsIn, loadPersonFacts } from "./person-facts.ts";

export type JudgedPerson = {
	readonly id: string;
	readonly name: string;
	readonly about: string;
	readonly eligibility: Eligibility;
};

export type Judged = {
	readonly preview: EligibilityPreview;
	readonly people: readonly JudgedPerson[];
};

const groupFacts = ["function", "location", "grade"] as const;

type Asked = {
	readonly rule: Rule;
	readonly kinds: FactKinds;
	readonly today: string;
};

/** Everyone in the organisation judged by a rule. Runs as a program manager. */
export async function judgeEveryone(
	db: Db,
	{ rule, kinds, today }: Asked,
): Promise<Judged> {
	const people = await loadPersonFacts(db, { today, facts: factsIn(rule) });
	const setting = { kinds, today: Temporal.PlainDate.from(today) };
	return {
		preview: previewEligibility(
			[...people.values()],
			rule,
			groupFacts,
			setting,
		),
		people: [...people].map(([id, facts]) => ({
			id,
			name: text(facts["name"]),
			about: aboutOf(facts),
			eligibility: isEligible(rule, facts, setting),
		})),
	};
}

export type Candidate = {
	readonly id: string;
	readonly name: string;
	readonly about: string;
};

/** Those a rule lets in, by name. */
export async function eligiblePeople(
	db: Db,
	{ rule, kinds, today }: Asked,
): Promise<readonly Candidate[]> {
	const people = await loadPersonFacts(db, { today, facts: factsIn(rule) });
	const setting = { kinds, today: Temporal.PlainDate.from(today) };
	return [...people]
		.filter(([, facts]) => isEligible(rule, facts, setting).eligible)
		.map(([id, facts]) => ({
			id,
			name: text(facts["name"]),
			about: aboutOf(facts),
		}));
}

function aboutOf(facts: Facts): string {
	return [facts["grade"], facts["function"], facts["location"]]
		.map(text)
		.filter(Boolean)
		.join(" · ");
}

function text(value: Facts[string]): string {
	return typeof value === "string" ? value : "";
}

import { type Charter, usualPulseWeeks } from "./charter.ts";
import type { Rule } from "./rule.ts";

export type TemplateLanguage = "en" | "de";

export type TemplateKey =
	| "executive-cross-generation"
	| "reverse-mentoring"
	| "succession-cohort"
	| "first-time-leaders";

/** What each side is called in this program and what is expected of it. */
export type SideText = {
	readonly name: string;
	readonly expectations: readonly string[];
};

export type TemplateText = {
	readonly name: string;
	/** One sentence for the page on which a template is chosen. */
	readonly summary: string;
	readonly purpose: string;
	readonly enterpriseGoals: readonly string[];
	readonly businessChallenges: readonly string[];
	readonly schedulingNorms: readonly string[];
	readonly mentor: SideText;
	readonly mentee: SideText;
};

/** A program to start from; all of it can be changed before and after. */
export type ProgramTemplate = {
	readonly key: TemplateKey;
	readonly frame: Omit<
		Charter,
		| "purpose"
		| "enterpriseGoals"
		| "businessChallenges"
		| "schedulingNorms"
		| "pulseWeeks"
	>;
	/** Places a mentor has, and mentors a mentee is to have, unless they say otherwise. */
	readonly mentorCapacity: number;
	readonly menteeNeed: number;
	/** Who sets the agenda of a meeting. */
	readonly agendaBy: "mentee" | "mentor" | "both";
	/** Which sides write down what they want to learn. */
	readonly learningGoalsFor: readonly ("mentor" | "mentee")[];
	readonly eligibility: (gradeScale: readonly string[]) => {
		readonly mentor: Rule;
		readonly mentee: Rule;
	};
	readonly text: Readonly<Record<TemplateLanguage, TemplateText>>;
};

/** The charter a template begins with, in one language. */
export function charterFrom(
	template: ProgramTemplate,
	language: TemplateLanguage,
): Charter {
	const text = template.text[language];
	return {
		purpose: text.purpose,
		enterpriseGoals: text.enterpriseGoals,
		businessChallenges: text.businessChallenges,
		...template.frame,
		pulseWeeks: usualPulseWeeks,
		schedulingNorms: text.schedulingNorms,
	};
}

/**
 * A condition on grade that fits any organisation's scale: the steps between
 * two shares of it, from 0 (the lowest grade) to 1 (the highest). Without a
 * scale there is nothing to say, and no condition.
 */
export function gradesBetween(
	gradeScale: readonly string[],
	low: number,
	high: number,
): readonly Rule[] {
	const top = gradeScale.length - 1;
	const lowest = gradeScale[Math.round(low * top)];
	const highest = gradeScale[Math.round(high * top)];
	if (lowest === undefined || highest === undefined) return [];
	return [
		...(low > 0
			? [{ fact: "grade", is: "at-least", value: lowest } as const]
			: []),
		...(high < 1
			? [{ fact: "grade", is: "at-most", value: highest } as const]
			: []),
	];
}

// What may have happened to a pair since it was made. Facts in, findings out: no database here.
import type { Policy } from "../../../domain/matching/policy.ts";

export type MatterKind =
	| "reports-to-mentor"
	| "breaks-rule"
	| "mentor-left"
	| "mentor-paused"
	| "mentor-withdrew"
	| "late-joiner"
	/** Their proposal ended without an answer of one of the two; of which, is not said. */
	| "unanswered"
	| "waiting";

export type Finding = {
	readonly kind: MatterKind;
	readonly mentee: string;
	readonly mentor: string | null;
	readonly relationship: string | null;
	readonly rule: string | null;
};

/** A pair that runs, as it stands today. */
export type RunningPair = {
	readonly relationship: string;
	readonly mentee: string;
	readonly mentor: string;
	readonly isMentorEnrolled: boolean;
	readonly isMentorPaused: boolean;
	/** Everyone above the mentee. */
	readonly managersAbove: readonly string[];
	/** By the names of the policy's rules. */
	readonly brokenRules: readonly string[];
};

/** What needs a decision about a pair. One finding a kind; a broken reporting line is told as such, not once more as a rule. */
export function findingsOf(
	pair: RunningPair,
	policy: Policy,
	isConfidential: (column: string) => boolean,
): readonly Finding[] {
	const found = (kind: MatterKind, rule: string | null = null): Finding => ({
		kind,
		mentee: pair.mentee,
		mentor: pair.mentor,
		relationship: pair.relationship,
		rule,
	});
	const reports = pair.managersAbove.includes(pair.mentor);
	const rule = pair.brokenRules.find(
		(name) =>
			tellable(policy, name, isConfidential) &&
			!(reports && isReportingLine(policy, name)),
	);
	return [
		...(reports ? [found("reports-to-mentor")] : []),
		...(rule === undefined ? [] : [found("breaks-rule", rule)]),
		...(pair.isMentorEnrolled ? [] : [found("mentor-withdrew")]),
		...(pair.isMentorEnrolled && pair.isMentorPaused
			? [found("mentor-paused")]
			: []),
	];
}

// That the two are each other's partners is what a pair is; and what was told in confidence is not told by a flag either.
function tellable(
	policy: Policy,
	name: string,
	isConfidential: (column: string) => boolean,
): boolean {
	const test = policy.rules.find((rule) => rule.name === name)?.test;
	if (test === undefined) return false;
	const columns =
		"columns" in test
			? [test.columns.mentor, test.columns.mentee]
			: [test.column];
	return !columns.some((column) => column === "past" || isConfidential(column));
}

function isReportingLine(policy: Policy, name: string): boolean {
	const test = policy.rules.find((rule) => rule.name === name)?.test;
	if (test === undefined) return false;
	return (
		test.compare === "reporting-line" ||
		(test.compare === "named" && test.column === "line")
	);
}

import { t } from "../../../ui/text.ts";
import { ruleTitle } from "../policy-names.ts";
import type { Matter, settledMatters } from "./queries.ts";

export function matterTitle({
	kind,
	mentee,
	mentor,
}: Pick<Matter, "kind" | "mentee" | "mentor">): string {
	const two = { mentee, mentor };
	switch (kind) {
		case "reports-to-mentor":
			return t("{mentee} now reports to {mentor}", two);
		case "breaks-rule":
			return t("{mentee} and {mentor} no longer fit a rule", two);
		case "mentor-left":
			return t("{mentor} has left; {mentee} has no mentor", two);
		case "mentor-paused":
			return t("{mentor} pauses; {mentee} waits", two);
		case "mentor-withdrew":
			return t(
				"{mentor} has withdrawn as a mentor, and still meets {mentee}",
				two,
			);
		case "unanswered":
			return t("{mentee} waits: a proposal ended unanswered", two);
		case "late-joiner":
			return t("{mentee} joined after the round", two);
		case "waiting":
			return t("{mentee} waits for a place", two);
	}
}

export function matterDetail({ kind, rule }: Matter): string {
	switch (kind) {
		case "reports-to-mentor":
			return t(
				"A mentor among one’s own managers is what no program wants: what is said could be held against somebody.",
			);
		case "breaks-rule":
			return t("The rule “{rule}” did hold when they were paired.", {
				rule: ruleTitle(rule ?? ""),
			});
		case "mentor-left":
			return t("Their relationship ended with the day of leaving.");
		case "mentor-paused":
			return t(
				"A short pause needs nothing. For a long one, somebody else may take over.",
			);
		case "mentor-withdrew":
			return t(
				"They may go on as long as both like, or somebody else takes over.",
			);
		case "unanswered":
			return t(
				"Silence has no name: it may have been either of the two, and nothing is held against anyone. Somebody else can be proposed at once.",
			);
		case "late-joiner":
			return t(
				"A free place can be proposed at once; otherwise they are part of the next round.",
			);
		case "waiting":
			return t("The nearest change: one more place at one of these mentors.");
	}
}

export function settledWords({
	how,
	mentee,
	by,
}: Awaited<ReturnType<typeof settledMatters>>[number]): string {
	const who = { mentee, by };
	switch (how) {
		case "kept":
			return t("{by} kept the pair of {mentee}", who);
		case "ended":
			return t("{by} ended the pair of {mentee} without fault", who);
		case "handed-over":
			return t("{by} had somebody else asked to take over {mentee}", who);
		case "proposed":
			return t("{by} had somebody proposed to {mentee}", who);
		case "passed":
		case null:
			return t("It passed by itself: {mentee}", who);
	}
}

import { t } from "../../../ui/text.ts";
import type { Curriculum, LearningStep } from "../queries/curricula.ts";

export function kindOf({ kind }: Pick<LearningStep, "kind">): string {
	return kind === "lesson" ? t("Lesson") : t("Assignment");
}

/** "Lesson, 5 minutes" */
export function stepLine(step: Pick<LearningStep, "kind" | "minutes">): string {
	return t("{kind}, {minutes, plural, one {one minute} other {# minutes}}", {
		kind: kindOf(step),
		minutes: step.minutes,
	});
}

/** "6 steps, 57 minutes in all", or how much is left. */
export function lengthLine({ isTaken, progress }: Curriculum): string {
	if (progress.of === 0) return t("no step yet");
	if (progress.atHand === undefined) return t("all steps done");
	return isTaken || progress.done > 0
		? t(
				"{done} of {of} steps done, {minutes, plural, one {one minute} other {# minutes}} to go",
				{
					done: progress.done,
					of: progress.of,
					minutes: progress.minutesLeft,
				},
			)
		: t(
				"{of, plural, one {one step} other {# steps}}, {minutes, plural, one {one minute} other {# minutes}} in all",
				{ of: progress.of, minutes: progress.minutesLeft },
			);
}

export function sideName(side: "mentor" | "mentee" | "both"): string {
	switch (side) {
		case "mentor":
			return t("to mentors");
		case "mentee":
			return t("to mentees");
		case "both":
			return t("to everyone in it");
	}
}

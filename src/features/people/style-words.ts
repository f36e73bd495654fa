import type { StyleStatement } from "../../domain/style/profile.ts";
import type { StyleQuestionKey } from "../../domain/style/questions.ts";
import { t } from "../../ui/text.ts";

/** The two opposite statements of a question, in the reader's language. The English ones are the domain's own (a test compares them). */
export function styleQuestionWords(key: StyleQuestionKey): {
	readonly left: string;
	readonly right: string;
} {
	switch (key) {
		case "say-or-hint":
			return {
				left: t("I say what I think straight away, also when it is unwelcome."),
				right: t(
					"I choose the moment and the words with care before I say it.",
				),
			};
		case "soften-or-plain":
			return {
				left: t("Feedback helps me most when it is wrapped in context."),
				right: t("Feedback helps me most when it comes in one plain sentence."),
			};
		case "read-between":
			return {
				left: t("I leave room for what is understood without being said."),
				right: t("I prefer everything that matters to be spoken out loud."),
			};
		case "think-aloud":
			return {
				left: t("I find out what I think while I am talking."),
				right: t("I think in silence first and speak when I am sure."),
			};
		case "sleep-on-it":
			return {
				left: t("After a good talk I want a night before I settle anything."),
				right: t("After a good talk I want to act the same day."),
			};
		case "agenda-or-open":
			return {
				left: t("I want to know the questions before we meet."),
				right: t("I want to see where the conversation takes us."),
			};
		case "stories-or-steps":
			return {
				left: t("I learn best from stories and what they stir up."),
				right: t("I learn best from a clear line of steps and reasons."),
			};
		case "close-or-leave-open":
			return {
				left: t("A session should end with agreed points."),
				right: t("A session may end with a good question."),
			};
		case "encourage-or-test":
			return {
				left: t(
					"When I bring a plan, I first want to hear what is good about it.",
				),
				right: t("When I bring a plan, I first want to hear where it breaks."),
			};
		case "debate-or-build":
			return {
				left: t("I enjoy taking the other side to test a thought."),
				right: t("I enjoy building on a thought until it stands."),
			};
	}
}

/** What the answers say, as a sentence. */
export function styleSentence({ dimension, leaning }: StyleStatement): string {
	switch (dimension) {
		case "directness":
			return {
				low: t(
					"Chooses words with care; expects the same and hears what is left unsaid.",
				),
				between: t("Can be plain or careful, as the matter asks."),
				high: t("Speaks plainly and takes plain words well."),
			}[leaning];
		case "pace":
			return {
				low: t(
					"Thinks before speaking and likes a night between talk and decision.",
				),
				between: t("Moves from thought to action at an even pace."),
				high: t("Thinks aloud and likes to act the same day."),
			}[leaning];
		case "structure":
			return {
				low: t(
					"Likes an open conversation, stories and a good question to end on.",
				),
				between: t(
					"Likes a plan for the conversation and the freedom to leave it.",
				),
				high: t(
					"Likes questions in advance, clear steps and agreed points at the end.",
				),
			}[leaning];
		case "challenge":
			return {
				low: t("Builds on ideas first and tests them later."),
				between: t("Values encouragement and challenge in turn."),
				high: t("Wants ideas tested hard and early."),
			}[leaning];
	}
}

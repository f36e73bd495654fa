import type {
	AskedQuestion,
	Question,
	QuestionKind,
} from "../../domain/sessions/questions.ts";
import { t } from "../../ui/text.ts";

/** As it stands on an agenda, in the language of who reads it. */
export function askedWords({ kind, question }: AskedQuestion): string {
	return `${questionKindName(kind)}: ${questionWords(question)}`;
}

export function questionKindName(kind: QuestionKind): string {
	switch (kind) {
		case "business-relevance":
			return t("What the business needs");
		case "strategic-uncertainty":
			return t("What nobody knows yet");
		case "leadership-judgement":
			return t("How you decide");
		case "at-the-table":
			return t("To listen by");
	}
}

export function questionWords(question: Question): string {
	switch (question) {
		case "result-that-counts":
			return t("Which one result of the next quarter would change the most?");
		case "who-pays":
			return t("Who pays for it if this goes wrong, and do they know?");
		case "stop-doing":
			return t("What should your area stop doing, and what keeps it going?");
		case "customer-said":
			return t("What did a customer last say that surprised you?");
		case "one-number":
			return t("Which number do you look at first, and what does it hide?");
		case "money-elsewhere":
			return t("If the budget were halved, what would you still do?");
		case "believe-without-proof":
			return t("What does your plan take for granted that nobody has tested?");
		case "change-our-mind":
			return t("What would have to happen for you to change your mind?");
		case "early-sign":
			return t("Which early sign would tell you that the world has turned?");
		case "two-futures":
			return t("What would you do in either of two very different futures?");
		case "competitor-laughs":
			return t("What do you do that your strongest competitor is glad about?");
		case "cheap-test":
			return t("What is the cheapest test of your riskiest assumption?");
		case "hardest-decision":
			return t("Which decision is hardest at the moment, and why is it yours?");
		case "not-said-aloud":
			return t("What does everyone know and nobody say in your team?");
		case "decide-again":
			return t("Which decision would you take differently today?");
		case "who-was-right":
			return t("Who disagreed with you lately and turned out to be right?");
		case "delegate-next":
			return t("What should you no longer decide yourself?");
		case "what-you-avoid":
			return t("Which conversation have you been putting off?");
		case "who-decides-there":
			return t("Who decides there, and who only seems to?");
		case "what-is-not-asked":
			return t("Which question does nobody ask?");
		case "whose-view-lacks":
			return t("Whose view is missing at the table?");
		case "what-turned-it":
			return t("What turned the talk, and who said it?");
		case "you-would-decide":
			return t("What would you have decided, and why?");
		case "what-you-carry-back":
			return t("What do you take back to your own area?");
	}
}

import type {
	AgreementProblem,
	AgreementTopic,
} from "../../domain/relationships/agreement.ts";
import {
	longestClause,
	longestHeading,
	mostClauses,
	mostSections,
} from "../../domain/relationships/agreement.ts";
import { t } from "../../ui/text.ts";

export function topicName(topic: AgreementTopic): string {
	switch (topic) {
		case "boundaries":
			return t("Boundaries");
		case "confidentiality":
			return t("Confidentiality");
		case "ethics":
			return t("Ethics");
	}
}

/** What the text answers, for those who have not read it yet. */
export function topicQuestion(topic: AgreementTopic): string {
	switch (topic) {
		case "boundaries":
			return t("What we are to each other, and what not");
		case "confidentiality":
			return t("What stays between us, and where that ends");
		case "ethics":
			return t("How we treat each other and the organisation");
	}
}

export function problemSentence(problem: AgreementProblem): string {
	switch (problem.why) {
		case "empty":
			return t("Write at least one heading with a clause under it.");
		case "too-many-sections":
			return t("Keep to {count} headings.", { count: mostSections });
		case "no-heading":
			return t("Give these clauses a heading.");
		case "long-heading":
			return t("Keep the heading to {count} characters.", {
				count: longestHeading,
			});
		case "same-heading":
			return t("This heading is used above already.");
		case "no-clauses":
			return t("Write at least one clause, or empty the heading.");
		case "too-many-clauses":
			return t("Keep to {count} clauses under a heading.", {
				count: mostClauses,
			});
		case "long-clause":
			return t("Keep each clause to {count} characters.", {
				count: longestClause,
			});
	}
}

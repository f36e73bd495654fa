// Names of rules and terms are part of the policy and stay as its author wrote them, in every language of its readers. Those that Baton
// itself writes are known here, so that they read well in each.
import type { TermFamily } from "../../domain/matching/policy.ts";
import { currentLocale, t } from "../../ui/text.ts";
import { factName } from "../programs/rule-words.ts";
import { ruleName as builtInRuleName } from "./sentences.ts";

export function termName(name: string): string {
	return ownTermName(name) ?? name;
}

/** A term with what its author says it serves: likeness predicts comfort, difference learning. */
export function familyLabel(
	name: string,
	family: TermFamily | undefined,
): string {
	if (family === undefined) return name;
	return t(
		"{name} ({family, select, comfort {comfort} learning {learning} competence {competence} wishes {wishes} other {logistics}})",
		{ name, family },
	);
}

export function ruleTitle(name: string): string {
	return ownRuleName(name) ?? builtInRuleName(name);
}

/** What a column holds, within a sentence: "function", "languages". */
export function columnName(column: string): string {
	switch (column) {
		case "id":
			return t("the person’s id");
		case "capacity":
			return t("places");
		case "need":
			return t("mentors needed");
		case "line":
			return t("managers above");
		case "utc offset":
			return t("time zone");
		case "blocked":
			return t("who must not be met");
		case "past":
			return t("earlier partners");
		case "wishes":
			return t("wishes");
		case "generation":
			return t("generation");
		case "style":
			return t("style of communication");
		default:
			return withinSentence(factName(column) ?? column);
	}
}

// German nouns keep their capital wherever they stand.
function withinSentence(name: string): string {
	return currentLocale() === "en" ? name.toLocaleLowerCase() : name;
}

function ownTermName(name: string): string | undefined {
	switch (name) {
		case "Competencies sought and offered":
			return t("Competencies sought and offered");
		case "Another function":
			return t("Another function");
		case "Another unit":
			return t("Another unit");
		case "Another place":
			return t("Another place");
		case "Another generation":
			return t("Another generation");
		case "Clients both know":
			return t("Clients both know");
		case "Industries both know":
			return t("Industries both know");
		case "Near in time zone":
			return t("Near in time zone");
		case "Wished for by the mentee":
			return t("Wished for by the mentee");
		case "Wished for by the mentor":
			return t("Wished for by the mentor");
	}
	return undefined;
}

function ownRuleName(name: string): string | undefined {
	switch (name) {
		case "Not in one reporting line":
			return t("Not in one reporting line");
		case "A language in common":
			return t("A language in common");
		case "Working days that meet":
			return t("Working days that meet");
		case "Nobody the mentee must not meet":
			return t("Nobody the mentee must not meet");
		case "Nobody the mentor must not meet":
			return t("Nobody the mentor must not meet");
		case "A new pair":
			return t("A new pair");
		case "Another unit":
			return t("Another unit");
		case "Another function":
			return t("Another function");
		case "Mentor of a higher grade":
			return t("Mentor of a higher grade");
		case "Mentor of a lower grade":
			return t("Mentor of a lower grade");
		case "Mentor one to three grades above":
			return t("Mentor one to three grades above");
		case "Functional: of the same function":
			return t("Functional: of the same function");
		case "Peer: at most one grade apart":
			return t("Peer: at most one grade apart");
		case "Reverse: of a lower grade":
			return t("Reverse: of a lower grade");
		case "Steps of grade":
			return t("Steps of grade");
	}
	return undefined;
}

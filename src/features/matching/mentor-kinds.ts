// The kinds of mentors that Baton itself offers. Names are part of the policy and stay as its author wrote them; these are known, so that they
// read well in each language.
import type { Json } from "../../domain/matching/canonical-json.ts";
import { t } from "../../ui/text.ts";

export const knownKinds = ["primary", "functional", "peer", "reverse"] as const;
export type KnownKind = (typeof knownKinds)[number];

/** A kind as it stands beside a pair. */
export function mentorKindName(kind: string): string {
	switch (kind) {
		case "primary":
			return t("primary mentor");
		case "functional":
			return t("functional mentor");
		case "peer":
			return t("peer mentor");
		case "reverse":
			return t("reverse mentor");
	}
	return kind;
}

/** What a kind is for, in one sentence. */
export function mentorKindMeaning(kind: string): string {
	switch (kind) {
		case "primary":
			return t("Accompanies the whole of their development.");
		case "functional":
			return t("Knows their field from within: of the same function.");
		case "peer":
			return t("Of about their own grade, at most one step apart.");
		case "reverse":
			return t(
				"Of a lower grade: the view from further down, for those who lead.",
			);
	}
	return t("As the policy’s own rules for it say.");
}

/** The rule that makes a kind what it is, as the form writes it; nothing for the primary, which the other rules are about. */
export function ruleOfKind(
	kind: KnownKind,
	hasGrades: boolean,
): Readonly<Record<string, Json>> | undefined {
	const kinds = [kind];
	if (kind === "functional")
		return {
			name: "Functional: of the same function",
			kinds,
			compare: "same",
			column: "function",
		};
	if (!hasGrades) return undefined;
	if (kind === "peer")
		return {
			name: "Peer: at most one grade apart",
			kinds,
			compare: "steps",
			column: "grade",
			allowed: [-1, 0, 1],
		};
	return kind === "reverse"
		? {
				name: "Reverse: of a lower grade",
				kinds,
				compare: "steps",
				column: "grade",
				allowed: Array.from({ length: 9 }, (_, k) => k - 9),
			}
		: undefined;
}

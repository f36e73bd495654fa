import { starterDe } from "./starter/de.ts";
import { starterEn } from "./starter/en.ts";

export type StarterStep = {
	readonly kind: "lesson" | "assignment";
	readonly title: string;
	/** Markdown. */
	readonly body: string;
	readonly minutes: number;
	/** What the two may talk about once it is done. */
	readonly question: string;
};

export type StarterCurriculum = {
	readonly key: "mentoring-well" | "being-mentored";
	readonly side: "mentor" | "mentee";
	readonly title: string;
	readonly summary: string;
	readonly steps: readonly StarterStep[];
};

/**
 * Two curricula to begin with, one for each side, written for Baton. From the moment they are installed they are the organisation's own texts,
 * so they never pass through t(); both languages have the same steps in the same order.
 */
export function starterCurricula(
	language: "en" | "de",
): readonly StarterCurriculum[] {
	return language === "de" ? starterDe : starterEn;
}

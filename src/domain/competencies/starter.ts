import type { Catalogue } from "./catalogue.ts";
import { change as changeDe } from "./starter/de/change.ts";
import { direction as directionDe } from "./starter/de/direction.ts";
import { financeAndRisk as financeAndRiskDe } from "./starter/de/finance-and-risk.ts";
import { judgement as judgementDe } from "./starter/de/judgement.ts";
import { people as peopleDe } from "./starter/de/people.ts";
import { stakeholders as stakeholdersDe } from "./starter/de/stakeholders.ts";
import type { ClusterText } from "./starter/cluster-text.ts";
import { change } from "./starter/en/change.ts";
import { direction } from "./starter/en/direction.ts";
import { financeAndRisk } from "./starter/en/finance-and-risk.ts";
import { judgement } from "./starter/en/judgement.ts";
import { people } from "./starter/en/people.ts";
import { stakeholders } from "./starter/en/stakeholders.ts";

export type StarterLanguage = "en" | "de";

/**
 * The catalogue an organisation may begin with: 24 competencies of senior
 * leadership in six clusters, written for Baton and taken from no published
 * scale. From the moment it is installed it is the organisation's own text, so
 * it never passes through t(); both languages carry the same keys.
 */
export function starterCatalogue(language: StarterLanguage): Catalogue {
	const texts = clusterTexts[language];
	return {
		clusters: texts.map(({ key, name }) => ({ key, name })),
		competencies: texts.flatMap((cluster) =>
			Object.entries(cluster.competencies).map(([key, text]) => ({
				key,
				cluster: cluster.key,
				...text,
			})),
		),
	};
}

/** What the five levels are called where there is no room for an anchor. */
export const levelNames = {
	en: [
		"Understands",
		"Does it with support",
		"Does it alone",
		"Leads others in it",
		"Shapes the enterprise",
	],
	de: [
		"Versteht es",
		"Tut es mit Unterstützung",
		"Tut es selbstständig",
		"Leitet andere darin",
		"Prägt das Unternehmen",
	],
} as const satisfies Record<
	StarterLanguage,
	readonly [string, string, string, string, string]
>;

const clusterTexts: Record<StarterLanguage, readonly ClusterText[]> = {
	en: [direction, judgement, people, stakeholders, financeAndRisk, change],
	de: [
		directionDe,
		judgementDe,
		peopleDe,
		stakeholdersDe,
		financeAndRiskDe,
		changeDe,
	],
};

/** The key of a competency of the starter, for code that must name one. */
export type StarterCompetency =
	| keyof typeof direction.competencies
	| keyof typeof judgement.competencies
	| keyof typeof people.competencies
	| keyof typeof stakeholders.competencies
	| keyof typeof financeAndRisk.competencies
	| keyof typeof change.competencies;

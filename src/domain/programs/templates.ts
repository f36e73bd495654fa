import type { ProgramTemplate, TemplateKey } from "./template.ts";
import { executiveCrossGeneration } from "./templates/executive-cross-generation.ts";
import { firstTimeLeaders } from "./templates/first-time-leaders.ts";
import { reverseMentoring } from "./templates/reverse-mentoring.ts";
import { successionCohort } from "./templates/succession-cohort.ts";

/** The programs an organisation can start from, in the order they are offered. */
export const programTemplates: readonly ProgramTemplate[] = [
	executiveCrossGeneration,
	reverseMentoring,
	successionCohort,
	firstTimeLeaders,
];

/** The template a form named, or undefined. */
export function templateNamed(key: string): ProgramTemplate | undefined {
	return programTemplates.find((template) => template.key === key);
}

export const templateKeys = [
	"executive-cross-generation",
	"reverse-mentoring",
	"succession-cohort",
	"first-time-leaders",
] as const satisfies readonly TemplateKey[];

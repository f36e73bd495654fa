import { z } from "zod";
import {
	type Cadence,
	cadences,
	type Charter,
	programFormats,
	type ProgramFormat,
	usualPulseWeeks,
} from "../../domain/programs/charter.ts";
import { formatList, formatNumber, t } from "../../ui/text.ts";

const Body = z.object({
	purpose: z.string(),
	enterpriseGoals: z.array(z.string()),
	businessChallenges: z.array(z.string()),
	formats: z.array(z.enum(programFormats)),
	cadence: z.enum(cadences),
	sessionMinutes: z.number(),
	lengthMonths: z.number(),
	schedulingNorms: z.array(z.string()),
	evaluationMonths: z.array(z.number()),
	pulseWeeks: z.number().default(usualPulseWeeks),
});

/** The charter as the database keeps it. */
export function readCharter(body: unknown): Charter {
	return Body.parse(body);
}

export function charterLabel(field: keyof Charter): string {
	switch (field) {
		case "purpose":
			return t("What it is for");
		case "enterpriseGoals":
			return t("Goals of the organisation it serves");
		case "businessChallenges":
			return t("Challenges it answers");
		case "formats":
			return t("Formats");
		case "cadence":
			return t("How often people meet");
		case "sessionMinutes":
			return t("Length of a session");
		case "lengthMonths":
			return t("Length of the program");
		case "schedulingNorms":
			return t("Customs of scheduling");
		case "evaluationMonths":
			return t("When people are asked how it goes");
		case "pulseWeeks":
			return t("How often each is asked alone how it goes");
	}
}

/** One field of a charter, as the lines a person reads. */
export function charterLines(
	charter: Charter,
	field: keyof Charter,
): readonly string[] {
	switch (field) {
		case "purpose":
			return [charter.purpose];
		case "enterpriseGoals":
		case "businessChallenges":
		case "schedulingNorms":
			return charter[field];
		case "formats":
			return [formatList(charter.formats.map(formatName))];
		case "cadence":
			return [cadenceName(charter.cadence)];
		case "sessionMinutes":
			return [t("{count} minutes", { count: charter.sessionMinutes })];
		case "lengthMonths":
			return [
				t("{count, plural, one {one month} other {# months}}", {
					count: charter.lengthMonths,
				}),
			];
		case "evaluationMonths":
			return charter.evaluationMonths.length === 0
				? [t("not planned")]
				: [
						t("after month {months}", {
							months: formatList(
								charter.evaluationMonths.map((month) => formatNumber(month)),
							),
						}),
					];
		case "pulseWeeks":
			return [
				t("once in {count} weeks, read by nobody else", {
					count: charter.pulseWeeks,
				}),
			];
	}
}

export function formatName(format: ProgramFormat): string {
	switch (format) {
		case "one-to-one":
			return t("one to one");
		case "reverse":
			return t("reverse mentoring");
		case "peer":
			return t("among peers");
		case "circle":
			return t("circle");
		case "flash":
			return t("single conversation");
		case "shadowing":
			return t("shadowing");
		case "sponsorship":
			return t("sponsorship");
	}
}

export function cadenceName(cadence: Cadence): string {
	switch (cadence) {
		case "two-weeks":
			return t("every two weeks");
		case "month":
			return t("every month");
		case "six-weeks":
			return t("every six weeks");
		case "quarter":
			return t("every quarter");
		case "own":
			return t("as the two agree");
	}
}

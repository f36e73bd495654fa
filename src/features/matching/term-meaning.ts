import { pointsOf } from "../../domain/matching/decimal.ts";
import type { RuleTest, TermMeasure } from "../../domain/matching/policy.ts";
import {
	formatAlternatives,
	formatList,
	formatNumber,
	t,
} from "../../ui/text.ts";
import { columnName } from "./policy-names.ts";

/** What a term rewards, in a sentence without its points. */
export function termMeaning(measure: TermMeasure): string {
	switch (measure.compare) {
		case "same":
			return t("Both are the same in {column}.", columnsOf(measure));
		case "different":
			return t("The two differ in {column}.", columnsOf(measure));
		case "contains":
			return t(
				"What one side asks for ({mentee}) is among the other’s {mentor}.",
				columnsOf(measure),
			);
		case "steps":
			return t("How far apart the two stand in {column}: {steps}.", {
				...columnsOf(measure),
				steps: formatList(
					[...measure.points].map(([step, points]) =>
						t("{step} apart gives {points}", {
							step: signed(step),
							points: formatNumber(pointsOf(points)),
						}),
					),
				),
			});
		case "overlap":
			return t("Each thing in common counts: {column}.", columnsOf(measure));
		case "distance":
			return measure.columns.mentor === "utc offset"
				? t("The nearer their clocks, the more.")
				: t("The nearer in {column}, the more.", columnsOf(measure));
		case "table":
			return t("By a table of {mentee} and {mentor}.", columnsOf(measure));
		case "levels":
			return t(
				"What the mentee seeks and the mentor offers; the higher the level offered, the more.",
			);
		case "levels-alike":
			return t("The more alike in {column}, the more.", columnsOf(measure));
		case "levels-apart":
			return t("The further apart in {column}, the more.", columnsOf(measure));
		case "named":
			return measure.side === "mentee"
				? t("The mentee named the mentor; a first wish counts most.")
				: t("The mentor named the mentee; a first wish counts most.");
		case "one-of":
			return t(
				"The {side, select, mentor {mentor} other {mentee}} has one of {values} in {column}.",
				{
					side: measure.side,
					values: formatAlternatives(measure.values),
					column: columnName(measure.column),
				},
			);
	}
}

/** What a rule asks, in a sentence. */
export function ruleMeaning(test: RuleTest): string {
	switch (test.compare) {
		case "same":
			return t("Both must be the same in {column}.", columnsOf(test));
		case "different":
			return t("The two must differ in {column}.", columnsOf(test));
		case "steps":
			return stepsSentence(test.allowed, columnsOf(test));
		case "contains":
			return t(
				"What one side asks for ({mentee}) must be among the other’s {mentor}.",
				columnsOf(test),
			);
		case "overlap":
			return t("At least {least} in common: {column}.", {
				...columnsOf(test),
				least: test.least,
			});
		case "distance":
			if (test.columns.mentor === "utc offset")
				return t(
					"Their clocks are at most {hours, plural, one {one hour} other {{shown} hours}} apart.",
					{
						hours: pointsOf(test.most) / 60,
						shown: formatNumber(pointsOf(test.most) / 60),
					},
				);
			return t("At most {most} apart in {column}.", {
				...columnsOf(test),
				most: formatNumber(pointsOf(test.most)),
			});
		case "difference":
			return t(
				"The difference in {column} must lie within limits.",
				columnsOf(test),
			);
		case "range":
			return t(
				"The {side, select, mentor {mentor’s} other {mentee’s}} {column} must lie within limits.",
				{
					side: test.side,
					column: columnName(test.column),
				},
			);
		case "one-of":
			return t(
				"The {side, select, mentor {mentor’s} other {mentee’s}} {column} must be one of {values}.",
				{
					side: test.side,
					column: columnName(test.column),
					values: formatAlternatives(test.values),
				},
			);
		case "levels":
			return t(
				"At least {least, plural, one {one competency} other {# competencies}} sought must be offered at level {level}.",
				{
					least: test.least,
					level: test.level,
				},
			);
		case "named":
			if (test.column === "blocked")
				return t(
					"Nobody whom one of the two, or whoever runs the program, has ruled out.",
				);
			if (test.column === "past")
				return t("Nobody whom they were paired with before.");
			return test.allowed === "only"
				? t(
						"Only people whom the {side, select, mentor {mentor} other {mentee}} named in {column}.",
						{
							side: test.side,
							column: columnName(test.column),
						},
					)
				: t(
						"Nobody whom the {side, select, mentor {mentor’s} other {mentee’s}} {column} names.",
						{
							side: test.side,
							column: columnName(test.column),
						},
					);
		case "reporting-line":
			return t("Neither is among the managers above the other.");
	}
}

function columnsOf({
	columns,
}: {
	readonly columns: { readonly mentor: string; readonly mentee: string };
}) {
	return {
		column: columnName(columns.mentor),
		mentor: columnName(columns.mentor),
		mentee: columnName(columns.mentee),
	};
}

// Most rules allow a run of steps ("one to seven above"); only what has gaps is listed.
function stepsSentence(
	allowed: readonly number[],
	columns: ReturnType<typeof columnsOf>,
): string {
	const steps = allowed.toSorted((one, other) => one - other);
	const [least, most] = [steps[0] ?? 0, steps.at(-1) ?? 0];
	const isRun = most - least === steps.length - 1;
	if (isRun && least > 0)
		return t(
			"The mentor stands {least, number}{more, select, yes { to {most, number}} other {}} {most, plural, one {step} other {steps}} above the mentee in {column}.",
			{ ...columns, least, most, more: most > least ? "yes" : "no" },
		);
	if (isRun && most < 0)
		return t(
			"The mentor stands {least, number}{more, select, yes { to {most, number}} other {}} {most, plural, one {step} other {steps}} below the mentee in {column}.",
			{
				...columns,
				least: -most,
				most: -least,
				more: most > least ? "yes" : "no",
			},
		);
	return t("The mentor stands {steps} steps from the mentee in {column}.", {
		...columns,
		steps: formatAlternatives(allowed.map(signed)),
	});
}

function signed(step: number): string {
	return step > 0 ? `+${step}` : step < 0 ? `−${-step}` : "0";
}

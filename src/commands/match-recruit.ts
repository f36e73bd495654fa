// match --recruit COLUMN: which mentors to look for, by what one more place of theirs would bring.
import { pointsOf } from "../domain/matching/decimal.ts";
import type { Cell } from "../domain/matching/people-table.ts";
import type { Recruitment } from "../domain/matching/place-prices.ts";
import { placePrices, recruitment } from "../domain/matching/place-prices.ts";
import type { Plan } from "../domain/matching/plan.ts";
import type { Scoring } from "../domain/matching/scoring.ts";
import { formatPoints } from "../features/matching/sentences.ts";
import { formatNumber, t } from "../ui/text.ts";
import type { ExitCode, Io } from "./io.ts";
import { refuse } from "./matching-output.ts";

const MOST_LINES = 20;

/** Prints what each value of a mentors' column is worth in places: exact for one more place of each mentor, the mean over those who have the value. */
export function printRecruitment(
	io: Io,
	{ problem, solution }: Plan,
	scoring: Scoring,
	column: string,
	isJson: boolean,
): ExitCode {
	if (!scoring.mentors.some(({ cells }) => cells.has(column)))
		return refuse(io, [
			t("The policy compares no mentors’ column “{column}”.", { column }),
		]);
	const cells = new Map(
		scoring.mentors.map(({ id, cells: own }) => [id, own.get(column)]),
	);
	const wanted = recruitment(placePrices(problem, solution), (mentor) =>
		valuesOf(cells.get(mentor)),
	);
	io.stdout(
		isJson
			? `${JSON.stringify({ column, wanted: wanted.map(document) }, null, "\t")}\n`
			: text(column, wanted),
	);
	return 0;
}

function valuesOf(cell: Cell | undefined): readonly string[] {
	switch (cell?.kind) {
		case "text":
		case "step":
			return [cell.text];
		case "amount":
			return [String(pointsOf(cell.millionths))];
		case "list":
			return cell.items;
		case "levels":
			return [...cell.levels.keys()];
		case "empty":
		case undefined:
			return [];
	}
}

function document({ value, mentors, places, mean, most }: Recruitment) {
	return {
		value,
		mentors,
		places,
		/** For one more place of a mentor with the value, on average. */
		people: mean.people,
		pairs: mean.pairs,
		points: mean.points / 1e6,
		most: {
			mentor: most.mentor,
			people: most.gain.people,
			pairs: most.gain.pairs,
			points: pointsOf(most.gain.points),
		},
	};
}

function text(column: string, wanted: readonly Recruitment[]): string {
	const lines = [
		t(
			"What one more place of a mentor brings, by “{column}” (the mean over mentors who have it, and the mentor whose place brings most):",
			{ column },
		),
		...wanted.slice(0, MOST_LINES).map(({ value, mentors, mean, most }) =>
			t(
				"  {value} ({mentors, plural, one {one mentor} other {# mentors}}): {people} people, {pairs} pairs, {points} points; most at {mentor}: {mostPeople} people, {mostPoints} points",
				{
					value,
					mentors,
					people: formatNumber(mean.people, 2),
					pairs: formatNumber(mean.pairs, 2),
					points: formatPoints(Math.round(mean.points / 10_000) * 10_000),
					mentor: most.mentor,
					mostPeople: most.gain.people,
					mostPoints: formatPoints(most.gain.points),
				},
			),
		),
	];
	return lines.map((line) => `${line}\n`).join("");
}

import type { ImportOptions, ImportPlan } from "./import-plan.ts";
import { judgeRows, type TakenRow } from "./judge-rows.ts";
import type { KnownPerson } from "./known-person.ts";
import { type ManagerPlan, planManagers } from "./managers.ts";
import type { PersonId } from "./person-id.ts";
import type { PersonRow } from "./person-row.ts";
import { planRow, reportOf } from "./plan-row.ts";
import type { PeopleReading, RefusedRow } from "./read-people.ts";
import { indexPeople, type KnownPeople, mentioned } from "./recognise.ts";
import { inFileOrder, type RowProblem } from "./row-problem.ts";

/**
 * Compares the rows of a file with the people known and says all that would happen; nothing does. People are recognised by employee number,
 * then e-mail. O(rows + people).
 */
export function planImport(
	reading: PeopleReading,
	known: readonly KnownPerson[],
	options: ImportOptions,
): ImportPlan {
	const people = indexPeople(known);
	const judged = judgeRows(reading.rows, people);
	const refused = [...reading.refused, ...judged.refused];
	const mentions = [...reading.rows.map(keysOf), ...refused];
	const missing = missingPeople(people, mentions);
	const leave = leaving(missing, options);
	const reports = judged.taken.flatMap((row) => reportOf(row, options));
	const managers = planManagers(reports, people, new Set(leave));
	const plans = judged.taken.map((row) => planRow(row, managers, options));
	const problems = [
		...reading.problems,
		...judged.problems,
		...plans.flatMap((plan) => plan.problems),
		...managerProblems(judged.taken, managers),
	];
	return {
		create: plans.flatMap((plan) => plan.create),
		update: plans.flatMap((plan) => plan.update),
		unchanged: plans.flatMap((plan) => plan.unchanged),
		refused: refused.map(({ row }) => row).toSorted((a, b) => a - b),
		proposals: plans.flatMap((plan) => plan.proposals),
		problems: inFileOrder(problems),
		missing,
		unrecognised: refused
			.filter((row) => mentioned(row, people).length === 0)
			.map(({ row }) => row),
		leave,
	};
}

function keysOf({ row, facts }: PersonRow): RefusedRow {
	return {
		row,
		employeeNumber: facts.employeeNumber ?? null,
		email: facts.email ?? null,
	};
}

function missingPeople(
	people: KnownPeople,
	rows: readonly RefusedRow[],
): readonly PersonId[] {
	const inFile = new Set(rows.flatMap((row) => mentioned(row, people)));
	return people.all
		.filter((person) => person.facts.leftOn === null && !inFile.has(person))
		.map(({ id }) => id);
}

function leaving(
	missing: readonly PersonId[],
	{ leaving: wanted }: ImportOptions,
): readonly PersonId[] {
	if (wanted === "nobody") return [];
	if (wanted === "everyone-missing") return missing;
	const chosen = new Set(wanted);
	return missing.filter((id) => chosen.has(id));
}

function managerProblems(
	taken: readonly TakenRow[],
	{ troubles }: ManagerPlan,
): readonly RowProblem[] {
	const written = new Map(taken.map(({ row }) => [row.row, row.manager ?? ""]));
	return troubles.map(({ row, trouble }) => ({
		...trouble,
		row,
		column: null,
		value: written.get(row) ?? "",
		severity: "warning",
	}));
}

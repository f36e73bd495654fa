import type { KnownPerson } from "./known-person.ts";
import type { PersonRow } from "./person-row.ts";
import type { RefusedRow } from "./read-people.ts";
import { type KnownPeople, recognise, releasedBy } from "./recognise.ts";
import type { RowProblem, Trouble } from "./row-problem.ts";

/** A row and whom it is about; null: someone new. */
export interface TakenRow {
	readonly row: PersonRow;
	readonly person: KnownPerson | null;
}

export interface Judgement {
	readonly taken: readonly TakenRow[];
	readonly refused: readonly RefusedRow[];
	readonly problems: readonly RowProblem[];
}

/**
 * Recognises whom each row is about and refuses those that would make two people one, one person twice, or somebody without a name or
 * address. An address may pass from one person to another within a file, as long as the row that gives it up is taken: so judging is
 * repeated until no further row is refused.
 */
export function judgeRows(
	rows: readonly PersonRow[],
	people: KnownPeople,
): Judgement {
	let refused: ReadonlySet<number> = new Set();
	for (;;) {
		const giving = rows.filter(({ row }) => !refused.has(row));
		const released = new Set(
			giving.flatMap(({ facts }) => releasedBy(facts, people) ?? []),
		);
		const judgement = judgeOnce(rows, people, released);
		const now = new Set(judgement.refused.map(({ row }) => row));
		const isSettled = giving.every(
			({ row, facts }) => !now.has(row) || releasedBy(facts, people) === null,
		);
		if (isSettled) return judgement;
		refused = new Set([...refused, ...now]);
	}
}

function judgeOnce(
	rows: readonly PersonRow[],
	people: KnownPeople,
	released: ReadonlySet<string>,
): Judgement {
	const recognised = rows.map((row) => ({
		row,
		...recognise(row.facts, people, released),
	}));
	const aboutOne = Map.groupBy(recognised, ({ claimed }) => claimed);
	const taken: TakenRow[] = [];
	const refused: RefusedRow[] = [];
	const problems: RowProblem[] = [];
	for (const { row, person, troubles, isRefused } of recognised) {
		const rivals = person === null ? [] : (aboutOne.get(person) ?? []);
		const shared = samePerson(
			person,
			rivals.map((rival) => rival.row.row),
		);
		const nameless = person === null && !isRefused ? newTroubles(row) : [];
		const errors = [...(isRefused ? troubles : []), ...shared, ...nameless];
		const warnings = errors.length > 0 ? [] : troubles;
		problems.push(
			...errors.map((trouble) => problem(row, trouble, "error")),
			...warnings.map((trouble) => problem(row, trouble, "warning")),
		);
		if (errors.length === 0) taken.push({ row, person });
		else refused.push(refusal(row));
	}
	return { taken, refused, problems };
}

function samePerson(
	person: KnownPerson | null,
	rows: readonly number[],
): readonly Trouble[] {
	if (person === null || rows.length < 2) return [];
	return [
		{
			code: "same-person",
			person: person.id,
			rows: rows.toSorted((a, b) => a - b),
		},
	];
}

/** What someone new must have. Of someone who has left and was never known nothing is kept, so nothing is asked. */
function newTroubles({ facts }: PersonRow): readonly Trouble[] {
	if (facts.leftOn) return [];
	const troubles: Trouble[] = [];
	if (!facts.email) troubles.push({ code: "missing-email" });
	if (!facts.firstName && !facts.lastName) {
		troubles.push({ code: "missing-name" });
	}
	return troubles;
}

function problem(
	row: PersonRow,
	trouble: Trouble,
	severity: "error" | "warning",
): RowProblem {
	const value = row.facts.email ?? row.facts.employeeNumber ?? "";
	return { ...trouble, row: row.row, column: null, value, severity };
}

function refusal({ row, facts }: PersonRow): RefusedRow {
	return {
		row,
		employeeNumber: facts.employeeNumber ?? null,
		email: facts.email ?? null,
	};
}

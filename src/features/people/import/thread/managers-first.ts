import type { NewPerson } from "../../../../domain/people/import-plan.ts";

/** New people in an order in which nobody stands before their manager, so that they can be stored piece by piece. A plan holds no loops. */
export function managersFirst(
	people: readonly NewPerson[],
): readonly NewPerson[] {
	const byRow = new Map(people.map((person) => [person.row, person]));
	const depths = new Map<number, number>();
	for (const person of people) {
		const way: number[] = [];
		let at: NewPerson | undefined = person;
		while (at !== undefined && !depths.has(at.row)) {
			way.push(at.row);
			at = above(at, byRow);
		}
		let depth = at === undefined ? -1 : (depths.get(at.row) ?? -1);
		for (const row of way.toReversed()) depths.set(row, ++depth);
	}
	return people.toSorted(
		(a, b) => (depths.get(a.row) ?? 0) - (depths.get(b.row) ?? 0),
	);
}

function above(
	{ manager }: NewPerson,
	byRow: ReadonlyMap<number, NewPerson>,
): NewPerson | undefined {
	return manager !== null && "row" in manager
		? byRow.get(manager.row)
		: undefined;
}

// Tables of people from a seed, for property tests.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { PeopleTable } from "./people-table.ts";

test("the same seed gives the same people", () => {
	assert.deepEqual(randomPeople(9, 4), randomPeople(9, 4));
	assert.notDeepEqual(randomPeople(9, 4), randomPeople(9, 5));
});

/** Small tables have few distinct cells; large ones have more than a table of pairs of cells holds. */
export function randomPeople(size: number, seed: number): PeopleTable {
	let state = seed;
	const draw = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
	const many = size > 50;
	const some = (name: string, of: number, most: number) =>
		Array.from({ length: draw(most + 1) }, () => `${name}${draw(of)}`);
	const skills = ["law", "tax", "art", "sea", "ice"];
	const cell: Readonly<Record<string, () => string>> = {
		unit: () =>
			many ? `u${draw(300)}` : (["x", "y", "z", "X"][draw(4)] ?? ""),
		grade: () => ["a", "b", "c", "d"][draw(4)] ?? "",
		zone: () => String((draw(many ? 900 : 20) - 9) / (many ? 8 : 1)),
		joined: () =>
			`20${10 + draw(many ? 15 : 1)}-0${1 + draw(9)}-${10 + draw(19)}`,
		tongues: () =>
			[...some("w", many ? 40 : 1, 4), ...some("u", 300, 1), "x", "y", "z"]
				.filter(() => draw(2) === 0)
				.join(";"),
		skills: () =>
			Array.from(
				{ length: draw(7) },
				() => `${skills[draw(5)]}:${draw(4)}`,
			).join(";"),
		wishes: () => some("p", size, 3).join(";"),
		above: () => some("P", size, 2).join(";"),
	};
	const rows = Array.from({ length: size }, (_, k) => ({
		id: `p${k}`,
		...Object.fromEntries(
			Object.entries(cell).map(([name, make]) => [
				name,
				draw(6) === 0 ? "" : make(),
			]),
		),
	}));
	return { columns: ["id", ...Object.keys(cell)], rows };
}

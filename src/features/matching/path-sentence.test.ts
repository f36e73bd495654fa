import assert from "node:assert/strict";
import { test } from "node:test";
import type { Move } from "../../domain/matching/plan-changes.ts";
import {
	placeSentence,
	remedySentence,
	wayOfForcing,
	wayWithout,
} from "./path-sentence.ts";

const POINT = 1_000_000;

function move(
	mentee: string,
	from: string | undefined,
	to: string | undefined,
	points: number,
): Move {
	return { mentee, from, to, points: points * POINT };
}

const name = (id: string) => id;

test("whose place it would take, and who would move where", () => {
	const moves = [
		move("Ana", "Fay", "Bob", 9),
		move("Carl", "Bob", "Dan", -12),
		move("Eve", "Dan", undefined, -7),
	];
	assert.equal(
		wayOfForcing(moves, name),
		"Bob’s place would come from Carl, who moves to Dan (−12). Dan’s place would come from Eve, who would have one mentor fewer.",
	);
	assert.equal(
		wayOfForcing(moves.slice(0, 1), name),
		"Nobody else would have to move.",
	);
	assert.equal(
		wayWithout(
			[move("Ana", "Bob", "Dan", -3), move("Gus", undefined, "Bob", 4)],
			name,
		),
		"Ana would go to Dan (−3). Gus would get Bob.",
	);
});

test("a long way is told in its beginning", () => {
	const moves = Array.from({ length: 8 }, (_, k) =>
		move(`p${k}`, `m${k}`, `m${k + 1}`, -1),
	);
	assert.match(wayOfForcing(moves, name), /3 more people move after that\.$/u);
});

test("what one more place brings, and whom it could serve", () => {
	assert.equal(
		placeSentence(
			{
				mentor: "Ingrid",
				places: 2,
				gain: { people: 1, mentors: 0, pairs: 1, points: 5 * POINT },
				moves: [
					move("Jola", "Tomás", "Ingrid", 1),
					move("Wei", undefined, "Tomás", 4),
				],
			},
			name,
		),
		"One more place at Ingrid: one mentee more with a mentor and 5 points more. In the best plan then, Wei would come in.",
	);
	assert.equal(
		remedySentence(
			{
				side: "mentee",
				kind: "one-more-place",
				partner: "Ingrid",
				rule: undefined,
				alsoNeedsPlace: false,
				people: ["Wei", "Jola"],
				serves: "Wei",
				gain: undefined,
			},
			name,
		),
		"One more place at Ingrid would serve one of these 2 people; the best plan decides whom.",
	);
});

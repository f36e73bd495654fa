import assert from "node:assert/strict";
import { test } from "node:test";
import type {
	Change,
	Reason,
	Unmatched,
} from "../../domain/matching/unmatched.ts";
import {
	cellSentence,
	changeSentence,
	formatPoints,
	pinSentence,
	unmatchedSentence,
} from "./sentences.ts";

const POINT = 1_000_000;

test("why somebody has no pair, in one sentence each", () => {
	const say = (reason: Reason, side: Unmatched["side"] = "mentee") =>
		unmatchedSentence(
			{ side, id: "wei", missing: 1, reason, change: undefined },
			nameOf,
		);
	const competing = (people: string[], mentors: string[]) =>
		say({ why: "places-taken", people, mentors, places: people.length - 1 });
	assert.equal(
		say({
			why: "nobody-eligible",
			removals: [
				{ rule: "Different units", removed: 4, alone: 3 },
				{ rule: "same-person", removed: 1, alone: 1 },
			],
		}),
		"No mentor is eligible: “Different units” rules out 4 and “Nobody mentors themselves” rules out 1.",
	);
	assert.equal(
		competing(["wei", "jola"], ["ingrid"]),
		"The one place at Ingrid is with Jola, who has nowhere else to go.",
	);
	assert.equal(
		competing(["wei", "jola", "noor"], ["ingrid", "tomás"]),
		"The 2 places at Ingrid and Tomás are with Jola and Noor, who have nowhere else to go.",
	);
	assert.equal(
		competing(["wei", "a", "b", "c", "d"], ["ingrid"]),
		"5 mentees compete for the 4 places of one mentor, and have nowhere else to go.",
	);
	assert.equal(
		say({ why: "lowers-the-total", loss: 2.5 * POINT }),
		"There is a place, but taking it would lower the total by 2.5.",
	);
	assert.equal(
		say({ why: "mentees-served", eligible: 2 }, "mentor"),
		"Both eligible mentees have the mentors they need.",
	);
	assert.equal(
		say({ why: "everybody-taken-up", eligible: 1 }),
		"One more mentor is needed, but the one eligible mentor is with this mentee already.",
	);
});

test("the change that would help", () => {
	const change: Change = {
		kind: "one-more-place",
		partner: "ingrid",
		rule: undefined,
		alsoNeedsPlace: false,
		gain: -0.25 * POINT,
	};
	assert.equal(
		changeSentence(change, nameOf),
		"One more place at Ingrid would be enough, and nobody would lose theirs (total −0.25).",
	);
	assert.equal(
		changeSentence(
			{ ...change, kind: "waive-rule", rule: "Different units", gain: POINT },
			nameOf,
		),
		"Setting “Different units” aside for Ingrid would be enough (total +1).",
	);
	assert.equal(changeSentence(undefined), "No single change would help.");
});

test("cells and pins", () => {
	assert.equal(
		cellSentence({
			side: "mentor",
			row: 1,
			column: "grade",
			why: "not-on-scale",
			value: "AB",
		}),
		"“AB” is not on the policy’s scale",
	);
	assert.equal(
		pinSentence({
			pair: { mentee: "Wei", mentor: "Ingrid" },
			why: "breaks-rule",
			rule: "forbidden-pair",
		}),
		"The pinned pair Wei and Ingrid breaks the rule “Pairs ruled out by name”.",
	);
});

test("points show the places they have", () => {
	assert.deepEqual([2_036_000_000, 500_000, 1, 0].map(formatPoints), [
		"2,036",
		"0.5",
		"0.000001",
		"0",
	]);
});

function nameOf(id: string): string {
	return id.charAt(0).toUpperCase() + id.slice(1);
}

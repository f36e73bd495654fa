import assert from "node:assert/strict";
import { test } from "node:test";
import type { Live, LiveEdit } from "./live.ts";
import { createLive } from "./live.ts";
import { pricesFrom } from "./live-state.ts";
import { outcomeOf } from "./outcome.ts";
import type { ProblemInput } from "./problem.ts";
import { assembleProblem, comparePairs } from "./problem.ts";
import { solve } from "./solve.ts";

const spring: ProblemInput = {
	objective: "people",
	seed: "spring",
	mentees: ["Jola", "Sanjay", "Wei"].map((id) => ({ id, units: 1 })),
	mentors: ["Ingrid", "Tomás"].map((id) => ({ id, units: 1 })),
	pairs: [
		{ mentee: "Wei", mentor: "Ingrid", points: 9e6 },
		{ mentee: "Wei", mentor: "Tomás", points: 5e6 },
		{ mentee: "Jola", mentor: "Ingrid", points: 8e6 },
		{ mentee: "Jola", mentor: "Tomás", points: 7e6 },
		{ mentee: "Sanjay", mentor: "Tomás", points: 6e6 },
	],
};

test("whoever is pinned elsewhere makes room, and everybody moves as is best for all", () => {
	const live = started();
	const answer = live.edit({ kind: "pin", mentee: "Wei", mentor: "Tomás" });
	assert.deepEqual(answer, {
		ok: true,
		changes: {
			moves: [
				{ mentee: "Jola", from: ["Tomás"], to: ["Ingrid"] },
				{ mentee: "Wei", from: ["Ingrid"], to: ["Tomás"] },
			],
			people: 0,
			mentors: 0,
			pairs: 0,
			points: -3e6,
		},
	});
});

test("the inverse edit undoes", () => {
	const live = started();
	const before = made(live);
	for (const [edit, inverse] of [
		[pair("pin"), pair("unpin")],
		[pair("forbid"), pair("allow")],
		[units("Ingrid", 3), units("Ingrid", 1)],
		[units("Ingrid", 0), units("Ingrid", 1)],
		[units("Tomás", 2e9), units("Tomás", 1)],
		[
			{ kind: "units", side: "mentee", id: "Wei", units: 2e9 },
			{ kind: "units", side: "mentee", id: "Wei", units: 1 },
		],
	] as const) {
		assert.ok(live.edit(edit).ok);
		assert.ok(live.edit(inverse).ok);
		assert.deepEqual(made(live), before);
	}
});

test("what a pair that is not made would cost, and what one that is made is worth", () => {
	const live = started();
	const before = made(live);
	const forced = live.lossOf({ mentee: "Sanjay", mentor: "Tomás" });
	assert.equal(forced?.points, -1e6);
	const forbidden = live.lossOf({ mentee: "Wei", mentor: "Ingrid" });
	assert.equal(forbidden?.points, -2e6);
	assert.equal(forbidden?.people, 0);
	assert.deepEqual(made(live), before);
});

test("a mentor who joins makes room for whoever was left out", () => {
	const live = started();
	const answer = live.edit({
		kind: "join",
		side: "mentor",
		id: "Amara",
		units: 2,
		pairs: [
			{ with: "Sanjay", points: 1 },
			{ with: "Wei", points: 20e6 },
		],
	});
	assert.equal(answer.changes.people, 1);
	assert.deepEqual(
		made(live).map(({ mentee, mentor }) => `${mentee} ${mentor}`),
		["Jola Ingrid", "Sanjay Tomás", "Wei Amara"],
	);
});

test("an edit that makes no sense is refused, and those before it stay", () => {
	const live = started();
	const answer = live.edit(units("Ingrid", 2), {
		kind: "pin",
		mentee: "Wei",
		mentor: "Nobody",
	});
	assert.ok(!answer.ok);
	assert.deepEqual([answer.why, answer.at], ["unknown-mentor", 1]);
	assert.equal(answer.changes.people, 1);
	assert.ok(live.edit(pair("pin")).ok);
	const why = (edit: LiveEdit) => {
		const refused = live.edit(edit);
		return refused.ok ? "" : refused.why;
	};
	assert.equal(why(pair("pin")), "pinned");
	assert.equal(why(pair("forbid")), "pinned");
	assert.equal(why(units("Tomás", 0)), "pinned");
	assert.equal(
		why({ kind: "pin", mentee: "Jola", mentor: "Tomás" }),
		"no-place-left",
	);
	assert.equal(
		why({ kind: "pin", mentee: "Wei", mentor: "Ingrid" }),
		"no-need-left",
	);
	assert.equal(
		why({ kind: "pin", mentee: "Sanjay", mentor: "Ingrid" }),
		"unknown-pair",
	);
	assert.equal(why(units("Ingrid", -1)), "pinned");
	assert.equal(why(units("Ingrid", 1.5)), "not-whole");
});

test("it starts from a cold solution, and from its own prices without any search", () => {
	const problem = assembleProblem(spring);
	const cold = solve(problem);
	const outcome = outcomeOf(problem, cold);
	const prices = pricesFrom(problem, outcome.certificate);
	const live = createLive(problem, { used: cold.used, prices });
	assert.ok(live);
	assert.deepEqual(made(live), outcome.pairs);
	const again = createLive(problem, { used: cold.used, prices: live.prices() });
	assert.ok(again);
	assert.equal(again.operations(), 0);
});

function started(): Live {
	const live = createLive(assembleProblem(spring));
	assert.ok(live);
	return live;
}

function made(live: Live) {
	return live.made().toSorted(comparePairs);
}

function pair<Kind extends "pin" | "unpin" | "forbid" | "allow">(kind: Kind) {
	return { kind, mentee: "Wei", mentor: "Tomás" } as const;
}

function units(id: string, count: number) {
	return { kind: "units", side: "mentor", id, units: count } as const;
}

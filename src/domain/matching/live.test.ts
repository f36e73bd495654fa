// A live matching against the cold solve: after every edit of long sequences the same pairs, and a certificate that holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkCertificate } from "./certificate.ts";
import type { LiveAnswer, LiveChanges } from "./live.ts";
import { createLive } from "./live.ts";
import type { Edit } from "./live-test-model.ts";
import { createModel } from "./live-test-model.ts";
import { claimOf, outcomeOf } from "./outcome.ts";
import type { Objective, ScoredPair } from "./problem.ts";
import { assembleProblem, comparePairs, pairKey } from "./problem.ts";
import { solve } from "./solve.ts";

const index = fc.nat(99);
const points = fc.integer({ min: -2, max: 4 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({
		kind: fc.constantFrom("pin", "unpin", "forbid", "allow"),
		i: index,
		j: index,
	}),
	fc.record({ kind: fc.constant("points"), i: index, j: index, points }),
	fc.record({
		kind: fc.constant("units"),
		isMentee: fc.boolean(),
		x: index,
		units: fc.nat(3),
	}),
	fc.record({
		kind: fc.constant("join"),
		isMentee: fc.boolean(),
		units: fc.nat(3),
		scores: fc.array(points, { maxLength: 6 }),
	}),
);

const cohort = (people: number, edits: number) =>
	fc.record({
		objective: fc.constantFrom<Objective>("people", "total"),
		needs: fc.array(fc.nat(3), { minLength: 1, maxLength: people }),
		places: fc.array(fc.nat(3), { minLength: 1, maxLength: people }),
		scores: fc.array(fc.option(points), {
			minLength: people * people,
			maxLength: people * people,
		}),
		edits: fc.array(edit, {
			minLength: edits / 4,
			maxLength: edits,
			size: "max",
		}),
		batch: fc.integer({ min: 1, max: 4 }),
	});

type Cohort =
	ReturnType<typeof cohort> extends fc.Arbitrary<infer Value> ? Value : never;

test("after every edit the pairs are those of the changed problem solved anew, and proved", () => {
	fc.assert(fc.property(cohort(6, 40), follow), {
		numRuns: 200,
	});
});

test("so they are in larger cohorts, over long sequences", () => {
	fc.assert(fc.property(cohort(24, 160), follow), {
		numRuns: 10,
	});
});

function follow(given: Cohort): void {
	const { objective, needs, places, scores, edits, batch } = given;
	const model = createModel(objective, needs, places, scores);
	const problem = assembleProblem(model.input());
	const live = createLive(problem);
	assert.ok(live);
	let before = live.made();
	for (let k = 0; k < edits.length; k += batch) {
		const asked = edits
			.slice(k, k + batch)
			.flatMap((one) => model.make(one) ?? []);
		const answer: LiveAnswer = live.edit(...asked);
		assert.ok(answer.ok);
		const now = assembleProblem(model.input());
		const cold = outcomeOf(now, solve(now));
		const made = live.made().toSorted(comparePairs);
		assert.deepEqual(made, cold.pairs);
		const pinned = new Set(now.pinned.map(pairKey));
		const free = made.filter((pair) => !pinned.has(pairKey(pair)));
		const claim = claimOf(now, free, live.certificate());
		assert.deepEqual(checkCertificate(claim).ok, true);
		assert.deepEqual(plain(answer.changes), difference(before, made));
		before = made;
	}
	const again = createLive(assembleProblem(live.input()), {
		prices: live.prices(),
	});
	assert.deepEqual(again?.made().toSorted(comparePairs), before);
}

function plain({ moves, people, mentors, pairs, points: sum }: LiveChanges) {
	const lost = moves.flatMap(({ mentee, from }) =>
		from.map((mentor) => `${mentee} ${mentor}`),
	);
	const made = moves.flatMap(({ mentee, to }) =>
		to.map((mentor) => `${mentee} ${mentor}`),
	);
	const counts = { people, mentors, pairs, points: sum };
	return { lost: lost.sort(), made: made.sort(), ...counts };
}

function difference(before: readonly ScoredPair[], now: readonly ScoredPair[]) {
	const names = (pairs: readonly ScoredPair[]) =>
		new Set(pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
	const [was, is] = [names(before), names(now)];
	const count = (pairs: readonly ScoredPair[], side: "mentee" | "mentor") =>
		new Set(pairs.map((pair) => pair[side])).size;
	const sum = (pairs: readonly ScoredPair[]) =>
		pairs.reduce((total, pair) => total + pair.points, 0);
	return {
		lost: [...was].filter((name) => !is.has(name)).sort(),
		made: [...is].filter((name) => !was.has(name)).sort(),
		people: count(now, "mentee") - count(before, "mentee"),
		mentors: count(now, "mentor") - count(before, "mentor"),
		pairs: now.length - before.length,
		points: sum(now) - sum(before),
	};
}

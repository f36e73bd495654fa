// Kinds of mentors against an independent integer solver (HiGHS) on the same cohort.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { wantId } from "./kinds.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { broken, KINDS, planOf, valueOf, wantOf } from "./small-kinds.test.ts";

test("a cohort of forty: as good as HiGHS finds it", async () => {
	let state = 7;
	const draw = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
	const names = Array.from({ length: 40 }, (_, i) => `e${i}`);
	const mentees = KINDS.flatMap((kind, rank) =>
		names.map((mentee) => ({
			id: wantId(mentee, kind),
			units: rank === 1 ? 2 : 1,
			want: { mentee, kind, rank },
		})),
	);
	const mentors = Array.from({ length: 30 }, (_, j) => ({
		id: `r${j}`,
		units: 1 + draw(5),
	}));
	const pairs = mentees.flatMap(({ id }) =>
		mentors.flatMap((mentor, j): ScoredPair[] =>
			draw(3) === 0
				? [{ mentee: id, mentor: mentor.id, points: (draw(9) + j) * 1_000_000 }]
				: [],
		),
	);
	const input = {
		objective: "people",
		seed: "s",
		mentees,
		mentors,
		pairs,
	} as const;
	const plan = planOf(input);
	assert.deepEqual(broken(input, plan.pairs), []);
	assert.deepEqual(valueOf(input, plan.pairs), await byHighs(input));
});

const loadHighs: () => Promise<{
	solve(model: string): { Status: string; ObjectiveValue: number };
}> = createRequire(import.meta.url)("highs");

/** As an integer program of its own: pairs of wants, each mentee and mentor together once. */
async function byHighs(input: ProblemInput): Promise<readonly number[]> {
	const highs = await loadHighs();
	const x = (matches: (pair: ScoredPair) => boolean) =>
		input.pairs.flatMap((pair, k) => (matches(pair) ? [`x${k}`] : []));
	const rows: string[] = [];
	for (const { id, units } of input.mentees)
		rows.push(`${x(({ mentee }) => mentee === id).join(" + ")} <= ${units}`);
	for (const { id, units } of input.mentors)
		rows.push(`${x(({ mentor }) => mentor === id).join(" + ")} <= ${units}`);
	const people = [...new Set(input.mentees.map(({ want }) => want?.mentee))];
	for (const person of people)
		for (const { id } of input.mentors) {
			const both = x(
				(pair) =>
					pair.mentor === id && wantOf(input, pair.mentee).mentee === person,
			);
			if (both.length > 1) rows.push(`${both.join(" + ")} <= 1`);
		}
	const reached = people.map((_, i) => `y${i}`);
	people.forEach((person, i) => {
		const first = x(({ mentee }) => {
			const want = wantOf(input, mentee);
			return want.mentee === person && want.rank === 0;
		});
		rows.push(`${first.join(" + ")} - y${i} >= 0`);
	});
	const met = input.mentors.map((_, j) => `z${j}`);
	input.mentors.forEach(({ id }, j) => {
		rows.push(`${x(({ mentor }) => mentor === id).join(" + ")} - z${j} >= 0`);
	});
	const all = x(() => true);
	const whole = [...all, ...reached, ...met];
	const goals = [
		reached.join(" + "),
		met.join(" + "),
		all.join(" + "),
		input.pairs.map(({ points }, k) => `${points / 1e6} x${k}`).join(" + "),
	];
	return goals.map((goal, k) => {
		const model = [
			"Maximize",
			` goal: ${goal}`,
			"Subject To",
			...rows.map((row, at) => ` r${at}: ${row}`),
			"Bounds",
			...whole.map((name) => ` 0 <= ${name} <= 1`),
			"General",
			` ${whole.join(" ")}`,
			"End",
		];
		const solution = highs.solve(model.join("\n"));
		assert.equal(solution.Status, "Optimal");
		const value = Math.round(solution.ObjectiveValue);
		rows.push(`${goal} >= ${value}`);
		return k === 3 ? value * 1_000_000 : value;
	});
}

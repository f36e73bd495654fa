import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProblemInput, ScoredPair } from "../problem.ts";
import { assembleProblem } from "../problem.ts";
import type { FairOptions, FairPlan } from "./fair-plan.ts";
import { fairPlan } from "./fair-plan.ts";
import { frontier } from "./frontier.ts";
import { groupMentees } from "./groups.ts";

const FOUR_FIFTHS = 800_000;

test("scores biased by a fifth leave one group with almost nothing; four fifths of access brings it back for little", () => {
	const cohort = biased(160, 40);
	const plan = plans(cohort, { measure: "access", ratio: FOUR_FIFTHS });
	const before = plan.groups.map(
		({ covered, members }) => covered.before / members,
	);
	const now = plan.groups.map(({ covered, members }) => covered.now / members);
	assert.ok(Math.min(...before) < 0.5 * Math.max(...before));
	assert.ok(Math.min(...now) >= 0.8 * Math.max(...now));
	assert.equal(plan.price.people, 0);
	assert.ok(plan.price.points < 0.05 * plan.total);
	assert.ok(plan.upperBound - plan.total <= 0.005 * plan.total);
	assert.deepEqual(plan.blockedBy, []);
});

test("a ratio that holds anyway costs nothing and is proved best", () => {
	const plan = plans(biased(60, 60), { measure: "access", ratio: 100_000 });
	assert.equal(plan.price.points, 0);
	assert.equal(plan.total, plan.upperBound);
	assert.equal(plan.total, plan.certifiedBound);
});

test("what groups are called changes nothing", () => {
	const cohort = biased(80, 24);
	const options: FairOptions = { measure: "quality", ratio: FOUR_FIFTHS };
	const plan = plans(cohort, options);
	const called: Record<string, string> = {
		g0: "zeta",
		g1: "alpha",
		g2: "m",
		g3: "b",
	};
	const other = plans(
		{
			...cohort,
			groups: cohort.groups.map(({ mentee, group }) => ({
				mentee,
				group: called[group] ?? group,
			})),
		},
		options,
	);
	assert.deepEqual(other.used, plan.used);
	assert.equal(other.upperBound, plan.upperBound);
});

test("the order of rows changes nothing", () => {
	const cohort = biased(60, 20);
	const options: FairOptions = { measure: "access", ratio: FOUR_FIFTHS };
	const turned = plans(
		{
			groups: cohort.groups.toReversed(),
			input: {
				...cohort.input,
				pairs: [...cohort.input.pairs].reverse(),
				mentees: cohort.input.mentees.toReversed(),
				mentors: cohort.input.mentors.toReversed(),
			},
		},
		options,
	);
	assert.deepEqual(turned.used, plans(cohort, options).used);
});

test("everyone in one group, nobody in any, one person alone: there is nothing to compare", () => {
	const cohort = biased(30, 10);
	for (const groups of [
		cohort.groups.map(({ mentee }) => ({ mentee, group: "all" })),
		[],
		cohort.groups.slice(0, 1),
	]) {
		const plan = plans(
			{ ...cohort, groups },
			{ measure: "quality", ratio: 1_000_000 },
		);
		assert.equal(plan.ratio.reached, 1_000_000);
		assert.equal(plan.price.points, 0);
		assert.deepEqual(plan.blockedBy, []);
	}
});

test("groups of fewer than five are taken together; the pool too small is compared with nobody", () => {
	const mentees = Array.from({ length: 14 }, (_, i) => ({
		id: `e${10 + i}`,
		units: 1,
	}));
	const stated = mentees.map(({ id }, i) => ({
		mentee: id,
		group: i < 6 ? "many" : i < 10 ? "few" : i < 12 ? "two" : "",
	}));
	const { groups, unstated, tooFew } = groupMentees(mentees, stated);
	assert.deepEqual(
		groups.map(({ name, members, values }) => [name, members, values]),
		[
			["many", 6, ["many"]],
			[undefined, 6, ["few", "two"]],
		],
	);
	assert.equal(unstated, 2);
	assert.equal(tooFew, 0);
	const fewer = groupMentees(mentees, stated.slice(0, 8));
	assert.equal(fewer.groups.length, 1);
	assert.equal(fewer.tooFew, 2);
});

test("equal access of groups that do not divide evenly leaves the odd person out and says so", () => {
	// Nine places for two groups of six: 5 and 4 is the most, equal shares take 4 and 4.
	const plan = plans(evenly(12, 9), { measure: "access", ratio: 1_000_000 });
	assert.equal(plan.ratio.reached, 1_000_000);
	assert.equal(plan.people, 8);
	assert.equal(plan.peopleBound >= 8, true);
	assert.equal(plan.price.people, 1);
	assert.equal(plan.blockedBy.length > 0, true);
});

test("where nobody may be left out, the best ratio that keeps everybody is reached", () => {
	const plan = plans(evenly(12, 9), {
		measure: "access",
		ratio: 1_000_000,
		mayLeaveOut: false,
	});
	assert.equal(plan.people, 9);
	assert.equal(plan.ratio.reached, 800_000);
	assert.equal(plan.blockedBy[0]?.covered, 4);
});

test("a group for which no pair is allowed: all others are paired, and the group is named", () => {
	const cohort = biased(40, 20);
	const outcast = new Set(
		cohort.groups.filter(({ group }) => group === "g2").map((g) => g.mentee),
	);
	const plan = plans(
		{
			...cohort,
			input: {
				...cohort.input,
				pairs: [...cohort.input.pairs].filter((p) => !outcast.has(p.mentee)),
			},
		},
		{ measure: "access", ratio: FOUR_FIFTHS },
	);
	assert.equal(plan.ratio.reached, 0);
	assert.equal(plan.price.people, 0);
	assert.equal(plan.people > 0, true);
	assert.deepEqual(
		plan.blockedBy.map(({ group, why, withoutCandidates }) => [
			group,
			why,
			withoutCandidates.length,
		]),
		[["g2", "no-eligible-mentors", 10]],
	);
});

test("along the frontier a higher ratio never costs less, and each point has its bound", () => {
	const { input, groups } = biased(60, 20);
	const problem = assembleProblem(input);
	const points = run(
		frontier(
			problem,
			groupMentees(problem.mentees, groups),
			"quality",
			[300_000, 500_000, 700_000, 800_000, 900_000, 950_000],
		),
	);
	let price = 0;
	for (const plan of points) {
		assert.ok(plan.price.points >= price);
		assert.ok(plan.upperBound >= plan.total);
		assert.ok(plan.ratio.reached >= plan.ratio.kept);
		assert.ok(
			plan.ratio.kept === plan.ratio.asked || plan.blockedBy.length > 0,
		);
		price = plan.price.points;
	}
});

test("pinned pairs count for their groups and stay", () => {
	const cohort = biased(60, 20);
	const pinned = [...cohort.input.pairs].filter(
		(pair, k, all) =>
			all.findIndex((p) => p.mentee === pair.mentee) === k && k < 60,
	);
	const some: ScoredPair[] = pinned
		.filter((p, k, all) => all.findIndex((q) => q.mentor === p.mentor) === k)
		.slice(0, 3)
		.map((p) => ({ ...p, points: p.points + 7 }));
	const plan = plans(
		{ ...cohort, input: { ...cohort.input, pinned: some } },
		{ measure: "quality", ratio: FOUR_FIFTHS },
	);
	assert.ok(plan.ratio.reached >= FOUR_FIFTHS);
	assert.equal(
		plan.groups.reduce((sum, group) => sum + group.points.now, 0),
		plan.total,
	);
});

type Cohort = {
	readonly input: ProblemInput & { readonly pairs: readonly ScoredPair[] };
	readonly groups: readonly { mentee: string; group: string }[];
};

/** Four groups; the scores of three of them are 6, 12 and 20 per cent too low. Half as many places as mentees, roughly. */
function biased(mentees: number, mentors: number): Cohort {
	const draw = drawing(5);
	const shares = [1, 0.94, 0.88, 0.8];
	const people = Array.from({ length: mentees }, (_, i) => ({
		id: `e${1000 + i}`,
		units: 1,
	}));
	return {
		groups: people.map(({ id }, i) => ({ mentee: id, group: `g${i % 4}` })),
		input: {
			objective: "people",
			seed: "",
			mentees: people,
			mentors: Array.from({ length: mentors }, (_, j) => ({
				id: `o${j}`,
				units: 1 + (j % 3),
			})),
			pairs: people.flatMap(({ id }, i) =>
				Array.from({ length: mentors }, (_, j) => ({
					mentee: id,
					mentor: `o${j}`,
					points:
						Math.round((15_000 + 10_000 * draw()) * (shares[i % 4] ?? 1)) *
						1000,
				})).filter(() => draw() < 0.6),
			),
		},
	};
}

function evenly(mentees: number, places: number): Cohort {
	const people = Array.from({ length: mentees }, (_, i) => ({
		id: `e${10 + i}`,
		units: 1,
	}));
	return {
		groups: people.map(({ id }, i) => ({ mentee: id, group: `g${i % 2}` })),
		input: {
			objective: "people",
			seed: "",
			mentees: people,
			mentors: [{ id: "o", units: places }],
			pairs: people.map(({ id }) => ({ mentee: id, mentor: "o", points: 1e6 })),
		},
	};
}

function plans({ input, groups }: Cohort, options: FairOptions): FairPlan {
	const problem = assembleProblem(input);
	return run(fairPlan(problem, groupMentees(problem.mentees, groups), options));
}

function run<Result>(work: Generator<unknown, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

function drawing(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return (state >>> 8) / 0x1000000;
	};
}

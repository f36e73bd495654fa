// Kinds of mentors with the worst pair first and with a ratio between groups: against every choice there is, and by checks that share nothing
// with the search.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { equityCertificate } from "./equity/certificate-json.ts";
import { checkEquityCertificate } from "./equity/equity-certificate.ts";
import { fairPlan } from "./equity/fair-plan.ts";
import { frontier } from "./equity/frontier.ts";
import { groupMentees, nameOf } from "./equity/groups.ts";
import type { Measure } from "./equity/ratio.ts";
import { meetsRatio, ratioOfMillionths } from "./equity/ratio.ts";
import { pairsOf } from "./outcome.ts";
import { planNow } from "./plan.ts";
import type { Problem, ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem, comparePairs } from "./problem.ts";
import {
	broken,
	eachAllowed,
	KINDS,
	ofKinds,
	peopleOf,
	valueOf,
	wantOf,
} from "./small-kinds.test.ts";
import { isGreater } from "./small-problems.test.ts";
import { checkWorstOfKinds } from "./worst-pair-proof.ts";

const people = ofKinds.map((input) => ({
	...input,
	objective: "people" as const,
}));

/** A mean below nothing has no ratio to another. */
const withoutLosses = people.map((input) => ({
	...input,
	pairs: [...input.pairs].map(aboveZero),
	pinned: (input.pinned ?? []).map(aboveZero),
}));

function aboveZero(pair: ScoredPair): ScoredPair {
	return { ...pair, points: Math.max(0, pair.points) };
}

test("the worst pair of each kind is as good as any plan with the same counts has it, kind after kind, then the sum", () => {
	fc.assert(
		fc.property(people, (input) => {
			const {
				pairs,
				problem,
				worstPair = [],
			} = planNow(assembleProblem(input), { worstFirst: true });
			assert.deepEqual(broken(input, pairs), []);
			const whole = planNow(assembleProblem(input), {}).problem;
			const tops = topsOf(whole);
			const value = (made: readonly ScoredPair[]) => {
				const counts = valueOf(input, made);
				const points = counts.at(-1) ?? 0;
				const worst = [...tops].map(([kind, top]) =>
					made
						.filter(
							(pair) =>
								!isPinned(input, pair) &&
								wantOf(input, pair.mentee).kind === kind,
						)
						.reduce((least, pair) => Math.min(least, pair.points), top),
				);
				return [...counts.slice(0, -1), ...worst, points];
			};
			let best: readonly number[] | undefined;
			eachAllowed(input, (made) => {
				const found = value(made);
				if (best === undefined || isGreater(found, best)) best = found;
			});
			assert.deepEqual(value(pairs), best);
			const free = pairs.filter((pair) => !isPinned(input, pair));
			const proofs = new Map(
				worstPair.flatMap(({ kind = "", proof }) =>
					proof === undefined ? [] : [[kind, proof] as const],
				),
			);
			const check = (used: readonly ScoredPair[]) =>
				checkWorstOfKinds({
					...remaining(whole),
					covered: coveredIn(whole),
					candidates: pairsOf(whole),
					used,
					caps: whole.caps,
					pinned: whole.pinned,
					kinds: KINDS.filter((kind) => tops.has(kind)),
					kindOf: (id) => wantOf(input, id).kind,
					proofs,
				}).ok;
			assert.ok(check(free));
			// The plan without this wish is found out wherever one of its worst pairs is worse.
			const { pairs: plain } = planNow(assembleProblem(input), {});
			const floors = (made: readonly ScoredPair[]) => value(made).slice(2, -1);
			assert.equal(
				check(plain.filter((pair) => !isPinned(input, pair))),
				floors(plain).every((floor, k) => floor === floors(pairs)[k]),
			);
			assert.ok(problem.candidates.points.length <= pairsOf(whole).length);
		}),
		{ numRuns: 200, seed: 12 },
	);
});

for (const measure of ["access", "quality"] as const)
	test(`${measure} within a ratio: no choice that keeps it is better, nobody twice, and the certificate proves the bound by itself`, () => {
		fc.assert(
			fc.property(
				measure === "quality" ? withoutLosses : people,
				fc.constantFrom(500_000, 800_000, 1_000_000),
				(input, ratio) => {
					const { problem } = planNow(assembleProblem(input), {});
					const stated = groupsOf(input);
					const groups = groupMentees(problem.mentees, stated, 1);
					if (groups.groups.length < 2) return;
					const plan = run(fairPlan(problem, groups, { measure, ratio }));
					const pairs = [...pairsOf(problem, plan.used), ...problem.pinned];
					assert.deepEqual(broken(input, pairs), []);
					assert.equal(plan.people, peopleOf(input, pairs));
					const keeps = (made: readonly ScoredPair[], kept: number) =>
						isWithin(input, measure, made, kept);
					assert.ok(keeps(pairs, plan.ratio.kept));
					let best: readonly number[] | undefined;
					eachAllowed(input, (made) => {
						if (!keeps(made, ratio)) return;
						const found = valueOf(input, made);
						if (best === undefined || isGreater(found, best)) best = found;
					});
					if (plan.ratio.kept >= ratio) {
						assert.deepEqual(valueOf(input, pairs), best);
						assert.ok(plan.isProvedBest);
					} else assert.ok((best?.[0] ?? 0) <= peopleOf(input, problem.pinned));
					const check = checkEquityCertificate(
						{
							measure,
							ratio: plan.ratio.kept,
							mentees: problem.mentees,
							mentors: problem.mentors,
							covered: new Set(
								problem.mentees
									.filter((_, i) => problem.leads?.[i] !== 1)
									.map(({ id }) => id),
							),
							caps: problem.caps,
							groupOf: new Map(
								problem.mentees.flatMap(({ id }, i) => {
									const group = groups.groups[groups.of[i] ?? -1];
									return group === undefined ? [] : [[id, nameOf(group)]];
								}),
							),
							candidates: [...pairsOf(problem), ...problem.pinned],
							pinned: problem.pinned,
							used: pairs,
						},
						equityCertificate(
							problem,
							groups,
							plan.proofs.points,
							"points",
							plan.proofs.grain,
						),
					);
					assert.ok(check.ok, check.ok ? "" : check.problems.join());
					assert.equal(Number(check.upperBound), plan.certifiedBound);
					assert.ok(plan.certifiedBound >= plan.total);
					const [again] = run(frontier(problem, groups, measure, [ratio]));
					assert.deepEqual([...(again?.used ?? [])], [...plan.used]);
				},
			),
			{ numRuns: 150, seed: 4 },
		);
	});

/** The best score of each kind among pairs that may be made. */
function topsOf(problem: Problem): ReadonlyMap<string, number> {
	const tops = new Map<string, number>();
	for (const kind of KINDS)
		for (const pair of pairsOf(problem))
			if (
				problem.mentees.some(
					({ id, want }) => id === pair.mentee && want?.kind === kind,
				)
			)
				tops.set(kind, Math.max(tops.get(kind) ?? -Infinity, pair.points));
	return tops;
}

function isPinned({ pinned = [] }: ProblemInput, pair: ScoredPair): boolean {
	return pinned.some((pin) => comparePairs(pin, pair) === 0);
}

function remaining({ mentees, mentors, candidates }: Problem) {
	return {
		mentees: mentees.map((one, i) => ({
			...one,
			units: candidates.need[i] ?? 0,
		})),
		mentors: mentors.map((one, j) => ({
			...one,
			units: candidates.capacity[j] ?? 0,
		})),
	};
}

function coveredIn({ mentees, candidates }: Problem): ReadonlySet<string> {
	return new Set(
		mentees.filter((_, i) => candidates.covered[i] === 1).map(({ id }) => id),
	);
}

function groupsOf({ mentees }: ProblemInput) {
	return mentees.map(({ want }) => ({
		mentee: want?.mentee ?? "",
		group: want?.mentee.endsWith("1") === true ? "odd" : "even",
	}));
}

/** Counted anew from the input: people by their first mentor, points of all their mentors. */
function isWithin(
	input: ProblemInput,
	measure: Measure,
	made: readonly ScoredPair[],
	ratio: number,
): boolean {
	const wanting = input.mentees.filter(({ units }) => units > 0);
	const groups = ["even", "odd"].map((group) => {
		const own = new Set(
			groupsOf(input).flatMap((one) =>
				one.group === group ? [one.mentee] : [],
			),
		);
		const isOwn = ({ mentee }: ScoredPair) =>
			own.has(wantOf(input, mentee).mentee);
		return {
			members: new Set(
				wanting.flatMap(({ want }) =>
					want !== undefined && own.has(want.mentee) ? [want.mentee] : [],
				),
			).size,
			amount:
				measure === "quality"
					? made.filter(isOwn).reduce((sum, { points }) => sum + points, 0)
					: peopleOf(input, made.filter(isOwn)),
		};
	});
	return meetsRatio(
		groups.map(({ amount }) => amount),
		groups.map(({ members }) => members),
		ratioOfMillionths(ratio),
	);
}

function run<Step, Result>(work: Generator<Step, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

// `assign --verify --stable`: are the pairs allowed, would any two others both rather have each other, and is the price what it is said to be?
// Shares nothing with the search for a stable plan.
import { z } from "zod";
import { pointsOf, readDecimal } from "../domain/matching/decimal.ts";
import type { ScoredPair } from "../domain/matching/problem.ts";
import { pairKey } from "../domain/matching/problem.ts";
import { t } from "../ui/text.ts";
import type { Edges } from "./matching-edges.ts";
import { asWants } from "./matching-kinds.ts";
import type { Result } from "./matching-result-file.ts";
import { coveredWants } from "./verify-kinds.ts";

const Document = z.object({
	stable: z.object({
		price: z.object({
			people: z.number(),
			pairs: z.number(),
			points: z.number(),
		}),
	}),
	certificate: z.object({
		best: z.array(
			z.object({
				mentee: z.string(),
				mentor: z.string(),
				kind: z.string().optional(),
				score: z.number(),
			}),
		),
	}),
});

export type StableCheck =
	/** The pairs that it is priced against, which the certificate has to prove best, and their sum. */
	| {
			readonly ok: true;
			readonly best: readonly ScoredPair[];
			readonly total: number;
	  }
	| { readonly ok: false; readonly problems: readonly string[] };

/** Checks all but that the best pairs are the best. Under kinds mentees of `pairs` are named by their wants. */
export function checkStable(
	result: Pick<Result, "json" | "total">,
	pairs: readonly ScoredPair[],
	edges: Edges,
): StableCheck {
	const read = Document.safeParse(result.json);
	if (!read.success)
		return {
			ok: false,
			problems: [t("what it says of the stable plan cannot be read")],
		};
	const { stable, certificate } = read.data;
	const told = certificate.best.map(({ mentee, mentor, kind, score }) => ({
		mentee,
		mentor,
		points: millionths(score),
		...(kind === undefined ? {} : { mentorKind: kind }),
	}));
	const best = edges.kinds === undefined ? told : asWants(told);
	const people = reachedIn(edges);
	const price = {
		people: people(best) - people(pairs),
		pairs: best.length - pairs.length,
		points: pointsOf(sumOf(best) - sumOf(pairs)),
	};
	const problems = [
		...allowedProblems(pairs, edges),
		...blockingProblems(pairs, edges),
		...(result.total === pointsOf(sumOf(pairs))
			? []
			: [t("the total is not the sum of the scores")]),
		...(price.people === stable.price.people &&
		price.pairs === stable.price.pairs &&
		price.points === stable.price.points
			? []
			: [t("the price of the stable plan does not follow from the pairs")]),
	];
	return problems.length > 0
		? { ok: false, problems }
		: { ok: true, best, total: sumOf(best) };
}

function allowedProblems(
	pairs: readonly ScoredPair[],
	{ mentees, mentors, ...edges }: Edges,
): string[] {
	const points = new Map(
		edges.pairs.map((edge) => [pairKey(edge), edge.points]),
	);
	const room = new Map(
		[...mentees, ...mentors].map(({ id, units }) => [id, units]),
	);
	const seen = new Set<string>();
	return pairs.flatMap((pair) => {
		const { mentee, mentor } = pair;
		const key = pairKey(pair);
		if (points.get(key) !== pair.points)
			return [t("the pair {mentee} and {mentor} is not among the edges", pair)];
		if (seen.has(key))
			return [t("the pair {mentee} and {mentor} is there twice", pair)];
		seen.add(key);
		for (const id of [mentee, mentor]) room.set(id, (room.get(id) ?? 0) - 1);
		return [
			...((room.get(mentee) ?? 0) < 0
				? [t("{mentee} has more mentors than they need", { mentee })]
				: []),
			...((room.get(mentor) ?? 0) < 0
				? [t("{mentor} has more mentees than places", { mentor })]
				: []),
		];
	});
}

/** Pairs not made that would be worth more to both than the worst they have, or than an empty place. */
function blockingProblems(
	pairs: readonly ScoredPair[],
	{ mentees, mentors, kinds, ...edges }: Edges,
): string[] {
	const held = new Map<string, ScoredPair[]>();
	const hold = (id: string, pair: ScoredPair) =>
		held.set(id, [...(held.get(id) ?? []), pair]);
	const together = new Map<string, ScoredPair>();
	const personOf = new Map(
		mentees.map(({ id, want }) => [id, want?.mentee ?? id]),
	);
	const two = ({ mentee, mentor }: ScoredPair) =>
		pairKey({ mentee: personOf.get(mentee) ?? mentee, mentor });
	for (const pair of pairs) {
		hold(`mentee ${pair.mentee}`, pair);
		hold(`mentor ${pair.mentor}`, pair);
		together.set(two(pair), pair);
	}
	const units = new Map<string, number>([
		...mentees.map(({ id, units: own }) => [`mentee ${id}`, own] as const),
		...mentors.map(({ id, units: own }) => [`mentor ${id}`, own] as const),
	]);
	// What somebody would give up for it: nothing (a free place), the worst they have, or never.
	const threshold = (who: string): number => {
		const own = held.get(who) ?? [];
		if (own.length < (units.get(who) ?? 0)) return -Infinity;
		return own.length === 0
			? Infinity
			: Math.min(...own.map((one) => one.points));
	};
	const limits = new Map([...units.keys()].map((who) => [who, threshold(who)]));
	const made = new Set(pairs.map(pairKey));
	return edges.pairs
		.filter((edge) => {
			if (made.has(pairKey(edge))) return false;
			const other = kinds === undefined ? undefined : together.get(two(edge));
			// Who are together in another kind already would have to part there first.
			const atMentor =
				other === undefined
					? (limits.get(`mentor ${edge.mentor}`) ?? Infinity)
					: other.points;
			return (
				edge.points > (limits.get(`mentee ${edge.mentee}`) ?? Infinity) &&
				edge.points > atMentor
			);
		})
		.slice(0, 20)
		.map(({ mentee, mentor }) =>
			t("not stable: {mentee} and {mentor} would both rather have each other", {
				mentee: personOf.get(mentee) ?? mentee,
				mentor,
			}),
		);
}

/** How many mentees have a mentor; under kinds, their first. */
function reachedIn(edges: Edges): (pairs: readonly ScoredPair[]) => number {
	const later = coveredWants(edges);
	return (pairs) =>
		new Set(
			pairs.map(({ mentee }) => mentee).filter((mentee) => !later.has(mentee)),
		).size;
}

function millionths(score: number): number {
	const reading = readDecimal(String(score));
	return reading.ok ? reading.millionths : Number.NaN;
}

function sumOf(pairs: readonly ScoredPair[]): number {
	return pairs.reduce((sum, { points }) => sum + points, 0);
}

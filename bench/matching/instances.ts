// Made-up cohorts from a seed, in the classes on which matching engines differ.
import type { ProblemInput } from "../../src/domain/matching/problem.ts";

export type Instance = {
	readonly name: string;
	readonly mentees: number;
	readonly mentors: number;
	readonly candidates: number;
	/** `ample`: more places than mentees. */
	readonly places: "short" | "ample";
	/** Scores at random; nearly the mentor's fame alone; or of eight levels, so that ties abound. */
	readonly scores: "uniform" | "common" | "levels";
};

export const instances: readonly Instance[] = [
	{
		name: "100 × 40",
		mentees: 100,
		mentors: 40,
		candidates: 24,
		places: "short",
		scores: "uniform",
	},
	{
		name: "1,000 × 300",
		mentees: 1000,
		mentors: 300,
		candidates: 60,
		places: "short",
		scores: "uniform",
	},
	{
		name: "1,000 × 300, ample",
		mentees: 1000,
		mentors: 300,
		candidates: 60,
		places: "ample",
		scores: "uniform",
	},
	{
		name: "1,000 × 300, stars",
		mentees: 1000,
		mentors: 300,
		candidates: 60,
		places: "ample",
		scores: "common",
	},
	{
		name: "1,000 × 300, ties",
		mentees: 1000,
		mentors: 300,
		candidates: 60,
		places: "short",
		scores: "levels",
	},
	{
		name: "10,000 × 3,000",
		mentees: 10_000,
		mentors: 3000,
		candidates: 64,
		places: "short",
		scores: "uniform",
	},
	{
		name: "10,000 × 3,000, stars",
		mentees: 10_000,
		mentors: 3000,
		candidates: 64,
		places: "ample",
		scores: "common",
	},
];

export function cohort(instance: Instance): ProblemInput {
	const draw = drawing(11);
	const fame = Array.from({ length: instance.mentors }, () => draw());
	const least = instance.places === "short" ? 1 : 2;
	return {
		objective: "people",
		seed: "bench",
		mentees: Array.from({ length: instance.mentees }, (_, i) => ({
			id: `mentee ${i}`,
			units: 1,
		})),
		mentors: fame.map((_, j) => ({
			id: `mentor ${j}`,
			units: least + Math.floor(draw() * (least + 3)),
		})),
		pairs: Array.from({ length: instance.mentees }, (_, i) =>
			choose(instance, draw).map((j) => ({
				mentee: `mentee ${i}`,
				mentor: `mentor ${j}`,
				points: score(instance, fame[j] ?? 0, draw) * 1_000_000,
			})),
		).flat(),
	};
}

const LEVELS = [9, 12, 15, 18, 19, 22, 25, 28];

function score({ scores }: Instance, fame: number, draw: () => number): number {
	if (scores === "levels") return LEVELS[Math.floor(draw() * 8)] ?? 0;
	const share = scores === "common" ? 0.95 * fame + 0.05 * draw() : draw();
	return Math.round(25_000 * share);
}

function choose(instance: Instance, draw: () => number): number[] {
	const chosen = new Set<number>();
	while (chosen.size < Math.min(instance.candidates, instance.mentors))
		chosen.add(Math.floor(draw() * instance.mentors));
	return [...chosen];
}

/** Numbers from 0 to 1, always the same for a seed (a linear congruential sequence). */
function drawing(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) / 0x800000;
	};
}

// Made-up cohorts from a seed, in the classes on which matching engines differ, as columns: the same numbers for every peer.

import { peopleCohort } from "./people-cohort.ts";

export type Instance = {
	readonly name: string;
	readonly mentees: number;
	readonly mentors: number;
	/** Candidates of each mentee; as many as there are mentors makes it dense. */
	readonly candidates: number;
	/** `ample`: more places than mentees. */
	readonly places: "short" | "ample";
	/**
	 * A made-up company under a policy of nine terms (people.ts), each mentee's best candidates, all, or those that the index lists; scores at random; nearly the mentor's fame alone; promise times fame (the classic worst case of assignment solvers); or of eight
	 * levels, so that ties abound.
	 */
	readonly scores: "people" | "uniform" | "common" | "product" | "levels";
	/** Left out unless asked for by its flag. */
	readonly flag?: "dense" | "large" | "million";
};

const sparse = { mentees: 10_000, mentors: 3000, candidates: 64 } as const;
const thousand = { mentees: 1000, mentors: 300, candidates: 60 } as const;

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
		...thousand,
		places: "short",
		scores: "uniform",
	},
	{
		name: "1,000 × 300, ample",
		...thousand,
		places: "ample",
		scores: "uniform",
	},
	{
		name: "1,000 × 300, stars",
		...thousand,
		places: "ample",
		scores: "common",
	},
	{
		name: "1,000 × 300, ties",
		...thousand,
		places: "short",
		scores: "levels",
	},
	{
		name: "10,000 × 3,000, people",
		...sparse,
		places: "short",
		scores: "people",
	},
	{
		name: "10,000 × 3,000, people, ample",
		...sparse,
		places: "ample",
		scores: "people",
	},
	{
		name: "10,000 × 3,000",
		...sparse,
		places: "short",
		scores: "uniform",
	},
	{
		name: "10,000 × 3,000, ample",
		...sparse,
		places: "ample",
		scores: "uniform",
	},
	{
		name: "10,000 × 3,000, ties",
		...sparse,
		places: "short",
		scores: "levels",
	},
	{
		name: "10,000 × 3,000, stars",
		...sparse,
		places: "ample",
		scores: "common",
	},
	{
		name: "10,000 × 3,000, product",
		...sparse,
		places: "ample",
		scores: "product",
	},
	{
		name: "10,000 × 3,000, people, dense",
		...sparse,
		candidates: 3000,
		places: "short",
		scores: "people",
		flag: "dense",
	},
	{
		name: "100,000 × 30,000",
		mentees: 100_000,
		mentors: 30_000,
		candidates: 64,
		places: "short",
		scores: "uniform",
		flag: "large",
	},
	{
		name: "100,000 × 30,000, people",
		mentees: 100_000,
		mentors: 30_000,
		candidates: 32,
		places: "short",
		scores: "people",
		flag: "large",
	},
	{
		name: "1,000,000 × 300,000",
		mentees: 1_000_000,
		mentors: 300_000,
		candidates: 50,
		places: "short",
		scores: "uniform",
		flag: "million",
	},
];

/** Points are whole, from 0 to 25,000; the pairs stand in rows by mentee. Every mentee needs one mentor. */
export type Cohort = {
	readonly mentees: number;
	readonly capacity: Int32Array;
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Int32Array;
};

export function cohort(instance: Instance): Cohort {
	return instance.scores === "people"
		? peopleCohort(instance)
		: drawnCohort(instance);
}

function drawnCohort(instance: Instance): Cohort {
	const { mentees, mentors } = instance;
	const draw = drawing(11);
	const row = Math.min(instance.candidates, mentors);
	const fame = Float64Array.from({ length: mentors }, () => draw());
	const promise = Float64Array.from({ length: mentees }, () => draw());
	const [least, kinds] = instance.places === "short" ? [1, 4] : [2, 5];
	const capacity = Int32Array.from(
		{ length: mentors },
		() => least + Math.floor(draw() * (row < mentors ? kinds : kinds - 1)),
	);
	const mentee = new Int32Array(mentees * row);
	const mentor = new Int32Array(mentees * row);
	const points = new Int32Array(mentees * row);
	const chosenFor = new Int32Array(mentors).fill(-1);
	for (let i = 0, k = 0; i < mentees; i++) {
		for (let c = 0; c < row; c++, k++) {
			let j = row === mentors ? c : Math.floor(draw() * mentors);
			while (chosenFor[j] === i) j = (j + 1) % mentors;
			chosenFor[j] = i;
			mentee[k] = i;
			mentor[k] = j;
			points[k] = score(instance, promise[i] ?? 0, fame[j] ?? 0, draw);
		}
	}
	return { mentees, capacity, mentee, mentor, points };
}

const LEVELS = [9, 12, 15, 18, 19, 22, 25, 28];

function score(
	{ scores }: Instance,
	promise: number,
	fame: number,
	draw: () => number,
): number {
	switch (scores) {
		case "levels":
			return LEVELS[Math.floor(draw() * 8)] ?? 0;
		case "common":
			return Math.round(25_000 * (0.95 * fame + 0.05 * draw()));
		case "product":
			return Math.round(25_000 * promise * fame);
		case "people":
		case "uniform":
			return Math.round(25_000 * draw());
	}
}

/** Numbers from 0 to 1, always the same for a seed (Mulberry32). */
export function drawing(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

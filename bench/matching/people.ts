// A made-up company of the kind executive programs draw on, from a seed: tables as a file would hold them, and a policy.
import type { PeopleTable } from "../../src/domain/matching/people-table.ts";
import type { Policy } from "../../src/domain/matching/policy.ts";
import { GRADES, realisticPolicy } from "./people-policy.ts";

export type CohortSize = {
	readonly mentees: number;
	readonly mentors: number;
	readonly seed: number;
	/** `short`: three places for four mentees. `ample`: more places than mentees. */
	readonly places: "short" | "ample";
};

/** Rows come one at a time, so that a million need not lie in memory at once. */
export type Cohort = {
	readonly policy: Policy;
	readonly mentors: Table;
	readonly mentees: Table;
};

export type Row = Readonly<Record<string, string>>;
type Table = {
	readonly columns: readonly string[];
	readonly rows: () => Generator<Row>;
};

/** 24 competencies of which mentees seek 4 and mentors offer 8, and what else decides about pairs in such programs. */
export function realisticCohort(size: CohortSize): Cohort {
	return {
		policy: realisticPolicy(),
		mentors: { columns: COLUMNS, rows: () => mentorRows(size) },
		mentees: { columns: COLUMNS, rows: () => menteeRows(size) },
	};
}

/** All rows of a table in memory. */
export function wholeTable({ columns, rows }: Table): PeopleTable {
	return { columns, rows: [...rows()] };
}

const COLUMNS = [
	"id",
	"places",
	"department",
	"function",
	"generation",
	"grade",
	"zone",
	"site",
	"languages",
	"competencies",
	"slots",
	"goals",
	"openness",
	"pace",
	"wishes",
	"line",
] as const;

const COMPETENCIES = Array.from(
	{ length: 24 },
	(_, k) => `Competency ${k + 1}`,
);
const ZONES = [-8, -5, -5, -3, 0, 0, 1, 1, 2, 3, 5, 8, 9];
const FUNCTIONS = 10;
const SITES = 30;

type World = {
	readonly draw: Draw;
	readonly size: CohortSize;
	readonly departments: number;
	readonly zoneOfSite: readonly number[];
	/** For each function, how strongly each competency belongs to it, summed up. */
	readonly bent: readonly (readonly number[])[];
};

function world(size: CohortSize, salt: number): World {
	const shared = drawing(size.seed);
	return {
		size,
		departments: Math.max(
			6,
			Math.min(400, Math.round(Math.sqrt(size.mentees + size.mentors))),
		),
		zoneOfSite: Array.from({ length: SITES }, () => pick(shared, ZONES)),
		bent: Array.from({ length: FUNCTIONS }, () => bentOf(shared)),
		draw: drawing(size.seed * 7919 + salt),
	};
}

function bentOf(draw: Draw): readonly number[] {
	const weights = COMPETENCIES.map(() => draw() * draw());
	for (let k = 0; k < 5; k++) {
		const at = below(draw, weights.length);
		weights[at] = (weights[at] ?? 0) + 0.7;
	}
	let sum = 0;
	return weights.map((weight) => (sum += weight));
}

function* mentorRows(size: CohortSize): Generator<Row> {
	const own = world(size, 1);
	const { draw } = own;
	const least = size.places === "short" ? 1 : 2;
	for (let j = 0; j < size.mentors; j++) {
		const generation = draw() < 0.6 ? 2 : draw() < 0.7 ? 1 : 3;
		const line = draw() < 0.3 ? [`A${below(draw, size.mentees)}`] : [];
		yield {
			id: `M${j}`,
			places: String(least + below(draw, least === 1 ? 4 : 5)),
			generation: String(generation),
			grade: GRADES[5 + Math.floor(draw() * draw() * 5)] ?? "",
			wishes: "",
			line: line.join(";"),
			...common(own, 9, 6, () => 1 + below(draw, 5)),
		};
	}
}

function* menteeRows(size: CohortSize): Generator<Row> {
	const own = world(size, 2);
	const { draw } = own;
	const someone = () => `M${below(draw, size.mentors)}`;
	for (let i = 0; i < size.mentees; i++) {
		const generation = draw() < 0.55 ? 0 : draw() < 0.7 ? 1 : 2;
		let next = 5;
		yield {
			id: `A${i}`,
			places: "1",
			generation: String(generation),
			grade: GRADES[2 + below(draw, 5)] ?? "",
			wishes: draw() < 0.15 ? `${someone()};${someone()}` : "",
			line: draw() < 0.6 ? `${someone()};${someone()}` : "",
			...common(own, 4, 4, () => --next),
		};
	}
}

function common(
	{ draw, departments, zoneOfSite, bent }: World,
	competencies: number,
	goals: number,
	level: () => number,
) {
	const work = below(draw, FUNCTIONS);
	const site = below(draw, SITES);
	const zone = zoneOfSite[site] ?? 0;
	const levels = new Map<string, number>();
	for (let k = 0; k < competencies; k++) {
		const from = draw() < 0.72 ? work : below(draw, FUNCTIONS);
		levels.set(competency(draw, bent[from] ?? []), level());
	}
	return {
		department: `D${below(draw, departments)}`,
		function: `F${work}`,
		zone: String(zone),
		site: `S${site}`,
		languages: languages(draw, site),
		competencies: [...levels].map(([name, at]) => `${name}:${at}`).join(";"),
		slots: slots(draw, zone),
		goals: Array.from({ length: goals }, () => `G${below(draw, 32)}`).join(";"),
		openness: String(below(draw, 256)),
		pace: String(below(draw, 256)),
	};
}

function competency(draw: Draw, bent: readonly number[]): string {
	const at = draw() * (bent.at(-1) ?? 0);
	return COMPETENCIES[bent.findIndex((sum) => sum > at)] ?? "Competency 1";
}

function languages(draw: Draw, site: number): string {
	const spoken = [draw() < 0.85 ? "en" : "", `l${site % 7}`];
	if (draw() < 0.2) spoken.push(`l${below(draw, 10)}`);
	return spoken.filter((one) => one !== "").join(";");
}

/** Half-days of a week at which someone is free, in one clock for all. */
function slots(draw: Draw, zone: number): string {
	const free: string[] = [];
	for (let day = 0; day < 5; day++)
		for (let hour = 4; hour <= 8; hour++)
			if (draw() < 0.35)
				free.push(`${day}.${(hour + Math.round(zone / 2) + 12) % 12}`);
	return free.join(";");
}

type Draw = () => number;

function below(draw: Draw, most: number): number {
	return Math.floor(draw() * most);
}

function pick<Value>(draw: Draw, from: readonly Value[]): Value {
	const one = from[below(draw, from.length)];
	if (one === undefined) throw new Error("Nothing to pick from");
	return one;
}

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
function drawing(seed: number): Draw {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

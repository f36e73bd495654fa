// The sample files of the Civil Service's published tool, at most three for anyone on either side: one solve from the command line, beside that tool's way
// of doing it (three rounds of one to one by Munkres' algorithm, a barred pair scoring nothing), here with the registry's implementation of it.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { munkres } from "munkres";
import { z } from "zod";
import { readInputs } from "../../src/commands/match-inputs.ts";
import type { CsvFile } from "../../src/commands/matching-csv.ts";
import { readOptions } from "../../src/commands/matching-options.ts";
import type { ScoredPair } from "../../src/domain/matching/problem.ts";
import { scorePairs } from "../../src/domain/matching/scoring.ts";
import { printTable } from "../table.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const policy = join(root, "examples/civil-service/policy.json");
const each = 3;

/** What the tool says of itself for 500 × 500: seconds. */
const ownRecord = 97;

type Outcome = {
	readonly way: string;
	readonly seconds: number;
	readonly pairs: readonly Pick<ScoredPair, "mentee" | "mentor">[];
	readonly total: number;
};

/** `folder` holds mentors.csv and mentees.csv. */
export async function showCivilService(folder: string): Promise<void> {
	const files = {
		mentors: join(folder, "mentors.csv"),
		mentees: join(folder, "mentees.csv"),
	};
	const outcomes = [
		byCommand("Most people first", files, "people"),
		byCommand("Greatest sum", files, "total"),
		await byRounds(files),
	];
	const people = new Set(
		outcomes.flatMap(({ pairs }) => pairs.map(ends).flat()),
	);
	printTable(
		[
			"way",
			"seconds",
			`${ownRecord} s beside it`,
			"pairs",
			"total",
			"left out",
		],
		outcomes.map(({ way, seconds, pairs, total }) => [
			way,
			seconds.toFixed(2),
			`× ${Math.round(ownRecord / seconds)}`,
			pairs.length,
			total,
			people.size - new Set(pairs.map(ends).flat()).size,
		]),
	);
}

function ends({ mentee, mentor }: Outcome["pairs"][number]): readonly string[] {
	return [`mentee ${mentee}`, `mentor ${mentor}`];
}

type Files = { readonly mentors: string; readonly mentees: string };

/** The whole process by the clock: start, reading, scoring, solving, reasons, certificate. */
function byCommand(
	way: string,
	{ mentors, mentees }: Files,
	objective: "people" | "total",
): Outcome {
	const began = performance.now();
	const { stdout, status } = spawnSync(
		join(root, "baton"),
		[
			...["match", "--mentors", mentors, "--mentees", mentees],
			...["--policy", policy, "--objective", objective],
			...["--capacity", `${each}`, "--needs", `${each}`, "--json"],
		],
		{ encoding: "utf8", maxBuffer: 2 ** 25 },
	);
	const seconds = (performance.now() - began) / 1000;
	if (status !== 0) throw new Error(`${way}: exit ${status}`);
	return { way, seconds, ...Result.parse(JSON.parse(stdout)) };
}

const Result = z.object({
	total: z.number(),
	pairs: z.array(z.object({ mentee: z.string(), mentor: z.string() })),
});

function tableOf({ columns, rows }: CsvFile) {
	return { columns, rows: rows.map(({ cells }) => cells) };
}

/** Reading and scoring are not counted, unlike in the other rows. */
async function byRounds(files: Files): Promise<Outcome> {
	const options = readOptions({ capacity: `${each}`, needs: `${each}` });
	if (!options.ok) throw new Error(options.message);
	const inputs = await readInputs({ ...files, policy }, options.options);
	if (!inputs.ok) throw new Error(inputs.messages.join("\n"));
	const { mentors, mentees } = inputs.value;
	const scored = scorePairs(
		inputs.value.policy,
		tableOf(mentors),
		tableOf(mentees),
	);
	if (!scored.ok) throw new Error("the files do not fit the policy");
	const { scoring } = scored;
	const began = performance.now();
	const left = new Map(
		scoring.pairs.map((pair) => [`${pair.mentee} ${pair.mentor}`, pair]),
	);
	const made: ScoredPair[] = [];
	const most = Math.max(...scoring.pairs.map(({ points }) => points));
	for (let round = 0; round < each; round++) {
		const found = (mentee: number, mentor: number) =>
			left.get(
				`${scoring.mentees[mentee]?.id ?? ""} ${scoring.mentors[mentor]?.id ?? ""}`,
			);
		const costs = scoring.mentees.map((_, i) =>
			scoring.mentors.map((__, j) => most - (found(i, j)?.points ?? 0)),
		);
		for (const [i, j] of munkres(costs)) {
			const pair = found(i, j);
			if (pair === undefined) continue;
			made.push(pair);
			left.delete(`${pair.mentee} ${pair.mentor}`);
		}
	}
	return {
		way: "Three rounds of one to one (Munkres)",
		seconds: (performance.now() - began) / 1000,
		pairs: made,
		total: made.reduce((sum, { points }) => sum + points, 0) / 1e6,
	};
}

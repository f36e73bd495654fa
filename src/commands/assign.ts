import { parseArgs } from "node:util";
import { planNow } from "../domain/matching/plan.ts";
import { toldOf } from "../domain/matching/kinds-told.ts";
import { assembleProblem, comparePairs } from "../domain/matching/problem.ts";
import type { Inputs } from "../domain/matching/result-document.ts";
import { resultFingerprint } from "../domain/matching/result-document.ts";
import { unmatchedIn } from "../domain/matching/unmatched-under-ratio.ts";
import { t } from "../ui/text.ts";
import type { ExitCode, Io } from "./io.ts";
import type { Edges } from "./matching-edges.ts";
import { readEdges } from "./matching-edges.ts";
import { readKindNames, withKind } from "./matching-kinds.ts";
import type { MatchingOptions } from "./matching-options.ts";
import {
	chosenOptions,
	readOptions,
	sharedOptions,
} from "./matching-options.ts";
import { finish, refuse } from "./matching-output.ts";
import { leftOut, planInstead } from "./matching-stable.ts";
import { verify } from "./matching-verify.ts";

export const help = `Usage: ./baton assign --edges E.csv [options]
       ./baton assign --verify RESULT.json --edges E.csv [the same options]

The bare assignment problem: the best pairs for given scores, with proof.

Files (comma-separated, UTF-8, with these headers):
  --edges FILE        mentee,mentor,score   every pair that may be made
  --capacities FILE   mentor,capacity       places (unlisted: 1)
  --needs FILE        mentee,need           mentors needed (unlisted: 1)
  --groups FILE       mentee,group          for --objective fair
With --kinds, edges and needs have a column kind besides.

Options:
  --objective people  most mentees with a mentor, then (where some need several) most mentors with a mentee,
                      then most pairs, then the greatest sum (default)
  --objective total   the greatest sum, then most pairs; never a pair below 0
  --objective fair    as people, with a ratio between groups kept (--groups)
  --measure access    of fair: compare the share of mentees with a mentor (default)
  --measure quality   of fair: compare the mean score, whoever has nobody counting 0
  --ratio R           of fair: what every group has of the best-off group's (default 0.8)
  --worst-first       of people: the worst pair as good as can be, before the sum
  --stable            of people: instead, a plan in which no two would both rather have each other, and what it costs
  --capacity N        N places for every mentor
  --needs N           N mentors for every mentee (a figure instead of a file)
  --kinds A,B         several kinds of mentors a mentee, everyone's first mentor being of the first; no two people are paired twice
  --seed TEXT         settles ties between equally good results
  --certificate       put the proof (prices of places, surplus of mentees) into the result
  --out FILE          write the pairs to a file as well
  --json              print the result as JSON
  --verify FILE       check a result and its certificate against the files, without solving

docs/operating/matching.md describes the result.`;

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			...sharedOptions,
			edges: { type: "string" },
			capacities: { type: "string" },
			groups: { type: "string" },
			kinds: { type: "string" },
			verify: { type: "string" },
		},
	});
	const isFigure = /^\d+$/u.test(values.needs ?? "");
	const { needs, ...others } = values;
	const read = readOptions(isFigure ? values : others);
	if (!read.ok) {
		io.stderr(`${read.message}\n`);
		return read.code;
	}
	if (values.edges === undefined) {
		io.stderr(`${t("assign needs --edges.")}\n\n${help}\n`);
		return 2;
	}
	if (read.options.objective === "fair" && values.groups === undefined) {
		io.stderr(`${t("--objective fair needs --groups.")}\n`);
		return 2;
	}
	const kinds =
		values.kinds === undefined ? undefined : readKindNames(values.kinds);
	if (values.kinds !== undefined && kinds === undefined) {
		io.stderr(
			`${t("--kinds must name kinds of mentors, each once, with commas between them.")}\n`,
		);
		return 2;
	}
	const edges = await readEdges(
		{
			edges: values.edges,
			capacities: values.capacities,
			needs: isFigure ? undefined : needs,
			groups: values.groups,
		},
		{ ...read.options, kinds },
	);
	if (!edges.ok) return refuse(io, edges.messages);
	io.stderr(edges.value.warnings.map((warning) => `${warning}\n`).join(""));
	const inputs = inputsOf(edges.value, read.options);
	return values.verify === undefined
		? solveAndPrint(io, edges.value, read.options, inputs)
		: verify(io, values.verify, edges.value, inputs, read.options);
}

function solveAndPrint(
	io: Io,
	edges: Edges,
	options: MatchingOptions,
	inputs: Inputs,
): Promise<ExitCode> {
	const started = performance.now();
	const problem = assembleProblem({
		objective: options.objective === "total" ? "total" : "people",
		seed: options.seed,
		mentees: edges.mentees,
		mentors: edges.mentors,
		pairs: edges.pairs,
	});
	const best = planNow(problem, {
		worstFirst: options.worstFirst,
		...(options.objective === "fair"
			? {
					equity: {
						groups: edges.groups ?? [],
						measure: options.measure,
						ratio: options.ratio,
					},
				}
			: {}),
	});
	const plan = planInstead(best, options);
	const seconds = (performance.now() - started) / 1000;
	const told = toldOf(plan.problem);
	const pairs = plan.pairs.map(told.pair).toSorted(comparePairs);
	return finish(io, {
		options,
		plan,
		pairs,
		people: told.reached(plan.pairs),
		unmatched: leftOut(plan, unmatchedIn(best)).map(told.unmatched),
		fingerprint: resultFingerprint(inputs, pairs),
		seconds,
		terms: [],
		partsOf: ({ points }) => [{ term: "score", points }],
	});
}

function inputsOf(edges: Edges, options: MatchingOptions): Inputs {
	return {
		objective: options.objective,
		options: {
			...chosenOptions(options),
			...(edges.kinds === undefined ? {} : { kinds: edges.kinds.join(",") }),
		},
		edges: edges.kinds === undefined ? edges.pairs : withKind(edges.pairs),
		capacities: edges.mentors,
		needs: edges.mentees,
		...(edges.groups === undefined ? {} : { groups: edges.groups }),
	};
}

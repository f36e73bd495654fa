import { parseArgs } from "node:util";
import { wantId } from "../domain/matching/kinds.ts";
import { toldOf } from "../domain/matching/kinds-told.ts";
import { hasManyPairs, pairsOnly } from "../domain/matching/pairs-only.ts";
import type { PlanWish } from "../domain/matching/plan.ts";
import { planning, planNow } from "../domain/matching/plan.ts";
import type { PeopleTable } from "../domain/matching/people-table.ts";
import type { Participant, Problem } from "../domain/matching/problem.ts";
import { assembleProblem, comparePairs } from "../domain/matching/problem.ts";
import { resultFingerprint } from "../domain/matching/result-document.ts";
import type { Scoring, ScoringResult } from "../domain/matching/scoring.ts";
import { scorePairs } from "../domain/matching/scoring.ts";
import { preferencesOf } from "../domain/matching/stability.ts";
import { protectedGroups } from "../domain/matching/protected-groups.ts";
import { unmatchedIn } from "../domain/matching/unmatched-under-ratio.ts";
import { cellSentence, pinSentence } from "../features/matching/sentences.ts";
import { t } from "../ui/text.ts";
import type { ExitCode, Io } from "./io.ts";
import type { Inputs } from "./match-inputs.ts";
import { readInputs } from "./match-inputs.ts";
import type { CsvFile } from "./matching-csv.ts";
import { at } from "./matching-csv.ts";
import type { MatchingOptions } from "./matching-options.ts";
import {
	chosenOptions,
	readOptions,
	sharedOptions,
} from "./matching-options.ts";
import { finish, refuse } from "./matching-output.ts";
import { leftOut, planInstead } from "./matching-stable.ts";
import { printRecruitment } from "./match-recruit.ts";
import { printSwapAudit, swapRefusal } from "./match-swap.ts";

export const help = `Usage: ./baton match --mentors F.csv --mentees F.csv --policy P.json [options]

Pairs mentees with mentors under a policy: the best pairs there are, with proof.

Files:
  --mentors FILE      one row a mentor (comma-separated, UTF-8)
  --mentees FILE      one row a mentee
  --policy FILE       who may be paired and what makes a good pair (docs/matching-policy.schema.json)

Options:
  --objective people  most mentees with a mentor, then (where some need several) most mentors with a mentee,
                      then most pairs, then the greatest sum (default)
  --objective total   the greatest sum, then most pairs; never a pair below 0
  --objective fair    as people, with a ratio kept between the groups of the policy's protected columns
  --measure access    of fair: compare the share of mentees with a mentor (default)
  --measure quality   of fair: compare the mean score, whoever has nobody counting 0
  --ratio R           of fair: what every group has of the best-off group's (default 0.8)
  --worst-first       of people: the worst pair as good as can be, before the sum
  --stable            of people: instead, a plan in which no two would both rather have each other, and what it costs
  --capacity N        N places for every mentor, whatever the policy says
  --needs N           N mentors for every mentee, whatever the policy says
  --seed TEXT         settles ties between equally good results
  --certificate       put the proof (prices of places, surplus of mentees) into the result
  --out FILE          write the pairs to a file as well
  --json              print the result as JSON
  --swap-audit COLUMN instead of pairs: whether they would be others if the mentees of each group had another group's value in this column
  --recruit COLUMN    instead of pairs: what one more place of mentors would bring, by what they have in this column (whom to recruit)

docs/operating/matching.md describes policy and result.`;

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			...sharedOptions,
			mentors: { type: "string" },
			mentees: { type: "string" },
			policy: { type: "string" },
			"swap-audit": { type: "string" },
			recruit: { type: "string" },
		},
	});
	const read = readOptions(values);
	if (!read.ok) {
		io.stderr(`${read.message}\n`);
		return read.code;
	}
	const { mentors, mentees, policy } = values;
	if (mentors === undefined || mentees === undefined || policy === undefined) {
		io.stderr(
			`${t("match needs --mentors, --mentees and --policy.")}\n\n${help}\n`,
		);
		return 2;
	}
	const inputs = await readInputs({ mentors, mentees, policy }, read.options);
	if (!inputs.ok) return refuse(io, inputs.messages);
	const column = values["swap-audit"];
	return column === undefined
		? pair(io, inputs.value, read.options, values.recruit)
		: audit(io, inputs.value, read.options, column);
}

function pair(
	io: Io,
	inputs: Inputs,
	options: MatchingOptions,
	recruit: string | undefined,
): Promise<ExitCode> | ExitCode {
	const { mentors, mentees, policy } = inputs;
	const started = performance.now();
	const scored = scorePairs(policy, tableOf(mentors), tableOf(mentees));
	if (!scored.ok) return refuse(io, refusals(scored, mentors, mentees));
	const { scoring } = scored;
	if (
		options.objective === "fair" &&
		scoring.policy.protectedColumns.length === 0
	)
		return refuse(io, [
			t(
				"--objective fair needs groups: name the columns to compare under “protected” in the policy.",
			),
		]);
	io.stderr(warnings(scoring));
	const people = participantsOf(scoring);
	const best = planNow(problemOf(scoring, options), wishOf(scoring, options));
	const plan = planInstead(best, options, preferencesOf(best.problem, scoring));
	if (recruit !== undefined)
		return printRecruitment(io, plan, scoring, recruit, options.json);
	const seconds = (performance.now() - started) / 1000;
	const told = toldOf(plan.problem);
	const pairs = plan.pairs.map(told.pair).toSorted(comparePairs);
	return finish(io, {
		options,
		plan,
		pairs,
		people: told.reached(plan.pairs),
		unmatched: leftOut(plan, unmatchedIn(best, scoring)).map(told.unmatched),
		fingerprint: resultFingerprint(
			{
				objective: options.objective,
				options: chosen(options),
				policy: inputs.policyJson,
				capacities: people.mentors,
				needs: people.mentees,
			},
			pairs,
		),
		seconds,
		terms: policy.terms.map(({ name }) => name),
		partsOf: ({ mentee, mentor, mentorKind }) =>
			scoring.explain(
				mentorKind === undefined ? mentee : wantId(mentee, mentorKind),
				mentor,
			)?.parts ?? [],
	});
}

function problemOf(scoring: Scoring, options: MatchingOptions): Problem {
	return assembleProblem({
		objective: options.objective === "total" ? "total" : "people",
		seed: options.seed,
		...participantsOf(scoring),
		pairs: scoring.columns,
		pinned: scoring.pinned,
		caps: scoring.caps,
	});
}

function wishOf(scoring: Scoring, options: MatchingOptions): PlanWish {
	const { worstFirst, objective, measure, ratio } = options;
	return {
		worstFirst,
		...(objective === "fair"
			? { equity: { groups: protectedGroups(scoring), measure, ratio } }
			: {}),
	};
}

/** The round again with the mentees' values in a column exchanged. */
function audit(
	io: Io,
	{ mentors, mentees, policy }: Inputs,
	options: MatchingOptions,
	column: string,
): ExitCode {
	return printSwapAudit(
		io,
		{
			policy,
			mentors: tableOf(mentors),
			mentees: tableOf(mentees),
			solve: function* (scoring) {
				const { worstFirst, objective, seed, stable } = options;
				const isPlain = !worstFirst && !stable && objective !== "fair";
				if (isPlain && hasManyPairs(scoring))
					return pairsOnly(scoring, { objective, seed });
				const best = yield* planning(
					problemOf(scoring, options),
					wishOf(scoring, options),
				);
				return planInstead(best, options, preferencesOf(best.problem, scoring));
			},
			column,
		},
		options.json,
		(refused) =>
			refused.why === "unscored"
				? refusals(refused.scoring, mentors, mentees)
				: [swapRefusal(column, refused.why)],
	);
}

function refusals(
	scored: ScoringResult & { ok: false },
	mentors: CsvFile,
	mentees: CsvFile,
): string[] {
	const files = { mentor: mentors, mentee: mentees };
	return [
		...scored.cells.map((problem) => {
			const file = files[problem.side];
			const row = problem.row === undefined ? 1 : file.rows[problem.row]?.row;
			return at(file.file, row, problem.column, cellSentence(problem));
		}),
		...scored.pins.map(pinSentence),
		...scored.tooLarge.map(({ mentee, mentor }) =>
			t("The score of {mentee} and {mentor} is beyond a million.", {
				mentee,
				mentor,
			}),
		),
	];
}

function warnings(scoring: Scoring): string {
	return scoring.idleForbidden
		.map(
			({ mentee, mentor }) =>
				`${t("Warning: the forbidden pair {mentee} and {mentor} names somebody who is not there.", { mentee, mentor })}\n`,
		)
		.join("");
}

function tableOf(file: CsvFile): PeopleTable {
	return { columns: file.columns, rows: file.rows.map(({ cells }) => cells) };
}

function participantsOf(scoring: Scoring) {
	const units = ({ id, units, want }: Participant): Participant => ({
		id,
		units,
		...(want === undefined ? {} : { want }),
	});
	return {
		mentors: scoring.mentors.map(units),
		mentees: scoring.mentees.map(units),
	};
}

function chosen(options: MatchingOptions) {
	const { capacity, needs } = options;
	return {
		...chosenOptions(options),
		...(capacity === undefined ? {} : { capacity }),
		...(needs === undefined ? {} : { needs }),
	};
}

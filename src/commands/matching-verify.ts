// `assign --verify`: does a result follow from its files? Shares no code with the solver, only the reading of files and numbers.
import type { CertificateProblem } from "../domain/matching/certificate.ts";
import { checkCertificate } from "../domain/matching/certificate.ts";
import { MILLIONTHS } from "../domain/matching/decimal.ts";
import { pairKey } from "../domain/matching/problem.ts";
import type { Inputs } from "../domain/matching/result-document.ts";
import { resultFingerprint } from "../domain/matching/result-document.ts";
import { t } from "../ui/text.ts";
import type { ExitCode, Io } from "./io.ts";
import { readText } from "./matching-csv.ts";
import type { Edges } from "./matching-edges.ts";
import type { MatchingOptions } from "./matching-options.ts";
import { refuse } from "./matching-output.ts";
import type { Result } from "./matching-result-file.ts";
import { readResultFile } from "./matching-result-file.ts";
import { asWants } from "./matching-kinds.ts";
import { equityProblems } from "./verify-equity.ts";
import { coveredWants, kindsProblems, pairsOnce } from "./verify-kinds.ts";
import { checkStable } from "./verify-stable.ts";
import { worstPairProblems } from "./verify-worst-pair.ts";

/** Checks every figure of a result against the files, and its optimality against its certificate. */
export async function verify(
	io: Io,
	file: string,
	edges: Edges,
	inputs: Inputs,
	options: MatchingOptions,
): Promise<ExitCode> {
	const text = await readText(file);
	if (!text.ok) return refuse(io, text.messages);
	const result = readResultFile(file, text.value);
	const problems = result.ok
		? compare(result.value, edges, inputs, options).map(
				(problem) => `${file}: ${problem}`,
			)
		: result.messages;
	const valid = problems.length === 0;
	if (options.json)
		io.stdout(`${JSON.stringify({ valid, problems }, null, "\t")}\n`);
	else if (valid)
		io.stdout(
			`${t("{file} is valid: the pairs are allowed, the figures agree and the certificate proves them best.", { file })}\n`,
		);
	return valid ? 0 : refuse(io, problems);
}

function compare(
	result: Result,
	edges: Edges,
	inputs: Inputs,
	options: MatchingOptions,
): string[] {
	const problems: string[] = [];
	const say = (isWrong: boolean, message: string) => {
		if (isWrong) problems.push(message);
	};
	say(
		result.objective !== inputs.objective,
		t("the objective is {found}, but {asked} was asked for", {
			found: result.objective,
			asked: inputs.objective,
		}),
	);
	const scores = new Map(
		edges.pairs.map((edge) => [pairKey(edge), edge.points]),
	);
	const used = edges.kinds === undefined ? result.pairs : asWants(result.pairs);
	for (const [k, pair] of used.entries()) {
		const { mentee, mentor } = result.pairs[k] ?? pair;
		say(
			scores.has(pairKey(pair)) && scores.get(pairKey(pair)) !== pair.points,
			t("the pair {mentee} and {mentor} has another score in the edges", {
				mentee,
				mentor,
			}),
		);
	}
	if (options.stable)
		problems.push(
			...kindsProblems(result, edges),
			...stableProblems({ ...result, pairs: used }, edges, options),
		);
	else
		problems.push(
			...(options.objective === "fair"
				? [
						...kindsProblems(result, edges),
						...equityProblems({ ...result, pairs: used }, edges, options),
					]
				: edges.kinds === undefined
					? compareProof(result, edges, options)
					: kindsProblems(result, edges)),
		);
	const isLeft =
		edges.kinds !== undefined &&
		options.objective !== "fair" &&
		!options.stable;
	if (isLeft && problems.length === 0)
		problems.push(...compareProof({ ...result, pairs: used }, edges, options));
	say(
		result.unmatched.join("\n") !== expectedUnmatched(result, edges).join("\n"),
		t("the list of unmatched people does not follow from the pairs"),
	);
	say(
		result.fingerprint !== resultFingerprint(inputs, result.pairs),
		t("the fingerprint does not belong to these files and pairs"),
	);
	return problems;
}

/** That the plan is stable, and that what it is priced against is proved best. */
function stableProblems(
	result: Result,
	edges: Edges,
	options: MatchingOptions,
): readonly string[] {
	const check = checkStable(result, result.pairs, edges);
	if (!check.ok) return check.problems;
	const total = check.total / MILLIONTHS;
	const { upperBound } = result;
	const gap = (upperBound - result.total) / Math.max(1, Math.abs(upperBound));
	return [
		...compareProof(
			{ ...result, pairs: check.best, total, gap: 0 },
			edges,
			options,
		),
		...(Math.abs(result.gap - gap) <= 1e-6
			? []
			: [t("the gap does not follow from the figures")]),
	];
}

/** What the certificate proves, and whether the result's figures are those. */
function compareProof(
	result: Result,
	edges: Edges,
	options: MatchingOptions,
): string[] {
	const worst = options.worstFirst
		? worstPairProblems(result, edges)
		: { candidates: edges.pairs, problems: [] };
	if (worst.problems.length > 0) return worst.problems;
	const check = checkCertificate({
		objective: options.objective === "total" ? "total" : "people",
		mentees: edges.mentees,
		mentors: edges.mentors,
		covered: coveredWants(edges),
		candidates: worst.candidates,
		used: result.pairs,
		certificate: result.certificate,
		caps: pairsOnce(edges),
	});
	if (!check.ok) return check.problems.slice(0, 20).map(certificateSentence);
	const total = Number(check.total);
	const bound = Number(check.upperBound);
	const gap = (bound - total) / Math.max(MILLIONTHS, Math.abs(bound));
	return [
		result.total === total / MILLIONTHS
			? []
			: t("the total is not the sum of the scores"),
		result.upperBound === bound / MILLIONTHS
			? []
			: t("the upper bound does not follow from the certificate"),
		Math.abs(result.gap - gap) <= 1e-6
			? []
			: t("the gap does not follow from the figures"),
	].flat();
}

/** Side, id and what is missing, as in the result. */
function expectedUnmatched(result: Result, edges: Edges): string[] {
	const pairs =
		edges.kinds === undefined ? result.pairs : asWants(result.pairs);
	const ofMentee = Map.groupBy(pairs, ({ mentee }) => mentee);
	const ofMentor = Map.groupBy(result.pairs, ({ mentor }) => mentor);
	const mentees = edges.mentees.flatMap(({ id, units, want }) => {
		const missing = units - (ofMentee.get(id)?.length ?? 0);
		const who =
			want === undefined
				? ["mentee", id, missing]
				: ["mentee", want.mentee, missing, want.kind];
		return missing > 0 ? [JSON.stringify(who)] : [];
	});
	const mentors = edges.mentors.flatMap(({ id, units }) =>
		units > 0 && !ofMentor.has(id)
			? [JSON.stringify(["mentor", id, units])]
			: [],
	);
	return [...mentees, ...mentors].toSorted();
}

function certificateSentence(problem: CertificateProblem): string {
	const { why, mentee = "", mentor = "", cap = "" } = problem;
	const pair = { mentee, mentor };
	switch (why) {
		case "unknown-pair":
			return t("the pair {mentee} and {mentor} is not among the edges", pair);
		case "pair-twice":
			return t("the pair {mentee} and {mentor} is there twice", pair);
		case "pair-below-zero":
			return t("the pair {mentee} and {mentor} scores below 0", pair);
		case "too-many-mentors":
			return t("{mentee} has more mentors than they need", pair);
		case "too-many-mentees":
			return t("{mentor} has more mentees than places", pair);
		case "other-tiers":
			return t("the certificate is for another objective");
		case "no-price":
			return t("the certificate says nothing about {person}", {
				person: mentee || mentor || cap,
			});
		case "pair-too-cheap":
			return t(
				"not proved best: by the certificate’s prices the pair {mentee} and {mentor} would be worth making",
				pair,
			);
		case "pair-too-dear":
			return t(
				"not proved best: by the certificate’s prices the pair {mentee} and {mentor} is not worth making",
				pair,
			);
		case "place-price":
			return t(
				"not proved best: the price of a place at {mentor} does not fit",
				pair,
			);
		case "cap-exceeded":
			return t("more pairs than the cap {cap} allows", { cap });
		case "cap-price":
			return t(
				"not proved best: the price of a place under the cap {cap} does not fit",
				{ cap },
			);
		case "mentee-surplus":
			return t("not proved best: the surplus of {mentee} does not fit", pair);
	}
}

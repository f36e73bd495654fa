// `assign --verify` of a plan under a ratio: are the groups as near as asked, and does the certificate prove the bound?
import { z } from "zod";
import { MILLIONTHS } from "../domain/matching/decimal.ts";
import {
	checkEquityCertificate,
	type EquityProblem,
} from "../domain/matching/equity/equity-certificate.ts";
import { groupMentees, nameOf } from "../domain/matching/equity/groups.ts";
import { t } from "../ui/text.ts";
import { capKey, PAIR_ONCE } from "../domain/matching/caps.ts";
import type { Edges } from "./matching-edges.ts";
import type { MatchingOptions } from "./matching-options.ts";
import type { Result } from "./matching-result-file.ts";
import { coveredWants, pairsOnce } from "./verify-kinds.ts";

const Whole = z.number().int();
const Share = z.number().min(0).max(1);

const Proof = z.object({
	target: z.enum(["people", "points"]),
	grain: Whole.positive(),
	scale: Whole.positive(),
	perPair: Whole,
	perPerson: Whole,
	perMentor: Whole.default(0),
	groups: z.array(
		z.object({
			group: z.string().nullable(),
			score: Whole,
			person: Whole,
		}),
	),
	prices: z.array(z.object({ mentor: z.string(), price: Whole })),
	pairsOnce: z
		.array(z.object({ mentee: z.string(), mentor: z.string(), price: Whole }))
		.default([]),
});

const Document = z.object({
	measure: z.enum(["access", "quality"]),
	ratio: Share,
	ratioReached: Share,
	certificate: z.object({
		ratioKept: Share,
		upperBound: z.number(),
		points: Proof,
		people: Proof.optional(),
	}),
});

/** What of the plan's figures does not follow from the files and the certificate. */
export function equityProblems(
	result: Result,
	edges: Edges,
	options: MatchingOptions,
): string[] {
	const read = Document.safeParse(result.json);
	if (!read.success) return [t("the equity certificate cannot be read")];
	const { certificate, measure, ratio } = read.data;
	const groups = groupMentees(edges.mentees, edges.groups ?? []);
	const claim = {
		measure: options.measure,
		ratio: Math.round(certificate.ratioKept * MILLIONTHS),
		mentees: edges.mentees,
		mentors: edges.mentors,
		groupOf: new Map(
			edges.mentees.flatMap(({ id }, index) => {
				const group = groups.groups[groups.of[index] ?? -1];
				return group === undefined ? [] : [[id, nameOf(group)] as const];
			}),
		),
		candidates: edges.pairs,
		pinned: [],
		covered: coveredWants(edges),
		caps: pairsOnce(edges),
		used: result.pairs,
	};
	const { points, people } = certificate;
	const checks = [points, ...(people === undefined ? [] : [people])].map(
		(proof) => checkEquityCertificate(claim, certificateIn(proof)),
	);
	const problems = [
		measure === options.measure && ratio * MILLIONTHS === options.ratio
			? []
			: t("it was made for another measure or ratio"),
		...checks.map((check) =>
			check.ok ? [] : check.problems.map(problemSentence),
		),
	].flat();
	const [first] = checks;
	if (first?.ok !== true) return problems;
	const bound = Number(first.upperBound) / MILLIONTHS;
	const gap =
		(result.upperBound - result.total) /
		Math.max(1, Math.abs(result.upperBound));
	return [
		...problems,
		result.total === Number(first.total) / MILLIONTHS
			? []
			: t("the total is not the sum of the scores"),
		certificate.upperBound === bound && result.upperBound <= bound
			? []
			: t("the upper bound does not follow from the certificate"),
		result.total <= result.upperBound && Math.abs(result.gap - gap) <= 1e-6
			? []
			: t("the gap does not follow from the figures"),
	].flat();
}

function certificateIn({
	groups,
	prices,
	pairsOnce: once,
	...proof
}: z.infer<typeof Proof>) {
	return {
		...proof,
		capPrices: new Map(
			once.map(({ mentee, mentor, price }) => [
				capKey({ name: PAIR_ONCE, of: "mentees" }, mentor, mentee),
				price,
			]),
		),
		groups: groups.map(({ group, ...own }) => ({
			...own,
			group: group ?? undefined,
		})),
		prices: new Map(prices.map(({ mentor, price }) => [mentor, price])),
	};
}

function problemSentence(problem: EquityProblem): string {
	switch (problem) {
		case "unknown-pair":
			return t("a pair is not among the edges");
		case "pair-twice":
			return t("a pair is there twice");
		case "too-many":
			return t("somebody has more pairs than places or needs");
		case "pinned-pair-missing":
			return t("a pair settled beforehand is missing");
		case "ratio-not-kept":
			return t("the groups are further apart than the result says");
		case "not-whole":
		case "weights-prove-nothing":
		case "counts-not-settled":
			return t("the equity certificate proves nothing");
	}
}

// The weakest pair of a result as its JSON tells it, and the proof that none could be better.
import type { Json } from "./canonical-json.ts";
import { certificateJson } from "./certificate-json.ts";
import { pointsOf } from "./decimal.ts";
import { hasKinds } from "./kinds.ts";
import { toldOf } from "./kinds-told.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import type { Floor } from "./worst-pair.ts";
import type { WorstPairProof } from "./worst-pair-proof.ts";

/** Under kinds, the score of the weakest pair of each, first kinds first. */
export function weakestJson(
	{ mentees }: Problem,
	pairs: readonly ScoredPair[],
): { readonly weakest?: readonly Json[] } {
	if (!hasKinds(mentees)) return {};
	const ranks = new Map(
		mentees.flatMap(({ want }) =>
			want ? [[want.kind, want.rank] as const] : [],
		),
	);
	return {
		weakest: [...Map.groupBy(pairs, ({ mentorKind }) => mentorKind)]
			.toSorted(
				([a = ""], [b = ""]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0),
			)
			.map(([kind, own]) => ({
				...(kind === undefined ? {} : { kind }),
				score: pointsOf(
					own.reduce((least, { points }) => Math.min(least, points), Infinity),
				),
			})),
	};
}

/** The worst pair that is proved, or that of each kind. */
export function worstPairsJson(floors: readonly Floor[]): {
	readonly [member: string]: Json;
} {
	const [first] = floors;
	if (first?.kind !== undefined)
		return {
			worstPairs: floors.flatMap(({ kind = "", floor }) =>
				floor === undefined ? [] : [{ kind, score: pointsOf(floor) }],
			),
		};
	return first?.floor === undefined ? {} : { worstPair: pointsOf(first.floor) };
}

/** Why no worst pair could be better; under kinds mentees are named with the kind that they want. */
export function worstPairProofs(
	problem: Problem,
	floors: readonly Floor[],
): { readonly [member: string]: Json } {
	const { mentees } = problem;
	const [first] = floors;
	if (first?.kind === undefined)
		return first?.proof === undefined
			? {}
			: { worstPair: worstPairJson(problem, first.proof) };
	const wants = new Map(mentees.map(({ id, want }) => [id, want]));
	return {
		worstPairs: floors.flatMap(({ kind = "", proof }) =>
			proof === undefined
				? []
				: [
						{
							kind,
							...worstPairJson(problem, proof),
							...(proof.tier === "all"
								? {}
								: {
										mentees: proof.mentees.flatMap((id) => {
											const want = wants.get(id);
											return want === undefined
												? []
												: [{ id: want.mentee, kind: want.kind }];
										}),
									}),
						},
					],
		),
	};
}

function worstPairJson(
	problem: Problem,
	proof: WorstPairProof,
): { readonly [member: string]: Json } {
	if (proof.tier === "all") {
		const { pair } = toldOf(problem);
		return {
			tier: proof.tier,
			pairs: proof.pairs.map((one) => {
				const { mentee, mentor, points, mentorKind } = pair(one);
				return {
					mentee,
					mentor,
					...(mentorKind === undefined ? {} : { kind: mentorKind }),
					score: pointsOf(points),
				};
			}),
			certificate: certificateJson(problem, proof.certificate),
		};
	}
	const { tier, mentees, mentors, caps } = proof;
	return {
		tier,
		mentees: [...mentees],
		mentors: [...mentors],
		caps: [...caps],
	};
}

// The part of `assign --verify` that concerns kinds of mentors: nobody paired twice, nobody with more of a kind than they want, and which of a
// mentee's mentors counts as the first.
import type { Cap } from "../domain/matching/caps.ts";
import { PAIR_ONCE } from "../domain/matching/caps.ts";
import type {
	KindProblem,
	KindsClaim,
} from "../domain/matching/certificate-kinds.ts";
import {
	checkKinds,
	firstKinds,
} from "../domain/matching/certificate-kinds.ts";
import { t } from "../ui/text.ts";
import { withKind } from "./matching-kinds.ts";
import type { Edges } from "./matching-edges.ts";
import type { Result } from "./matching-result-file.ts";

/** What is wrong with the pairs as they are told. */
export function kindsProblems(
	result: Pick<Result, "pairs">,
	edges: Edges,
): string[] {
	const { kinds, mentors } = edges;
	if (kinds === undefined) return [];
	const unknown = result.pairs.flatMap(({ mentee, mentor, mentorKind }) =>
		mentorKind !== undefined && kinds.includes(mentorKind)
			? []
			: [
					t("the pair {mentee} and {mentor} is of no kind that --kinds names", {
						mentee,
						mentor,
					}),
				],
	);
	const wants = wantsIn(edges);
	return [
		...unknown,
		...checkKinds({ wants, mentors, pairs: result.pairs }).map(sentence),
	];
}

/** The wants that do not count as their mentee's first mentor. */
export function coveredWants(edges: Edges): ReadonlySet<string> {
	if (edges.kinds === undefined) return new Set();
	const places = new Map(edges.mentors.map(({ id, units }) => [id, units]));
	const possible = withKind(
		edges.pairs.filter(({ mentor }) => (places.get(mentor) ?? 0) > 0),
	);
	const first = firstKinds(edges.kinds, wantsIn(edges), possible);
	return new Set(
		edges.mentees.flatMap(({ id, want }) =>
			want !== undefined && first.get(want.mentee) === want.kind ? [] : [id],
		),
	);
}

/** Two people once at most: as a cap on the pairs of one mentor with the wants of one mentee; none without kinds. */
export function pairsOnce({ kinds, mentees }: Edges): readonly Cap[] {
	if (kinds === undefined) return [];
	return [
		{
			name: PAIR_ONCE,
			of: "mentees",
			most: 1,
			classes: new Map(
				mentees.flatMap(({ id, want }) =>
					want === undefined ? [] : [[id, want.mentee] as const],
				),
			),
		},
	];
}

function wantsIn(edges: Edges): KindsClaim["wants"] {
	return edges.mentees.flatMap(({ units, want }) =>
		want === undefined ? [] : [{ ...want, units }],
	);
}

function sentence({ why, mentee, mentor, mentorKind = "" }: KindProblem) {
	switch (why) {
		case "paired-twice":
			return t("{mentee} and {mentor} are paired twice", { mentee, mentor });
		case "kind-unwanted":
			return t("{mentee} has more mentors of the kind {kind} than they want", {
				mentee,
				kind: mentorKind,
			});
		case "no-place":
			return t("{mentor} has more mentees than places", { mentor });
	}
}

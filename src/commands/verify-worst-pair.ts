// `assign --verify --worst-first`: is the worst pair, or that of each kind, as good as it can be with as many people and pairs?
import { z } from "zod";
import { wantId } from "../domain/matching/kinds.ts";
import type { ScoredPair } from "../domain/matching/problem.ts";
import {
	checkWorstOfKinds,
	checkWorstPair,
	type WorstPairCheck,
} from "../domain/matching/worst-pair-proof.ts";
import { t } from "../ui/text.ts";
import type { Edges } from "./matching-edges.ts";
import type { Result } from "./matching-result-file.ts";
import { coveredWants, pairsOnce } from "./verify-kinds.ts";

const Proof = z.object({
	tier: z.enum(["people", "mentors", "pairs"]),
	mentors: z.array(z.string()),
	caps: z.array(z.string()),
});
const Want = z.object({ id: z.string(), kind: z.string() });

const Document = z.object({
	certificate: z.object({
		worstPair: Proof.extend({ mentees: z.array(z.string()) }).optional(),
		worstPairs: z
			.array(Proof.extend({ kind: z.string(), mentees: z.array(Want) }))
			.default([]),
	}),
});

/** The pairs from the floors up that the pairs prove, or why they are not proved. */
export function worstPairProblems(
	result: Result,
	edges: Edges,
): { readonly candidates: readonly ScoredPair[]; readonly problems: string[] } {
	const read = Document.safeParse(result.json);
	if (!read.success)
		return {
			candidates: [],
			problems: [t("the proof of the worst pair cannot be read")],
		};
	const { worstPair: proof, worstPairs } = read.data.certificate;
	const claim = {
		mentees: edges.mentees,
		mentors: edges.mentors,
		covered: coveredWants(edges),
		candidates: edges.pairs,
		used: result.pairs,
		caps: pairsOnce(edges),
		pinned: [],
	};
	const { kinds } = edges;
	if (kinds === undefined) {
		const check = checkWorstPair({ ...claim, proof });
		const floor = check.ok ? (check.worst ?? -Infinity) : Infinity;
		return {
			candidates: edges.pairs.filter(({ points }) => points >= floor),
			problems: check.ok ? [] : [sentence(check)],
		};
	}
	const kindOf = new Map(
		edges.mentees.map(({ id, want }) => [id, want?.kind] as const),
	);
	const check = checkWorstOfKinds({
		...claim,
		kinds,
		kindOf: (id) => kindOf.get(id),
		proofs: new Map(
			worstPairs.map(({ kind, mentees, ...own }) => [
				kind,
				{ ...own, mentees: mentees.map((one) => wantId(one.id, one.kind)) },
			]),
		),
	});
	return check.ok
		? { candidates: check.candidates, problems: [] }
		: { candidates: [], problems: [sentence(check)] };
}

function sentence({ why }: WorstPairCheck & { readonly ok: false }): string {
	return why === "unknown-pair"
		? t("a pair is not among the edges")
		: t("it is not proved that the worst pair is as good as it can be");
}

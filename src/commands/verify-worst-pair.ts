// `assign --verify --worst-first`: is the worst pair as good as it can be with as many people and pairs?
import { z } from "zod";
import { checkWorstPair } from "../domain/matching/worst-pair-proof.ts";
import { t } from "../ui/text.ts";
import type { Edges } from "./matching-edges.ts";
import type { Result } from "./matching-result-file.ts";

const Document = z.object({
	certificate: z.object({
		worstPair: z
			.object({
				tier: z.enum(["people", "pairs"]),
				mentees: z.array(z.string()),
				mentors: z.array(z.string()),
				caps: z.array(z.string()),
			})
			.optional(),
	}),
});

/** The floor (millionths) that the pairs prove, or why it is not proved. */
export function worstPairProblems(
	result: Result,
	edges: Edges,
): { readonly floor: number; readonly problems: string[] } {
	const read = Document.safeParse(result.json);
	if (!read.success)
		return {
			floor: 0,
			problems: [t("the proof of the worst pair cannot be read")],
		};
	const check = checkWorstPair({
		mentees: edges.mentees,
		mentors: edges.mentors,
		covered: new Set(),
		candidates: edges.pairs,
		used: result.pairs,
		caps: [],
		pinned: [],
		proof: read.data.certificate.worstPair,
	});
	return check.ok
		? { floor: check.worst ?? -Infinity, problems: [] }
		: {
				floor: 0,
				problems: [
					check.why === "unknown-pair"
						? t("a pair is not among the edges")
						: t("it is not proved that the worst pair is as good as it can be"),
				],
			};
}

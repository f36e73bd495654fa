// Who takes part in a bare assignment.
import type { Participant, ScoredPair } from "../domain/matching/problem.ts";
import { t } from "../ui/text.ts";

/** Everybody named anywhere; who is not listed has one place or needs one mentor. */
export function people(
	pairs: readonly ScoredPair[],
	side: "mentor" | "mentee",
	listed: ReadonlyMap<string, number>,
	everybody: number | undefined,
): Participant[] {
	const ids = new Set([...pairs.map((pair) => pair[side]), ...listed.keys()]);
	return Array.from(ids, (id) => ({
		id,
		units: everybody ?? listed.get(id) ?? 1,
	}));
}

/** A warning for everybody of a file who has no edge. */
export function strangers(
	pairs: readonly ScoredPair[],
	side: "mentor" | "mentee",
	file: string | undefined,
	ids: Iterable<string>,
): string[] {
	if (file === undefined) return [];
	const known = new Set(pairs.map((pair) => pair[side]));
	return [...ids]
		.filter((id) => !known.has(id))
		.map((id) =>
			t("Warning: {file}: “{id}” appears in no edge.", { file, id }),
		);
}

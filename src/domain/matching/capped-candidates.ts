import type { Cap } from "./caps.ts";
import { cappedPlaces } from "./caps.ts";
import type { Candidates } from "./kernel/candidates.ts";
import { keptCandidates } from "./kernel/kept-candidates.ts";
import type { PlaceSets } from "./kernel/place-sets.ts";
import type { PairColumns } from "./pair-columns.ts";

export type CappedCandidates = {
	readonly candidates: Candidates;
	/** The key of each set of places after the mentors' own. */
	readonly capKeys: readonly string[];
	/** Pairs for which a cap leaves no place at all (it is 0, or pinned pairs use it up); points in the problem's units. */
	readonly closed: PairColumns;
};

/** Candidates under caps. Without caps they come back as they are. */
export function cappedCandidates(
	candidates: Candidates,
	caps: readonly Cap[],
	people: Parameters<typeof cappedPlaces>[1],
): CappedCandidates {
	if (caps.length === 0) return { candidates, capKeys: [], closed: NO_PAIRS };
	const { sets, keys } = cappedPlaces(caps, people, candidates);
	const keeps = openPairs(sets);
	const isClosed = (_: number, e: number) => keeps[e] === 0;
	return {
		candidates: keptCandidates({ ...candidates, caps: sets }, keeps),
		capKeys: keys,
		closed: {
			mentee: candidates.mentee.filter(isClosed),
			mentor: candidates.mentor.filter(isClosed),
			points: candidates.points.filter(isClosed),
		},
	};
}

const NO_PAIRS: PairColumns = {
	mentee: new Int32Array(),
	mentor: new Int32Array(),
	points: new Float64Array(),
};

function openPairs({ limit, above, ofPair }: PlaceSets): Uint8Array {
	const isOpen = (set: number): boolean =>
		set < 0 || ((limit[set] ?? 0) > 0 && isOpen(above[set] ?? -1));
	const open = Uint8Array.from(limit, (_, set) => (isOpen(set) ? 1 : 0));
	return Uint8Array.from(ofPair, (set) => open[set] ?? 0);
}

// Kinds of mentors in bare edges: a column `kind` in edges and needs, and their order from --kinds.
import { wantId } from "../domain/matching/kinds.ts";
import type { Participant, ScoredPair } from "../domain/matching/problem.ts";
import { t } from "../ui/text.ts";

/** The kinds named by --kinds, or nothing where a name is empty or there twice. */
export function readKindNames(text: string): readonly string[] | undefined {
	const names = text.split(",").map((name) => name.trim().normalize("NFC"));
	return names.includes("") || new Set(names).size < names.length
		? undefined
		: names;
}

export function kindsMissing(file: string): string {
	return t(
		"{file}: the edges have a column kind: say with --kinds which kinds there are, everyone’s first mentor first (as in --kinds primary,functional).",
		{ file },
	);
}

export function unknownKind(kind: string): string {
	return t("“{kind}” is none of the kinds that --kinds names", { kind });
}

/** Every kind of everybody named by a want, kind after kind. */
export function wantsOf(
	kinds: readonly string[],
	ids: readonly string[],
	unitsOf: (want: string) => number,
): Participant[] {
	const people = [...new Set(ids.map(personOf))];
	return kinds.flatMap((kind, rank) =>
		people.map((mentee) => {
			const id = wantId(mentee, kind);
			return { id, units: unitsOf(id), want: { mentee, kind, rank } };
		}),
	);
}

/** Pairs of wants as pairs of people with their kind. */
export function withKind(pairs: readonly ScoredPair[]): readonly ScoredPair[] {
	return pairs.map((pair) => {
		const [mentee, mentorKind] = read(pair.mentee);
		return { ...pair, mentee, mentorKind };
	});
}

/** The other way round, for a result that tells kinds. */
export function asWants<Pair extends ScoredPair>(
	pairs: readonly Pair[],
): readonly Pair[] {
	return pairs.map((pair) => ({
		...pair,
		mentee: wantId(pair.mentee, pair.mentorKind ?? ""),
	}));
}

function personOf(want: string): string {
	return read(want)[0];
}

function read(want: string): readonly [mentee: string, kind: string] {
	const [mentee, kind]: readonly unknown[] = JSON.parse(want);
	return [String(mentee), String(kind)];
}

// A mentee's mentors of several kinds, as the board shows them.
import { kindsOf } from "./policy-document.ts";
import type { Board } from "./queries/board.ts";

/** One of a mentee's mentors with the kind, or a kind that is missing. */
export type NetworkMember = {
	readonly id: string;
	readonly kind: string;
	readonly mentor: string | undefined;
};

/** Under a policy with kinds, everybody a mentee has in the plan and every kind that is missing, in the policy's order. */
export function networkOf(
	board: Pick<Board, "round" | "pairs" | "unmatched">,
	mentee: string,
	name: (id: string) => string,
): readonly NetworkMember[] {
	const kinds = kindsOf(board.round.policy).map((kind) => kind.name);
	const place = (kind: string) => kinds.indexOf(kind);
	const own = board.pairs.flatMap((pair) =>
		pair.mentee === mentee && pair.mentorKind !== null
			? [{ id: pair.id, kind: pair.mentorKind, mentor: name(pair.mentor) }]
			: [],
	);
	const missing = board.unmatched.flatMap(({ person, mentorKind }) =>
		person === mentee && mentorKind !== ""
			? [{ id: mentorKind, kind: mentorKind, mentor: undefined }]
			: [],
	);
	return [...own, ...missing].toSorted((a, b) => place(a.kind) - place(b.kind));
}

/** Mentees left out; of those who want several kinds, whoever has nobody of any. */
export function withNobody({
	pairs,
	unmatched,
}: Pick<Board, "pairs" | "unmatched">): readonly string[] {
	const paired = new Set(pairs.map(({ mentee }) => mentee));
	const without = unmatched.filter(
		({ side, person, mentorKind }) =>
			side === "mentee" && (mentorKind === "" || !paired.has(person)),
	);
	return [...new Set(without.map(({ person }) => person))];
}

// What the engine says of wants, told of people and kinds.
import type { Problem, ScoredPair } from "./problem.ts";
import type { Residual } from "./residual.ts";
import type { Change, Reason, Unmatched } from "./unmatched.ts";

/** Translates what the engine says of wants into people and kinds; everything else comes back as it is. */
export type Told = {
	/** Whose want an id names, or the id itself. */
	readonly person: (id: string) => string;
	readonly kind: (id: string) => string | undefined;
	readonly pair: <Pair extends ScoredPair>(pair: Pair) => Pair;
	readonly unmatched: <Left extends LeftOut>(left: Left) => Left;
	/** How many mentees have their first mentor in these pairs: of a problem without kinds, any. */
	readonly reached: (pairs: readonly ScoredPair[]) => number;
};

export function toldOf({
	mentees,
	leads,
}: Pick<Problem, "mentees" | "leads">): Told {
	const wants = new Map(
		mentees.flatMap(({ id, want }) =>
			want === undefined ? [] : [[id, want] as const],
		),
	);
	const leading = new Set(
		mentees
			.filter((_, i) => leads === undefined || leads[i] === 1)
			.map(({ id }) => id),
	);
	const person = (id: string) => wants.get(id)?.mentee ?? id;
	const change = (found: Change): Change => {
		const want = wants.get(found.partner);
		return want === undefined
			? found
			: { ...found, partner: want.mentee, mentorKind: want.kind };
	};
	return {
		person,
		kind: (id) => wants.get(id)?.kind,
		pair(pair) {
			const want = wants.get(pair.mentee);
			return want === undefined
				? pair
				: { ...pair, mentee: want.mentee, mentorKind: want.kind };
		},
		unmatched(left) {
			if (wants.size === 0) return left;
			const kind = wants.get(left.id)?.kind;
			const { reason, waiver } = left;
			return {
				...left,
				id: person(left.id),
				...(kind === undefined ? {} : { mentorKind: kind }),
				reason:
					"people" in reason
						? { ...reason, people: [...new Set(reason.people.map(person))] }
						: reason,
				change: left.change && change(left.change),
				...(waiver === undefined ? {} : { waiver: change(waiver) }),
			};
		},
		reached: (pairs) =>
			new Set(pairs.map(({ mentee }) => mentee).filter((id) => leading.has(id)))
				.size,
	};
}

/** Somebody left out, whatever the reasons that a plan may have besides those of the engine. */
type LeftOut = Omit<Unmatched, "reason"> & {
	readonly reason: Reason | { readonly why: string };
};

/** The mentors whom this want could have, where all of them are with the mentee in other kinds; nothing where some are not. */
export function pairedInAnotherKind(
	{ candidates, mentees, mentors }: Problem,
	{ network }: Residual,
	i: number,
): readonly string[] | undefined {
	const person = mentees[i]?.want?.mentee;
	const { first, mentor } = candidates;
	if (person === undefined) return undefined;
	const together = new Set<number>();
	mentees.forEach(({ want }, k) => {
		if (want?.mentee !== person || k === i) return;
		for (let e = first[k] ?? 0; e < (first[k + 1] ?? 0); e++)
			if (network.flow[e] === 1) together.add(mentor[e] ?? -1);
	});
	const own = [...mentor.subarray(first[i], first[i + 1])];
	return own.length > 0 && own.every((j) => together.has(j))
		? own.map((j) => mentors[j]?.id ?? "")
		: undefined;
}

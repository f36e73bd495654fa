// Kinds of mentors: a policy may give every mentee several mentors, each of a kind (primary, functional, peer, reverse …). In the problem a
// mentee is then one participant for each kind, a *want*; a mentor's places are shared by all kinds. Two people are never paired twice,
// whatever the kinds (pair-once.ts), and the tier `people` counts everyone's first mentor alone, so that nobody has a second at the price
// of somebody else's first.
import type { Policy } from "./policy.ts";
import type { Participant } from "./problem.ts";

/** What one mentee wants of one kind; `rank` is the kind's place in the policy's order. */
export type Want = {
	readonly mentee: string;
	readonly kind: string;
	readonly rank: number;
};

/** The id of a want among a problem's mentees: no two of different people or kinds are the same text. */
export function wantId(mentee: string, kind: string): string {
	return JSON.stringify([mentee, kind]);
}

/** The policy as it holds for one kind: what says nothing of kinds holds for all. */
export function policyFor(policy: Policy, kind: string): Policy {
	const holds = ({ kinds }: { readonly kinds?: readonly string[] }) =>
		kinds === undefined || kinds.includes(kind);
	return {
		...policy,
		rules: policy.rules.filter(holds),
		terms: policy.terms.filter(holds),
	};
}

/**
 * The wants that count as their mentee's first mentor, by place: of each mentee the first in the policy's order for which there is anybody
 * (`hasSomebody`). Whoever has nobody of the first kind is therefore not behind everybody else with the second. Participants of a problem
 * without kinds all count.
 */
export function leadingWants(
	mentees: readonly Participant[],
	hasSomebody: (place: number) => boolean,
): Uint8Array {
	const leads = new Map<string, { rank: number; place: number }>();
	mentees.forEach(({ want }, place) => {
		if (want === undefined || !hasSomebody(place)) return;
		const before = leads.get(want.mentee);
		if (before === undefined || want.rank < before.rank)
			leads.set(want.mentee, { rank: want.rank, place });
	});
	return Uint8Array.from(mentees, ({ want }, place) =>
		want === undefined || leads.get(want.mentee)?.place === place ? 1 : 0,
	);
}

/** Whether the problem's mentees are wants. */
export function hasKinds(mentees: readonly Participant[]): boolean {
	return mentees.some(({ want }) => want !== undefined);
}

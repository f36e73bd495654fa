// What would help several people at once: whoever decides asks one mentor for one more place, not each person's nearest mentor in turn.
import type { Gain, PlacePrice } from "./place-prices.ts";
import { byGain } from "./place-prices.ts";
import type { Side } from "./policy.ts";
import { byCodePoint } from "./problem.ts";
import type { Change, Unmatched } from "./unmatched.ts";

/** One change, and everybody without a pair (or with fewer than needed) whom it could serve: one of them, each time it is made. */
export type Remedy = {
	readonly side: Side;
	readonly kind: Change["kind"];
	readonly partner: string;
	readonly rule: string | undefined;
	readonly alsoNeedsPlace: boolean;
	/** Ids on that side, sorted; some may be met by several changes but stand under one. */
	readonly people: readonly string[];
	/** For one more place: whom the best plan would then serve, and what the whole would gain. */
	readonly serves: string | undefined;
	readonly gain: Gain | undefined;
};

/**
 * Groups people by a change that would serve any one of them, those that serve most first. Any mentor whose places somebody competes for
 * would do for them, so the mentor who could serve most is taken, of equal ones the one whose place brings the whole most; then the same
 * for who is left. Greedy: a set cover of least size is NP-hard. O(rounds · sizes of the competitions).
 */
export function remedies(
	unmatched: readonly Unmatched[],
	prices: readonly PlacePrice[],
): readonly Remedy[] {
	const price = new Map(prices.map((own) => [own.mentor, own]));
	const competitions = competitionsOf(unmatched);
	const found: Remedy[] = [];
	while (competitions.size > 0) {
		const partner = mostWanted([...competitions.values()], price);
		const helped = [...competitions.values()].filter(({ mentors }) =>
			mentors.has(partner),
		);
		for (const { key } of helped) competitions.delete(key);
		found.push({
			side: "mentee",
			kind: "one-more-place",
			partner,
			rule: undefined,
			alsoNeedsPlace: false,
			people: helped.flatMap(({ people }) => people).toSorted(byCodePoint),
			serves: servedBy(price.get(partner)),
			gain: price.get(partner)?.gain,
		});
	}
	return [...found, ...byNearestChange(unmatched)].toSorted(
		(a, b) => b.people.length - a.people.length,
	);
}

type Competing = {
	readonly key: string;
	readonly mentors: ReadonlySet<string>;
	readonly people: string[];
};

function isCompeting({ reason, change }: Unmatched): boolean {
	return reason.why === "places-taken" && change?.kind === "one-more-place";
}

/** Those who compete for the same mentors' places, together. */
function competitionsOf(unmatched: readonly Unmatched[]) {
	const competitions = new Map<string, Competing>();
	const keys = new Map<object, string>();
	for (const person of unmatched) {
		const { reason, id } = person;
		if (reason.why !== "places-taken" || !isCompeting(person)) continue;
		const key = keys.get(reason) ?? JSON.stringify(reason.mentors);
		keys.set(reason, key);
		const competing = competitions.get(key) ?? {
			key,
			mentors: new Set(reason.mentors),
			people: [],
		};
		competing.people.push(id);
		competitions.set(key, competing);
	}
	return competitions;
}

function mostWanted(
	competitions: readonly Competing[],
	price: ReadonlyMap<string, PlacePrice>,
): string {
	const wanted = new Map<string, number>();
	for (const { mentors, people } of competitions)
		for (const mentor of mentors)
			wanted.set(mentor, (wanted.get(mentor) ?? 0) + people.length);
	const most = Math.max(...wanted.values());
	const [best = ""] = [...wanted]
		.flatMap(([mentor, people]) => (people === most ? [mentor] : []))
		.toSorted((a, b) => {
			const [one, other] = [price.get(a)?.gain, price.get(b)?.gain];
			return (one && other ? byGain(one, other) : 0) || byCodePoint(a, b);
		});
	return best;
}

/** The mentee who comes in from outside at the end of the moves. */
function servedBy(price: PlacePrice | undefined): string | undefined {
	const last = price?.moves.at(-1);
	return last?.from === undefined ? last?.mentee : undefined;
}

function byNearestChange(unmatched: readonly Unmatched[]): readonly Remedy[] {
	const groups = new Map<string, Remedy & { readonly people: string[] }>();
	for (const person of unmatched) {
		const { side, id, change } = person;
		if (change === undefined || isCompeting(person)) continue;
		const { kind, partner, rule, alsoNeedsPlace } = change;
		const key = JSON.stringify([side, kind, partner, rule, alsoNeedsPlace]);
		const group = groups.get(key) ?? {
			side,
			kind,
			partner,
			rule,
			alsoNeedsPlace,
			people: [],
			serves: undefined,
			gain: undefined,
		};
		group.people.push(id);
		groups.set(key, group);
	}
	return [...groups.values()];
}

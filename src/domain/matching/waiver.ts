import type { Side } from "./policy.ts";
import type { ScoredPair } from "./problem.ts";
import { byCodePoint } from "./problem.ts";
import type { Change } from "./unmatched.ts";
import type { Context, Way } from "./unmatched-context.ts";
import { placesOfPair, wayOf } from "./unmatched-context.ts";

/**
 * The best pair that one rule alone bars: if possible one after which nobody else needs to change more than whom they have; else with one
 * more place (or mentor needed) for the partner.
 */
export function waiver(
	context: Context,
	side: Side,
	id: string,
): Change | undefined {
	const partner = side === "mentee" ? "mentor" : "mentee";
	const options = [...(context.scoring?.nearMisses(side, id) ?? [])].flatMap(
		([rule, pairs]) =>
			pairs.filter(context.withinCaps).map((pair): Change => {
				const way = wayBeyond(context, side, pair);
				return {
					...change(
						"waive-rule",
						pair[partner],
						pair.points + (way?.gain ?? 0),
					),
					rule,
					alsoNeedsPlace: way === undefined,
				};
			}),
	);
	const [best] = options.toSorted(
		(a, b) =>
			Number(a.alsoNeedsPlace) - Number(b.alsoNeedsPlace) ||
			b.gain - a.gain ||
			byCodePoint(a.partner, b.partner) ||
			byCodePoint(a.rule ?? "", b.rule ?? ""),
	);
	return best;
}

/** How the partner of a pair that is not allowed yet could make it: with room left, or by exchanges that leave nobody with fewer. */
function wayBeyond(
	context: Context,
	side: Side,
	pair: ScoredPair,
): Way | undefined {
	const { freePlaces, unmetNeeds, menteeIndex, problem } = context;
	return side === "mentee"
		? wayOf(context, freePlaces, placesOfPair(problem, pair))
		: wayOf(context, unmetNeeds, menteeIndex.get(pair.mentee) ?? -1);
}

export function change(
	kind: Change["kind"],
	partner: string,
	gain: number,
): Change {
	return { kind, partner, rule: undefined, alsoNeedsPlace: false, gain };
}

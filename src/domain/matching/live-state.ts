import type { Certificate } from "./certificate.ts";
import type { Worth } from "./kernel/live-costs.ts";
import {
	asWorth,
	asWorthOfOne,
	spareOutside,
	aloneOutside,
} from "./kernel/live-costs.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import type { LiveEdit } from "./live-edits.ts";
import type { LiveBody, LivePrices, Side } from "./live-body.ts";
import { placePrice } from "./live-fillers.ts";
import { pairsWhere } from "./live-changes.ts";
import type {
	Objective,
	Participant,
	Problem,
	ProblemInput,
	ScoredPair,
} from "./problem.ts";
import { byCodePoint } from "./problem.ts";

/** Pairs that are kept out, those among them too that are pinned in spite of it. */
export function keptOutOf(body: LiveBody): readonly ScoredPair[] {
	return pairsWhere(body, (e) => body.forbidden[e] === 1);
}

/** The problem as it is now. */
export function inputOfLive(
	objective: Objective,
	body: LiveBody,
): ProblemInput & { readonly pairs: readonly ScoredPair[] } {
	return {
		objective,
		seed: body.seed,
		mentees: participants(body.mentees),
		mentors: participants(body.mentors),
		pairs: pairsWhere(
			body,
			(e) => body.forbidden[e] === 0 && body.pinned[e] === 0,
		),
		pinned: pairsWhere(body, (e) => body.pinned[e] === 1),
	};
}

/** Prices to start from, out of the certificate of a cold solve: those of ties are found on the way. */
export function pricesFrom(
	problem: Problem,
	{ tiers, price }: Certificate,
): LivePrices {
	const isOfOne = tiers[0] === "pairs";
	return {
		worth: problem.mentors.map(({ id }) => {
			const own = (tier: Tier) => price.get(id)?.[tiers.indexOf(tier)] ?? 0;
			const pairs = own("pairs");
			const people = isOfOne ? pairs : own("people");
			return [people, own("mentors"), pairs, own("points")];
		}),
		ties: new Float64Array(problem.mentors.length),
	};
}

export function pricesOfLive(body: LiveBody): LivePrices {
	const { repair } = body.live;
	const order = Array.from(body.mentors.ids.keys()).sort((a, b) =>
		byCodePoint(body.mentors.ids[a] ?? "", body.mentors.ids[b] ?? ""),
	);
	return {
		worth: order.map((j) =>
			inMillionths(body, asWorth(body.costs, placePrice(body, j))),
		),
		ties: Float64Array.from(order, (j) => repair.holderTie[j] ?? 0),
	};
}

export function certificateOfLive(body: LiveBody): Certificate {
	const { costs, live, mentees, mentors } = body;
	const { searcherPrice } = live.repair;
	const tiers = tiersOfLive(body);
	const isOfMany = tiers[0] === "people";
	const vector = (value: number) => {
		const [people, mentors, pairs, points] = inMillionths(
			body,
			isOfMany ? asWorth(costs, value) : asWorthOfOne(costs, value),
		);
		const worth = { people, mentors, pairs, points };
		return tiers.map((tier) => worth[tier] + 0);
	};
	const outside = isOfMany ? spareOutside(costs) : aloneOutside(costs, false);
	return {
		tiers,
		surplus: new Map(
			mentees.ids.map((id, i) => [
				id,
				vector(outside - (searcherPrice[i] ?? 0)),
			]),
		),
		price: new Map(
			mentors.ids.map((id, j) => [id, vector(placePrice(body, j))]),
		),
	};
}

/** Whether mentors with a mentee have begun to count, or ceased to, with this edit: then the matching is to be made anew. */
export function haveOtherTiers(
	{ costs, mentees }: LiveBody,
	edit: LiveEdit,
): boolean {
	if (edit.kind !== "units" && edit.kind !== "join") return false;
	if (edit.side === "mentor" || costs.isTotal) return false;
	if (edit.units > 1 && costs.countsMentors) return false;
	return costs.countsMentors !== mentees.units.some((units) => units > 1);
}

function tiersOfLive({ costs }: LiveBody): readonly Tier[] {
	if (costs.isTotal) return ["points", "pairs"];
	return costs.countsMentors
		? ["people", "mentors", "pairs", "points"]
		: ["pairs", "points"];
}

function inMillionths(
	{ unit }: LiveBody,
	[people, mentors, pairs, points]: Worth,
): Worth {
	return [people, mentors, pairs, points * unit];
}

function participants({ ids, units }: Side): readonly Participant[] {
	return ids.map((id, x) => ({ id, units: units[x] ?? 0 }));
}

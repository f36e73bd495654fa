import type { Certificate } from "./certificate.ts";
import type { Worth } from "./kernel/live-costs.ts";
import {
	asWorth,
	asWorthOfOne,
	spareOutside,
	aloneOutside,
} from "./kernel/live-costs.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import type { LiveBody, LivePrices, Side } from "./live-body.ts";
import { isMade, namesOf, pointsOf } from "./live-changes.ts";
import type {
	Objective,
	Participant,
	Problem,
	ProblemInput,
	ScoredPair,
} from "./problem.ts";
import { byCodePoint } from "./problem.ts";

/** All pairs made, pinned ones included. */
export function madeOf(body: LiveBody): readonly ScoredPair[] {
	return pairsWhere(body, (e) => isMade(body, e));
}

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
			return [isOfOne ? pairs : own("people"), pairs, own("points")];
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
			inMillionths(body, asWorth(body.costs, -(repair.holderPrice[j] ?? 0))),
		),
		ties: Float64Array.from(order, (j) => repair.holderTie[j] ?? 0),
	};
}

export function certificateOfLive(body: LiveBody): Certificate {
	const { costs, live, mentees, mentors } = body;
	const { searcherPrice, holderPrice } = live.repair;
	const tiers = tiersOfLive(body);
	const isOfMany = tiers[0] === "people";
	const vector = (value: number) => {
		const [people, pairs, points] = inMillionths(
			body,
			isOfMany ? asWorth(costs, value) : asWorthOfOne(costs, value),
		);
		return tiers.map(
			(tier) =>
				(tier === "people" ? people : tier === "pairs" ? pairs : points) + 0,
		);
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
			mentors.ids.map((id, j) => [id, vector(-(holderPrice[j] ?? 0))]),
		),
	};
}

function tiersOfLive({ costs, mentees, live }: LiveBody): readonly Tier[] {
	if (costs.isTotal) return ["points", "pairs"];
	const { supply } = live.repair.graph;
	const isOfMany = supply.some(
		(need, i) => need > ((mentees.pinned[i] ?? 0) > 0 ? 0 : 1),
	);
	return isOfMany ? ["people", "pairs", "points"] : ["pairs", "points"];
}

function inMillionths(
	{ unit }: LiveBody,
	[people, pairs, points]: Worth,
): Worth {
	return [people, pairs, points * unit];
}

function participants({ ids, units }: Side): readonly Participant[] {
	return ids.map((id, x) => ({ id, units: units[x] ?? 0 }));
}

function pairsWhere(
	body: LiveBody,
	isWanted: (e: number) => boolean,
): readonly ScoredPair[] {
	const pairs: ScoredPair[] = [];
	for (let e = 0; e < body.live.pairs.count; e++)
		if (isWanted(e))
			pairs.push({ ...namesOf(body, e), points: pointsOf(body, e) });
	return pairs;
}

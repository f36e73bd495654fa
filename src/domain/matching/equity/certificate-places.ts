// The part of an equity certificate that concerns places: what a pair pays for the mentor's place and under each cap, and what all places
// together are worth at these prices. Shares no code with the solver.
import { countByKey, isKeyOf, keysOfPair } from "../caps.ts";
import type { ScoredPair } from "../problem.ts";
import type { EquityCertificate, EquityClaim } from "./equity-certificate.ts";

/** What a pair pays: its mentor's price, and those of the caps that it counts under. Prices below 0 count as 0. */
export function payment(
	{ caps = [] }: EquityClaim,
	{ prices, capPrices }: EquityCertificate,
): (pair: ScoredPair) => bigint {
	return (pair) => {
		let paid = asPrice(prices.get(pair.mentor));
		if (capPrices !== undefined)
			for (const key of keysOfPair(caps, pair))
				paid += asPrice(capPrices.get(key));
		return paid;
	};
}

/** All places beside the pinned pairs at these prices. */
export function worthOfPlaces(
	{ mentors, caps = [], pinned }: EquityClaim,
	{ prices, capPrices = new Map() }: EquityCertificate,
): bigint {
	const taken = Map.groupBy(pinned, ({ mentor }) => mentor);
	let worth = 0n;
	for (const { id, units } of mentors)
		worth +=
			asPrice(prices.get(id)) * BigInt(units - (taken.get(id)?.length ?? 0));
	const held = countByKey(caps, pinned);
	for (const [key, price] of capPrices) {
		const cap = caps.find((one) => isKeyOf(one, key));
		const most = Math.max(0, (cap?.most ?? 0) - (held.get(key) ?? 0));
		worth += asPrice(price) * BigInt(most);
	}
	return worth;
}

/** Whether no cap holds more pairs than it allows. */
export function keepsCaps({ caps = [], used }: EquityClaim): boolean {
	return caps.every((cap) =>
		countByKey([cap], used)
			.values()
			.every((held) => held <= cap.most),
	);
}

function asPrice(price: number | undefined): bigint {
	return BigInt(Math.max(0, price ?? 0));
}

// The part of an equity certificate that concerns places: what a pair pays for the mentor's place and under each cap, and what all places
// together are worth at these prices. Shares no code with the solver.
import { countByKey, isKeyOf, keysOfPair } from "../caps.ts";
import type { ScoredPair } from "../problem.ts";
import type { EquityCertificate, EquityClaim } from "./equity-certificate.ts";

/** What a pair pays: its mentor's price, and those of the caps that it counts under, which count as 0 where they are below. */
export function payment(
	{ caps = [] }: EquityClaim,
	{ prices, capPrices }: EquityCertificate,
): (pair: ScoredPair) => bigint {
	return (pair) => {
		let paid = BigInt(prices.get(pair.mentor) ?? 0);
		if (capPrices !== undefined)
			for (const key of keysOfPair(caps, pair))
				paid += asPrice(capPrices.get(key));
		return paid;
	};
}

/**
 * The most that all places beside the pinned pairs can be worth at these prices: of a mentor's all, none, or one, which counts besides if it is
 * their first; and what mentors with a pinned mentee count for.
 */
export function worthOfPlaces(
	{ mentors, caps = [], pinned }: EquityClaim,
	{ prices, perMentor = 0, capPrices = new Map() }: EquityCertificate,
): bigint {
	const taken = Map.groupBy(pinned, ({ mentor }) => mentor);
	let worth = 0n;
	for (const { id, units } of mentors) {
		const pins = taken.get(id)?.length ?? 0;
		if (pins > 0) worth += BigInt(perMentor);
		if (units <= pins) continue;
		const price = BigInt(prices.get(id) ?? 0);
		const first = BigInt(pins > 0 ? 0 : perMentor);
		const all = BigInt(units - pins) * price + first;
		const one = price + first;
		const most = all > one ? all : one;
		worth += most > 0n ? most : 0n;
	}
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

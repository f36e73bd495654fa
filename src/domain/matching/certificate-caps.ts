// The part of the check that concerns caps: a price for a place under a cap works like a mentor's price, and adds to it.
import { countByKey, isKeyOf } from "./caps.ts";
import type { CertificateProblem, Claim } from "./certificate.ts";

/** A number for each tier of the objective, first tier first. */
export type Vector = readonly bigint[];

/** For each set of a cap that a used pair or a price names: how many used pairs it holds and may hold beside the pinned ones. */
export function placesUnderCaps(
	claim: Claim,
): ReadonlyMap<string, { readonly held: number; readonly most: number }> {
	const { caps = [], pinned = [], certificate } = claim;
	const places = new Map<string, { held: number; most: number }>();
	const priced = [...(certificate.caps?.keys() ?? [])];
	for (const cap of caps) {
		const held = countByKey([cap], claim.used);
		const taken = countByKey([cap], pinned);
		for (const key of [
			...held.keys(),
			...priced.filter((name) => isKeyOf(cap, name)),
		])
			places.set(key, {
				held: held.get(key) ?? 0,
				most: Math.max(0, cap.most - (taken.get(key) ?? 0)),
			});
	}
	return places;
}

/** Prices of caps are not negative, and nothing where a place is left. `at` is the tier whose bound is wanted. */
export function checkCaps(
	claim: Claim,
	prices: ReadonlyMap<string, Vector>,
	at: number,
): { problems: CertificateProblem[]; bound: bigint } {
	const problems: CertificateProblem[] = [];
	let bound = 0n;
	const places = placesUnderCaps(claim);
	for (const [cap, paid] of prices) {
		const { held = 0, most = 0 } = places.get(cap) ?? {};
		if (signOf(paid) < 0 || (signOf(paid) > 0 && held < most))
			problems.push({ why: "cap-price", cap });
		bound += BigInt(most) * (paid[at] ?? 0n);
	}
	return { problems, bound };
}

/** Sign of the first number that is not zero. */
export function signOf(vector: Vector): number {
	const first = vector.find((value) => value !== 0n) ?? 0n;
	return first === 0n ? 0 : first < 0n ? -1 : 1;
}

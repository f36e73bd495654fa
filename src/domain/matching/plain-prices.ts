// The certificate's check in plain numbers, for the many pairs that it passes at once; what is tight or used is checked with big integers.
import type { Certificate } from "./certificate.ts";
import type { Tier } from "./kernel/objective-costs.ts";

export type PlainPrices = {
	/** Whether mentee and place together are worth more than the pair gives. */
	isDearer(mentee: string, mentor: string, points: number): boolean;
};

/**
 * The same prices as plain numbers, where no sum of a few can leave the whole numbers that they hold exactly; nothing where one could, or
 * where caps have prices too.
 */
export function plainPrices(
	{ surplus, price, caps }: Certificate,
	tiers: readonly Tier[],
): PlainPrices | undefined {
	for (const vectors of [surplus, price])
		for (const numbers of vectors.values())
			if (numbers.some((value) => Math.abs(value) > LARGEST_PLAIN))
				return undefined;
	for (const paid of caps?.values() ?? [])
		if (paid.some((value) => value !== 0)) return undefined;
	// Pairs come in rows by mentee, mostly.
	let row = "";
	let own = surplus.get(row);
	return {
		isDearer(mentee, mentor, points) {
			if (mentee !== row) own = surplus.get(mentee);
			row = mentee;
			const paid = price.get(mentor);
			if (own === undefined || paid === undefined) return false;
			if (Math.abs(points) > LARGEST_PLAIN) return false;
			for (let t = 0; t < tiers.length; t++) {
				const gain =
					tiers[t] === "points" ? points : tiers[t] === "pairs" ? 1 : 0;
				const slack = (own[t] ?? 0) + (paid[t] ?? 0) - gain;
				if (slack !== 0) return slack > 0;
			}
			return false;
		},
	};
}

const LARGEST_PLAIN = 2 ** 51;

// The equity certificate as it stands in a result: what the solver proved, in ids; and read back.
import type { Json } from "../canonical-json.ts";
import { isPairOnce, pairOfKey } from "../caps.ts";
import type { Problem } from "../problem.ts";
import type { EquityCertificate } from "./equity-certificate.ts";
import type { MenteeGroups } from "./groups.ts";
import { nameOf } from "./groups.ts";
import type { EquityTask } from "./task.ts";
import type { Proof } from "./weighing.ts";

/** Weights and prices by the ids of the problem. Prices of 0 are left out. */
export function equityCertificate(
	problem: Problem,
	{ groups }: MenteeGroups,
	{ weights, price }: Proof,
	target: "people" | "points",
	grain: EquityTask["grain"],
): EquityCertificate {
	const at = (g: number, group: string | undefined) => ({
		group,
		score: weights.score[g] ?? 0,
		person: weights.person[g] ?? 0,
	});
	const capPrices = new Map(
		problem.capKeys.flatMap((key, k) => {
			const value = price[problem.mentors.length + k] ?? 0;
			return value > 0 ? [[key, value]] : [];
		}),
	);
	return {
		target,
		grain,
		...(capPrices.size === 0 ? {} : { capPrices }),
		scale: weights.scale,
		groups: [
			...groups.map((group, g) => at(g, nameOf(group))),
			at(groups.length, undefined),
		],
		perPerson: weights.perPerson,
		perPair: weights.perPair,
		...(weights.perMentor === 0 ? {} : { perMentor: weights.perMentor }),
		prices: new Map(
			problem.mentors.flatMap(({ id }, j) => {
				const value = price[j] ?? 0;
				return value === 0 ? [] : [[id, value]];
			}),
		),
	};
}

export function equityCertificateJson({
	groups,
	prices,
	capPrices = new Map(),
	target,
	grain,
	scale,
	perPair,
	perPerson,
	perMentor,
}: EquityCertificate): Json {
	const caps = [...capPrices].filter(([key]) => !isPairOnce(key));
	const once = [...capPrices].flatMap(([key, price]) => {
		const pair = pairOfKey(key);
		return pair === undefined ? [] : [{ ...pair, price }];
	});
	return {
		target,
		grain,
		scale,
		perPair,
		perPerson,
		...(perMentor === undefined ? {} : { perMentor }),
		groups: groups.map(({ group, score, person }) => ({
			group: group ?? null,
			score,
			person,
		})),
		prices: Array.from(prices, ([mentor, price]) => ({ mentor, price })),
		...(caps.length === 0
			? {}
			: { caps: caps.map(([id, price]) => ({ id, price })) }),
		...(once.length === 0 ? {} : { pairsOnce: once }),
	};
}

// A certificate as results tell it: scores in points, and under kinds mentees by who they are and what they want.
import type { Json } from "./canonical-json.ts";
import { isPairOnce, pairOfKey } from "./caps.ts";
import type { Certificate } from "./certificate.ts";
import { pointsOf } from "./decimal.ts";
import { hasKinds } from "./kinds.ts";
import type { Problem } from "./problem.ts";

export function certificateJson(
	problem: Problem,
	certificate: Certificate,
): { readonly [member: string]: Json } {
	return hasKinds(problem.mentees)
		? kindsJson(problem, certificate)
		: plainJson(certificate);
}

function plainJson({ tiers, surplus, price, caps = new Map() }: Certificate): {
	readonly [member: string]: Json;
} {
	const list = (
		vectors: ReadonlyMap<string, readonly number[]>,
		name: string,
	) =>
		[...vectors].map(([id, vector]) => ({
			id,
			[name]: inPoints(tiers, vector),
		}));
	return {
		tiers: [...tiers],
		mentees: list(surplus, "surplus"),
		mentors: list(price, "price"),
		...(caps.size === 0 ? {} : { caps: list(caps, "price") }),
	};
}

/** Surpluses by mentee and kind, and what it costs that two people are paired once at most. */
function kindsJson(
	{ mentees }: Problem,
	certificate: Certificate,
): { readonly [member: string]: Json } {
	const { tiers, surplus, caps = new Map() } = certificate;
	const plain = plainJson({
		...certificate,
		caps: new Map([...caps].filter(([key]) => !isPairOnce(key))),
	});
	return {
		...plain,
		mentees: mentees.flatMap(({ id, want }) =>
			want === undefined
				? []
				: [
						{
							id: want.mentee,
							kind: want.kind,
							surplus: inPoints(tiers, surplus.get(id) ?? []),
						},
					],
		),
		pairsOnce: [...caps].flatMap(([key, price]) => {
			const pair = pairOfKey(key);
			return pair === undefined
				? []
				: [{ ...pair, price: inPoints(tiers, price) }];
		}),
	};
}

function inPoints(
	tiers: Certificate["tiers"],
	vector: readonly number[],
): number[] {
	return vector.map((value, t) =>
		tiers[t] === "points" ? pointsOf(value) : value,
	);
}

// Checks a plan under a ratio in one pass, with exact integers and without any code of the solver.
//
// The certificate is a weight for each group and a price for each mentor's place. (1) The weights value every matching that keeps the
// ratio at least as high as its own sum: see `condition`. (2) No matching is worth more, so weighed, than all prices together and
// what each mentee's own best choice adds beyond them. So (2) bounds the sum of every matching that keeps the ratio. Any numbers
// at all prove some bound; the solver's prove a near one.
import type { Cap } from "../caps.ts";
import type { Participant, ScoredPair } from "../problem.ts";
import { pairKey } from "../problem.ts";
import { keepsCaps, payment, worthOfPlaces } from "./certificate-places.ts";
import type { Measure } from "./ratio.ts";

/** Whole numbers, in 1/`scale` of the target's unit: people, or `grain` millionths of a point. */
export type EquityCertificate = {
	readonly target: "people" | "points";
	readonly grain: number;
	readonly scale: number;
	/** By group: the factor of a pair's points, and what its mentees count for by having a mentor. Without `group`: everybody in none. */
	readonly groups: readonly {
		readonly group: string | undefined;
		readonly score: number;
		readonly person: number;
	}[];
	readonly perPerson: number;
	readonly perPair: number;
	/** What a mentor counts for by having a mentee. */
	readonly perMentor?: number;
	/** Mentors that are not listed have price 0; one below 0 is possible where mentors count. */
	readonly prices: ReadonlyMap<string, number>;
	/** The prices of places under caps, by the cap's key. */
	readonly capPrices?: ReadonlyMap<string, number>;
};

export type EquityClaim = {
	readonly measure: Measure;
	/** Whole millionths. */
	readonly ratio: number;
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	/** Under kinds mentees are wants, and these do not count as their person's first mentor. */
	readonly covered?: ReadonlySet<string>;
	readonly caps?: readonly Cap[];
	/** Each compared mentee's group, as compared (small groups under their pool's name). */
	readonly groupOf: ReadonlyMap<string, string>;
	/** Every pair that may be made, pinned ones included. */
	readonly candidates: readonly ScoredPair[];
	/** Pairs settled beforehand; every plan has them. */
	readonly pinned: readonly ScoredPair[];
	readonly used: readonly ScoredPair[];
};

export type EquityProblem =
	| "unknown-pair"
	| "pair-twice"
	| "too-many"
	| "pinned-pair-missing"
	| "ratio-not-kept"
	| "not-whole"
	| "weights-prove-nothing"
	| "counts-not-settled";

export type EquityCheck =
	| {
			readonly ok: true;
			readonly people: number;
			readonly pairs: number;
			/** Millionths. */
			readonly total: bigint;
			/** Of people, or of millionths at these counts of people and pairs: as the certificate's target says. */
			readonly upperBound: bigint;
	  }
	| { readonly ok: false; readonly problems: readonly EquityProblem[] };

/** Checks the pairs, the ratio and the certificate. O(pairs log need). */
export function checkEquityCertificate(
	claim: EquityClaim,
	certificate: EquityCertificate,
): EquityCheck {
	const sums = tally(claim);
	const problems = [
		...checkPlan(claim),
		...(keepsRatio(claim, sums) ? [] : (["ratio-not-kept"] as const)),
		...checkWeights(claim, certificate),
	];
	if (problems.length > 0) return { ok: false, problems };
	const { people, pairs, total } = sums;
	const upperBound = boundBy(claim, certificate, sums);
	return { ok: true, people, pairs, total, upperBound };
}

type Tally = {
	readonly people: number;
	readonly mentors: number;
	readonly pairs: number;
	readonly total: bigint;
	readonly amount: ReadonlyMap<string, bigint>;
};

function tally({ used, measure, groupOf, covered }: EquityClaim): Tally {
	const amount = new Map<string, bigint>();
	const reached = new Set<string>();
	let total = 0n;
	for (const { mentee, points } of used) {
		const group = groupOf.get(mentee);
		const isFirst = !reached.has(mentee) && covered?.has(mentee) !== true;
		if (isFirst) reached.add(mentee);
		total += BigInt(points);
		const counts = measure === "quality" ? BigInt(points) : isFirst ? 1n : 0n;
		if (group !== undefined)
			amount.set(group, (amount.get(group) ?? 0n) + counts);
	}
	const mentors = new Set(used.map(({ mentor }) => mentor)).size;
	return { people: reached.size, mentors, pairs: used.length, total, amount };
}

function checkPlan(claim: EquityClaim): EquityProblem[] {
	const problems: EquityProblem[] = [];
	const points = new Map(
		claim.candidates.map((pair) => [pairKey(pair), pair.points]),
	);
	const seen = new Set<string>();
	const room = {
		mentee: new Map(claim.mentees.map(({ id, units }) => [id, units])),
		mentor: new Map(claim.mentors.map(({ id, units }) => [id, units])),
	};
	for (const pair of claim.used) {
		const key = pairKey(pair);
		if (points.get(key) !== pair.points) problems.push("unknown-pair");
		if (seen.has(key)) problems.push("pair-twice");
		seen.add(key);
		for (const side of ["mentee", "mentor"] as const) {
			const left = (room[side].get(pair[side]) ?? 0) - 1;
			room[side].set(pair[side], left);
			if (left < 0) problems.push("too-many");
		}
	}
	if (!keepsCaps(claim)) problems.push("too-many");
	if (claim.pinned.some((pair) => !seen.has(pairKey(pair))))
		problems.push("pinned-pair-missing");
	return problems;
}

function keepsRatio(claim: EquityClaim, { amount }: Tally): boolean {
	const members = sizes(claim);
	const ratio = BigInt(claim.ratio);
	return [...members].every(([g, own]) =>
		[...members].every(
			([h, other]) =>
				g === h ||
				(amount.get(g) ?? 0n) * BigInt(other) * 1_000_000n >=
					(amount.get(h) ?? 0n) * BigInt(own) * ratio,
		),
	);
}

/** How many members each group has: people who need anybody at all. */
function sizes({ mentees, groupOf }: EquityClaim): Map<string, number> {
	const members = new Map<string, Set<string>>();
	for (const { id, units, want } of mentees) {
		const group = groupOf.get(id);
		if (group === undefined || units === 0) continue;
		const own = members.get(group) ?? new Set();
		members.set(group, own.add(want?.mentee ?? id));
	}
	return new Map(Array.from(members, ([group, own]) => [group, own.size]));
}

function checkWeights(
	claim: EquityClaim,
	certificate: EquityCertificate,
): EquityProblem[] {
	const { scale, grain, groups, perPerson, perPair, prices, target } =
		certificate;
	const { perMentor = 0 } = certificate;
	const numbers = [
		scale,
		grain,
		perPerson,
		perPair,
		perMentor,
		...groups.flatMap(({ score, person }) => [score, person]),
		...prices.values(),
		...(certificate.capPrices?.values() ?? []),
	];
	const isWhole =
		numbers.every(Number.isSafeInteger) &&
		scale > 0 &&
		grain > 0 &&
		claim.candidates.every(({ points }) => points % grain === 0);
	if (!isWhole) return ["not-whole"];
	// Only what is settled may be given away: under `people` no count is.
	const isGiven = [perPerson, perPair, perMentor].some((each) => each !== 0);
	if (target === "people" && isGiven) return ["counts-not-settled"];
	return condition(claim, certificate) ? [] : ["weights-prove-nothing"];
}

/**
 * With y the groups' means, ratio · max ≤ y ≤ max and no y negative, Σ extra · y ≥ max · (ratio · Σ extra⁺ − Σ extra⁻): the weights
 * value a fair matching no lower than its target if that is not negative. Only what is compared may carry extra weight.
 */
function condition(
	claim: EquityClaim,
	{ groups, scale, target }: EquityCertificate,
): boolean {
	const members = sizes(claim);
	const base = {
		score: target === "points" ? scale : 0,
		person: target === "people" ? scale : 0,
	};
	const compared = claim.measure === "quality" ? "score" : "person";
	const other = compared === "score" ? "person" : "score";
	let up = 0n;
	let down = 0n;
	let isExtra = false;
	for (const weights of groups) {
		if (weights[other] !== base[other]) return false;
		const extra = BigInt(weights[compared] - base[compared]);
		const size = weights.group === undefined ? 0 : members.get(weights.group);
		if (size === undefined || (size === 0 && extra !== 0n)) return false;
		if (extra > 0n) up += extra * BigInt(size);
		else down -= extra * BigInt(size);
		isExtra ||= extra !== 0n;
	}
	const names = new Set(groups.map(({ group }) => group));
	if (!names.has(undefined) || names.size !== groups.length) return false;
	if ([...members.keys()].some((group) => !names.has(group))) return false;
	const mayBeNegative =
		claim.ratio === 1_000_000 &&
		claim.candidates.some(({ points }) => points < 0);
	return (
		!(isExtra && mayBeNegative) && BigInt(claim.ratio) * up >= 1_000_000n * down
	);
}

function boundBy(
	claim: EquityClaim,
	certificate: EquityCertificate,
	{ people, mentors, pairs }: Tally,
): bigint {
	const { grain, scale, perPair, perMentor = 0 } = certificate;
	const perPerson = BigInt(certificate.perPerson);
	const weights = new Map(
		certificate.groups.map(({ group, score, person }) => [
			group,
			{ score: BigInt(score), person: BigInt(person) },
		]),
	);
	const weightsOf = (mentee: string) =>
		weights.get(claim.groupOf.get(mentee)) ?? { score: 0n, person: 0n };
	const paid = payment(claim, certificate);
	const worth = ({ mentee, points }: ScoredPair) =>
		weightsOf(mentee).score * BigInt(points / grain) + BigInt(perPair);
	const settled = new Set(claim.pinned.map(pairKey));
	const isLater = (mentee: string) => claim.covered?.has(mentee) === true;
	const covered = new Set(claim.pinned.map(({ mentee }) => mentee));
	const gains = new Map<string, bigint[]>();
	for (const pair of claim.candidates) {
		if (settled.has(pairKey(pair))) continue;
		const gain = worth(pair) - paid(pair);
		const own = gains.get(pair.mentee);
		if (own === undefined) gains.set(pair.mentee, [gain]);
		else own.push(gain);
	}
	const pinnedOf = Map.groupBy(claim.pinned, ({ mentee }) => mentee);
	let bound = worthOfPlaces(claim, certificate);
	for (const pair of claim.pinned) bound += worth(pair);
	for (const mentee of covered)
		if (!isLater(mentee)) bound += weightsOf(mentee).person + perPerson;
	for (const { id, units } of claim.mentees)
		bound += bestChoice(
			gains.get(id) ?? [],
			units - (pinnedOf.get(id)?.length ?? 0),
			covered.has(id) || isLater(id) ? 0n : weightsOf(id).person + perPerson,
		);
	if (certificate.target === "points")
		bound -=
			perPerson * BigInt(people) +
			BigInt(perMentor) * BigInt(mentors) +
			BigInt(perPair) * BigInt(pairs);
	const whole = floorDivide(bound, BigInt(scale));
	return certificate.target === "points" ? whole * BigInt(grain) : whole;
}

/** The best of at most `need` gains, with `once` for the first. */
function bestChoice(gains: bigint[], need: number, once: bigint): bigint {
	const falling = gains.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0));
	let sum = once;
	let best = 0n;
	for (const gain of falling.slice(0, Math.max(0, need))) {
		sum += gain;
		if (sum > best) best = sum;
	}
	return best;
}

function floorDivide(a: bigint, b: bigint): bigint {
	const quotient = a / b;
	return a % b < 0n ? quotient - 1n : quotient;
}

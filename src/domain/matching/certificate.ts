// Checks a result against its certificate in one pass, with exact integers and without any code of the solver: linear programming
// duality. A price for every mentor's place and a surplus for every mentee, in each tier of the objective, prove that no other matching
// is better: what any matching reaches is at most the sum of all prices paid, and this one reaches it.
import type { Cap } from "./caps.ts";
import { keysOfPair } from "./caps.ts";
import type { Vector } from "./certificate-caps.ts";
import { checkCaps, placesUnderCaps, signOf } from "./certificate-caps.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import { plainPrices } from "./plain-prices.ts";
import type { Objective, Participant, ScoredPair } from "./problem.ts";
import { pairSet } from "./pair-set.ts";

/** One vector a person, a number for each tier; those of the tier `points` in millionths, the others in units. */
export type Certificate = {
	readonly tiers: readonly Tier[];
	readonly surplus: ReadonlyMap<string, readonly number[]>;
	readonly price: ReadonlyMap<string, readonly number[]>;
	/** What a place under a cap costs besides, by the cap's key (see caps.ts); caps without a price cost nothing. */
	readonly caps?: ReadonlyMap<string, readonly number[]>;
};

export type Claim = {
	readonly objective: Objective;
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	/** Mentees whose first pair is pinned and no part of the claim: none of theirs counts as a person reached. */
	readonly covered: ReadonlySet<string>;
	/** Whether somebody may have several mentors, pinned ones included; without it, what is left of the needs says so. */
	readonly severalMentors?: boolean;
	/** All pairs that may be made, with their millionths. */
	readonly candidates: Iterable<ScoredPair>;
	readonly used: readonly {
		readonly mentee: string;
		readonly mentor: string;
	}[];
	readonly certificate: Certificate;
	/** Caps on the pairs of mentors, and the pinned pairs, which count in them and as their mentors' first but are no part of the claim. */
	readonly caps?: readonly Cap[];
	readonly pinned?: readonly NamedPair[];
};

type NamedPair = { readonly mentee: string; readonly mentor: string };

export type CertificateProblem = {
	readonly why:
		| "unknown-pair"
		| "pair-twice"
		| "pair-below-zero"
		| "too-many-mentors"
		| "too-many-mentees"
		| "cap-exceeded"
		| "other-tiers"
		| "no-price"
		| "pair-too-cheap"
		| "pair-too-dear"
		| "place-price"
		| "cap-price"
		| "mentee-surplus";
	readonly mentee?: string;
	readonly mentor?: string;
	readonly cap?: string;
};

export type CertificateCheck =
	| { readonly ok: true; readonly total: bigint; readonly upperBound: bigint }
	| { readonly ok: false; readonly problems: readonly CertificateProblem[] };

/** Checks that the used pairs are allowed and that the certificate proves them best. Totals in millionths. */
export function checkCertificate(claim: Claim): CertificateCheck {
	const tiers = expectedTiers(claim);
	if (claim.certificate.tiers.join() !== tiers.join())
		return { ok: false, problems: [{ why: "other-tiers" }] };
	const feasibility = checkPairs(claim);
	const priced = readPrices(claim, tiers.length);
	if (feasibility.length > 0 || !priced.ok)
		return {
			ok: false,
			problems: [...feasibility, ...(priced.ok ? [] : priced.problems)],
		};
	return checkSlackness(claim, tiers, priced);
}

function expectedTiers(claim: Claim): readonly Tier[] {
	if (claim.objective === "total") return ["points", "pairs"];
	const isOfMany =
		claim.severalMentors ??
		claim.mentees.some(
			({ id, units }) => units > (claim.covered.has(id) ? 0 : 1),
		);
	return isOfMany
		? ["people", "mentors", "pairs", "points"]
		: ["pairs", "points"];
}

function checkPairs(claim: Claim): CertificateProblem[] {
	const problems: CertificateProblem[] = [];
	const isUsed = pairSet(claim.used);
	const known = pairSet();
	const belowZero = pairSet();
	for (const pair of claim.candidates) {
		if (!isUsed.has(pair)) continue;
		known.add(pair);
		if (claim.objective === "total" && pair.points < 0) belowZero.add(pair);
	}
	const seen = pairSet();
	const menteeRoom = new Map(claim.mentees.map((m) => [m.id, m.units]));
	const mentorRoom = new Map(claim.mentors.map((m) => [m.id, m.units]));
	for (const { mentee, mentor } of claim.used) {
		const need = (menteeRoom.get(mentee) ?? 0) - 1;
		const places = (mentorRoom.get(mentor) ?? 0) - 1;
		if (!known.has({ mentee, mentor }))
			problems.push({ why: "unknown-pair", mentee, mentor });
		else if (!seen.add({ mentee, mentor }))
			problems.push({ why: "pair-twice", mentee, mentor });
		else if (belowZero.has({ mentee, mentor }))
			problems.push({ why: "pair-below-zero", mentee, mentor });
		if (need < 0) problems.push({ why: "too-many-mentors", mentee });
		if (places < 0) problems.push({ why: "too-many-mentees", mentor });
		menteeRoom.set(mentee, need);
		mentorRoom.set(mentor, places);
	}
	for (const [cap, { held, most }] of placesUnderCaps(claim))
		if (held > most) problems.push({ why: "cap-exceeded", cap });
	return problems;
}

type Prices = {
	readonly ok: true;
	readonly caps: ReadonlyMap<string, Vector>;
	readonly surplus: ReadonlyMap<string, Vector>;
	readonly price: ReadonlyMap<string, Vector>;
};

function readPrices(
	claim: Claim,
	tiers: number,
): Prices | { readonly ok: false; readonly problems: CertificateProblem[] } {
	const problems: CertificateProblem[] = [];
	const read = (
		people: readonly Participant[],
		from: ReadonlyMap<string, readonly number[]>,
		side: "mentee" | "mentor",
	): Map<string, Vector> => {
		const vectors = new Map<string, Vector>();
		for (const { id, units } of people) {
			const numbers = from.get(id) ?? (units === 0 ? zeros(tiers) : []);
			if (numbers.length === tiers && numbers.every(Number.isSafeInteger))
				vectors.set(id, numbers.map(BigInt));
			else problems.push({ why: "no-price", [side]: id });
		}
		return vectors;
	};
	const surplus = read(claim.mentees, claim.certificate.surplus, "mentee");
	const price = read(claim.mentors, claim.certificate.price, "mentor");
	const caps = new Map<string, Vector>();
	for (const [cap, numbers] of claim.certificate.caps ?? [])
		if (numbers.length === tiers && numbers.every(Number.isSafeInteger))
			caps.set(cap, numbers.map(BigInt));
		else problems.push({ why: "no-price", cap });
	return problems.length > 0
		? { ok: false, problems }
		: { ok: true, surplus, price, caps };
}

function zeros(length: number): number[] {
	return Array.from({ length }, () => 0);
}

/** Complementary slackness of pairs, places and ways outside, and the dual bound that follows. */
function checkSlackness(
	claim: Claim,
	tiers: readonly Tier[],
	{ surplus, price, caps }: Prices,
): CertificateCheck {
	const problems: CertificateProblem[] = [];
	const used = pairSet(claim.used);
	const units = (people: readonly Participant[]) =>
		new Map(people.map((person) => [person.id, person.units]));
	const need = units(claim.mentees);
	const places = units(claim.mentors);
	const at = tiers.indexOf("points");
	const plain = plainPrices(claim.certificate, tiers);
	let total = 0n;
	let upperBound = 0n;
	for (const { mentee, mentor, points } of claim.candidates) {
		// Most pairs are worth less than their prices, and then only asked whether they are used.
		const isUsed = used.has({ mentee, mentor });
		if (!isUsed && plain?.isDearer(mentee, mentor, points) === true) continue;
		if (need.get(mentee) === 0 || places.get(mentor) === 0) continue;
		if (claim.objective === "total" && points < 0) continue;
		const own = surplus.get(mentee);
		const paid = price.get(mentor);
		if (own === undefined || paid === undefined) continue;
		const gain = gainOf(tiers, points);
		const slack = gain.map((g, t) => (own[t] ?? 0n) + (paid[t] ?? 0n) - g);
		if (claim.caps !== undefined)
			for (const key of keysOfPair(claim.caps, { mentee, mentor }))
				caps.get(key)?.forEach((value, t) => {
					slack[t] = (slack[t] ?? 0n) + value;
				});
		if (signOf(slack) < 0 && !isUsed)
			problems.push({ why: "pair-too-cheap", mentee, mentor });
		if (signOf(slack) > 0 && isUsed)
			problems.push({ why: "pair-too-dear", mentee, mentor });
		if (signOf(slack) < 0) upperBound -= slack[at] ?? 0n;
		if (isUsed) total += BigInt(points);
	}
	const sides = [
		checkSide(claim, "mentor", price, tiers),
		checkCaps(claim, caps, at),
		checkSide(claim, "mentee", surplus, tiers),
	];
	for (const side of sides) {
		problems.push(...side.problems);
		upperBound += side.bound;
	}
	return problems.length > 0
		? { ok: false, problems }
		: { ok: true, total, upperBound };
}

function gainOf(tiers: readonly Tier[], points: number): Vector {
	return tiers.map((tier) =>
		tier === "points" ? BigInt(points) : tier === "pairs" ? 1n : 0n,
	);
}

/**
 * A person's last unit outside costs one in the tier of their side, the others nothing: hence for several units a surplus (of a mentor: a
 * place's price) below zero is possible, where a second pair of theirs would cost somebody else their first. What holds for mentees' units
 * outside holds for mentors' places left.
 */
function checkSide(
	claim: Claim,
	side: "mentee" | "mentor",
	prices: ReadonlyMap<string, Vector>,
	tiers: readonly Tier[],
): { problems: CertificateProblem[]; bound: bigint } {
	const problems: CertificateProblem[] = [];
	let bound = 0n;
	const at = tiers.indexOf("points");
	const ofFirst = tiers.indexOf(side === "mentee" ? "people" : "mentors");
	const met =
		side === "mentee"
			? claim.covered
			: new Set(claim.pinned?.map(({ mentor }) => mentor));
	const taken = countPairs(claim, side);
	for (const { id, units } of side === "mentee"
		? claim.mentees
		: claim.mentors) {
		if (units === 0) continue;
		const own = prices.get(id) ?? [];
		const left = units - (taken.get(id) ?? 0);
		const hasFirst = ofFirst >= 0 && !met.has(id);
		const spareRoom = hasFirst ? units - 1 : 0;
		const spare = Math.min(spareRoom, left);
		const last = own.map((value, t) =>
			hasFirst && t === ofFirst ? value + 1n : value,
		);
		const isWrong =
			(signOf(last) > 0 && left > spare) ||
			signOf(last) < 0 ||
			(signOf(own) > 0 && spare > 0) ||
			(signOf(own) < 0 && spare < spareRoom);
		if (isWrong)
			problems.push(
				side === "mentee"
					? { why: "mentee-surplus", mentee: id }
					: { why: "place-price", mentor: id },
			);
		bound += BigInt(units) * (own[at] ?? 0n);
		if (signOf(own) < 0) bound -= BigInt(spareRoom) * (own[at] ?? 0n);
	}
	return { problems, bound };
}

function countPairs(
	claim: Claim,
	side: "mentee" | "mentor",
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const pair of claim.used)
		counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1);
	return counts;
}

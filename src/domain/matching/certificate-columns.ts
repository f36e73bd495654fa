// The same check as certificate.ts for results whose pairs lie in columns, without a text or a big number a pair: at a hundred thousand
// people the ids of millions of pairs take far longer than the solver. Written apart from the solver, as the other is; a result with caps,
// or numbers too large to compare exactly, is left to that one.
import type { CertificateCheck, CertificateProblem } from "./certificate.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import type { Objective } from "./problem.ts";

export type ColumnClaim = {
	readonly objective: Objective;
	/**
	 * Ids and units that pinned pairs leave; `covered` and `met` are 1 for mentees and mentors whose first pair is pinned. `met` is there where
	 * somebody may have several mentors.
	 */
	readonly mentees: readonly { readonly id: string; readonly units: number }[];
	readonly mentors: readonly { readonly id: string; readonly units: number }[];
	readonly covered: Uint8Array;
	readonly met?: Uint8Array | undefined;
	/** By mentee, then mentor, each pair once. Points times `unit` are millionths. */
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Float64Array;
	readonly unit: number;
	readonly used: Uint8Array;
	readonly tiers: readonly Tier[];
	/** Tier by tier, a number for each person; points in millionths. */
	readonly surplus: readonly Float64Array[];
	readonly price: readonly Float64Array[];
};

const LARGEST = 2 ** 51;

/** As checkCertificate; nothing where the claim is not of the kind that this check can be sure of. O(pairs · tiers). */
export function checkInColumns(
	claim: ColumnClaim,
): CertificateCheck | undefined {
	const { surplus, price, tiers } = claim;
	if (tiers.join() !== expectedTiers(claim).join())
		return { ok: false, problems: [{ why: "other-tiers" }] };
	const isExact = (values: Float64Array) =>
		values.every((v) => Number.isInteger(v) && Math.abs(v) <= LARGEST);
	if (![...surplus, ...price].every(isExact)) return undefined;
	const pairs = checkPairs(claim);
	if (pairs === undefined) return undefined;
	const sides = [
		checkSide(claim, "mentor", pairs.ofMentor),
		checkSide(claim, "mentee", pairs.ofMentee),
	];
	const problems = [pairs, ...sides].flatMap((one) => one.problems);
	return problems.length > 0
		? { ok: false, problems }
		: {
				ok: true,
				total: pairs.total,
				upperBound: sides.reduce((sum, one) => sum + one.bound, pairs.bound),
			};
}

function expectedTiers({ objective, met }: ColumnClaim): readonly Tier[] {
	if (objective === "total") return ["points", "pairs"];
	return met === undefined
		? ["pairs", "points"]
		: ["people", "mentors", "pairs", "points"];
}

type Checked = {
	readonly problems: readonly CertificateProblem[];
	readonly bound: bigint;
};

type CheckedPairs = Checked & {
	readonly total: bigint;
	readonly ofMentee: Int32Array;
	readonly ofMentor: Int32Array;
};

/** Every pair against the prices: none unused is worth more, none used less. */
function checkPairs(claim: ColumnClaim): CheckedPairs | undefined {
	const { mentee, mentor, points, unit, used, tiers, surplus, price } = claim;
	const problems: CertificateProblem[] = [];
	const name = (why: CertificateProblem["why"], i: number, j: number) => ({
		why,
		mentee: claim.mentees[i]?.id ?? "",
		mentor: claim.mentors[j]?.id ?? "",
	});
	const ofMentee = new Int32Array(claim.mentees.length);
	const ofMentor = new Int32Array(claim.mentors.length);
	const at = tiers.indexOf("points");
	let total = 0n;
	let bound = 0n;
	for (let e = 0; e < mentee.length; e++) {
		const i = mentee[e] ?? -1;
		const j = mentor[e] ?? -1;
		const step = i - (mentee[e - 1] ?? -1) || j - (mentor[e - 1] ?? -1);
		const worth = (points[e] ?? 0) * unit;
		if (step <= 0 || i < 0 || j < 0 || Math.abs(worth) > LARGEST)
			return undefined;
		let sign = 0;
		let slackInPoints = 0;
		for (let t = 0; t < tiers.length; t++) {
			const gain = t === at ? worth : tiers[t] === "pairs" ? 1 : 0;
			const slack = (surplus[t]?.[i] ?? 0) + (price[t]?.[j] ?? 0) - gain;
			if (sign === 0) sign = Math.sign(slack);
			if (t === at) slackInPoints = slack;
		}
		if (used[e] === 1) {
			ofMentee[i] = (ofMentee[i] ?? 0) + 1;
			ofMentor[j] = (ofMentor[j] ?? 0) + 1;
			total += BigInt(worth);
			if (sign > 0) problems.push(name("pair-too-dear", i, j));
			if (sign < 0) bound -= BigInt(slackInPoints);
			if (claim.objective === "total" && worth < 0)
				problems.push(name("pair-below-zero", i, j));
		} else if (sign < 0) problems.push(name("pair-too-cheap", i, j));
	}
	return { problems, bound, total, ofMentee, ofMentor };
}

/** What staying alone would cost a mentee, or an empty place a mentor, agrees with whether they do (see checkSide in certificate.ts). */
function checkSide(
	claim: ColumnClaim,
	side: "mentee" | "mentor",
	taken: Int32Array,
): Checked {
	const { mentees, mentors, covered, met, surplus, price, tiers } = claim;
	const problems: CertificateProblem[] = [];
	const isMentee = side === "mentee";
	const prices = isMentee ? surplus : price;
	const marks = isMentee ? covered : met;
	const ofFirst = tiers.indexOf(isMentee ? "people" : "mentors");
	const points = prices[tiers.indexOf("points")];
	let bound = 0n;
	(isMentee ? mentees : mentors).forEach(({ id, units }, x) => {
		const left = units - (taken[x] ?? 0);
		if (left < 0)
			problems.push(
				isMentee
					? { why: "too-many-mentors", mentee: id }
					: { why: "too-many-mentees", mentor: id },
			);
		if (units === 0) return;
		const hasFirst = ofFirst >= 0 && marks?.[x] !== 1;
		const room = hasFirst ? units - 1 : 0;
		const spare = Math.min(room, left);
		const sign = signAt(prices, x);
		const last = signAt(prices, x, hasFirst ? ofFirst : -1);
		const isWrong =
			(last > 0 && left > spare) ||
			last < 0 ||
			(sign > 0 && spare > 0) ||
			(sign < 0 && spare < room);
		if (isWrong)
			problems.push(
				isMentee
					? { why: "mentee-surplus", mentee: id }
					: { why: "place-price", mentor: id },
			);
		const own = BigInt(points?.[x] ?? 0);
		bound += BigInt(units) * own;
		if (sign < 0) bound -= BigInt(room) * own;
	});
	return { problems, bound };
}

/** Sign of the first number that is not zero, with one added to the number of the tier `more`. */
function signAt(tiers: readonly Float64Array[], at: number, more = -1): number {
	for (const [t, values] of tiers.entries()) {
		const value = (values[at] ?? 0) + (t === more ? 1 : 0);
		if (value !== 0) return Math.sign(value);
	}
	return 0;
}

// The same check as certificate.ts for results whose pairs lie in columns, without a text or a big number a pair: at a hundred thousand
// people the ids of millions of pairs take far longer than the solver. Written apart from the solver, as the other is; a result with caps,
// or numbers too large to compare exactly, is left to that one.
import type { CertificateCheck, CertificateProblem } from "./certificate.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import type { Objective } from "./problem.ts";

export type ColumnClaim = {
	readonly objective: Objective;
	/** Ids and units that pinned pairs leave; `covered` is 1 for mentees whose first pair is pinned. */
	readonly mentees: readonly { readonly id: string; readonly units: number }[];
	readonly mentors: readonly { readonly id: string; readonly units: number }[];
	readonly covered: Uint8Array;
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
		checkMentors(claim, pairs.ofMentor),
		checkMentees(claim, pairs.ofMentee),
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

function expectedTiers({
	objective,
	mentees,
	covered,
}: ColumnClaim): readonly Tier[] {
	if (objective === "total") return ["points", "pairs"];
	return mentees.some(({ units }, i) => units > (covered[i] === 1 ? 0 : 1))
		? ["people", "pairs", "points"]
		: ["pairs", "points"];
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

/** A place costs nothing less than 0, and 0 where one is left. */
function checkMentors(
	{ mentors, price, tiers }: ColumnClaim,
	taken: Int32Array,
): Checked {
	const problems: CertificateProblem[] = [];
	let bound = 0n;
	mentors.forEach(({ id, units }, j) => {
		const filled = taken[j] ?? 0;
		const sign = signAt(price, j);
		if (filled > units) problems.push({ why: "too-many-mentees", mentor: id });
		if (units > 0 && (sign < 0 || (sign > 0 && filled < units)))
			problems.push({ why: "place-price", mentor: id });
		const paid = price[tiers.indexOf("points")]?.[j] ?? 0;
		bound += BigInt(units) * BigInt(paid);
	});
	return { problems, bound };
}

/** What staying alone would cost a mentee agrees with whether they do (see checkMentees in certificate.ts). */
function checkMentees(
	{ mentees, covered, surplus, tiers }: ColumnClaim,
	taken: Int32Array,
): Checked {
	const problems: CertificateProblem[] = [];
	let bound = 0n;
	mentees.forEach(({ id, units }, i) => {
		const outside = units - (taken[i] ?? 0);
		if (outside < 0) problems.push({ why: "too-many-mentors", mentee: id });
		if (units === 0) return;
		const hasFirst = tiers[0] === "people" && covered[i] !== 1;
		const room = hasFirst ? units - 1 : 0;
		const spare = Math.min(room, outside);
		const sign = signAt(surplus, i);
		const alone = signAt(surplus, i, hasFirst ? 1 : 0);
		const isWrong =
			(alone > 0 && outside > spare) ||
			alone < 0 ||
			(sign > 0 && spare > 0) ||
			(sign < 0 && spare < room);
		if (isWrong) problems.push({ why: "mentee-surplus", mentee: id });
		const own = BigInt(surplus[tiers.indexOf("points")]?.[i] ?? 0);
		bound += BigInt(units) * own;
		if (sign < 0) bound -= BigInt(room) * own;
	});
	return { problems, bound };
}

/** Sign of the first number that is not zero, with something added to the first tier. */
function signAt(tiers: readonly Float64Array[], at: number, added = 0): number {
	for (const [t, values] of tiers.entries()) {
		const value = (values[at] ?? 0) + (t === 0 ? added : 0);
		if (value !== 0) return Math.sign(value);
	}
	return 0;
}

// The ratio between groups, in whole numbers: 6 of 10 beside 15 of 20 is exactly four fifths, though not in floating point.

/** `access`: the share of a group's mentees with at least one mentor. `quality`: the mean score over all its mentees, nobody counting 0. */
export type Measure = "access" | "quality";

/** A ratio from 0 to 1 in lowest terms. */
export type Ratio = { readonly p: number; readonly q: number };

const MILLION = 1_000_000;
const EXACT = 2 ** 53;

/** A ratio given in whole millionths (800,000 is four fifths) in lowest terms. */
export function ratioOfMillionths(millionths: number): Ratio {
	if (!Number.isInteger(millionths) || millionths < 0 || millionths > MILLION)
		throw new RangeError("A ratio is between 0 and 1, in whole millionths.");
	const divisor = greatestDivisor(millionths, MILLION);
	return { p: millionths / divisor, q: MILLION / divisor };
}

/**
 * Whether every group has at least the ratio of what any other has: amount / members of one, compared with those of each other. Exact.
 */
export function meetsRatio(
	amounts: ArrayLike<number>,
	members: readonly number[],
	{ p, q }: Ratio,
): boolean {
	let least = Infinity;
	let most = -Infinity;
	members.forEach((size, g) => {
		const mean = (amounts[g] ?? 0) / size;
		least = Math.min(least, mean);
		most = Math.max(most, mean);
	});
	if (members.length < 2) return true;
	const margin = 1e-9 * (Math.abs(least) + Math.abs(most));
	if (least * q > most * p + margin * q) return true;
	if (least * q < most * p - margin * q) return false;
	return members.every((own, g) =>
		members.every(
			(other, h) =>
				g === h ||
				isAtLeast(amounts[g] ?? 0, q, other, amounts[h] ?? 0, p, own),
		),
	);
}

/** The least group's measure over the greatest's, rounded down to millionths; 1 where no group has anything. */
export function ratioBetween(
	amounts: ArrayLike<number>,
	members: readonly number[],
): number {
	let worst = 1_000_000n;
	members.forEach((own, g) =>
		members.forEach((other, h) => {
			const above = BigInt(amounts[g] ?? 0) * BigInt(other);
			const below = BigInt(amounts[h] ?? 0) * BigInt(own);
			if (below <= 0n) return;
			const share = above < 0n ? 0n : (1_000_000n * above) / below;
			if (share < worst) worst = share;
		}),
	);
	return Number(worst);
}

function isAtLeast(
	a: number,
	b: number,
	c: number,
	d: number,
	e: number,
	f: number,
): boolean {
	const left = a * b * c;
	const right = d * e * f;
	if (Math.abs(left) < EXACT && Math.abs(right) < EXACT) return left >= right;
	return BigInt(a) * BigInt(b) * BigInt(c) >= BigInt(d) * BigInt(e) * BigInt(f);
}

function greatestDivisor(a: number, b: number): number {
	return b === 0 ? a : greatestDivisor(b, a % b);
}

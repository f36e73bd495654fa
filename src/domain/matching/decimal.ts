/**
 * Points are decimals of at most six places between -1,000,000 and 1,000,000. Inside they are whole numbers of millionths, so that sums
 * and comparisons are exact; decimals exist only where files and JSON are read and written.
 */
export const MILLIONTHS = 1_000_000;
export const LARGEST_SCORE = 1_000_000;

export type DecimalReading =
	| { readonly ok: true; readonly millionths: number }
	| {
			readonly ok: false;
			readonly why: "not-a-number" | "too-many-places" | "too-large";
	  };

/** Reads a decimal such as `12`, `-0.5` or `3.250000`. No exponents, no thousands separators. */
export function readDecimal(text: string): DecimalReading {
	const match = /^([+-]?)(\d*)(?:\.(\d*))?$/u.exec(text);
	const whole = match?.[2] ?? "";
	const places = match?.[3] ?? "";
	if (match === null || whole + places === "")
		return { ok: false, why: "not-a-number" };
	if (places.length > 6) return { ok: false, why: "too-many-places" };
	const significant = whole.replace(/^0+/u, "");
	if (significant.length > 7) return { ok: false, why: "too-large" };
	const size = Number(`${significant}${places.padEnd(6, "0")}`);
	if (size > LARGEST_SCORE * MILLIONTHS) return { ok: false, why: "too-large" };
	return { ok: true, millionths: match[1] === "-" && size > 0 ? -size : size };
}

/** Reads a JSON number as millionths; nothing where it has more than six places or is out of range. */
export function millionthsOf(value: number): number | undefined {
	const reading = readDecimal(plainDigits(value));
	return reading.ok ? reading.millionths : undefined;
}

/** Millionths as a JSON number of at most six places. */
export function pointsOf(millionths: number): number {
	return millionths / MILLIONTHS;
}

/** The largest power of ten, up to a million, that divides all values: solving in its multiples keeps numbers small. */
export function commonUnit(values: ArrayLike<number>): number {
	let unit = MILLIONTHS;
	for (let k = 0; k < values.length; k++) {
		const value = values[k] ?? 0;
		// A division and a product are exact enough to say yes, and a tenth of the cost of a remainder.
		if (Math.floor(value / unit) * unit === value) continue;
		while (value % unit !== 0) unit /= 10;
	}
	return unit;
}

// JavaScript writes small numbers as 1e-7 and large ones as 1e+21; neither is a decimal of six places within range anyway.
function plainDigits(value: number): string {
	return Math.abs(value) >= 1e-6 || value === 0 ? String(value) : "0.0000001";
}

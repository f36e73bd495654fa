import type { Json } from "../../domain/matching/canonical-json.ts";
import { MILLIONTHS } from "../../domain/matching/decimal.ts";
import type { TermMeasure } from "../../domain/matching/policy.ts";

/** The most points a term can give a pair; for one without an upper end, what each thing in common gives. */
export function weightOf(measure: TermMeasure): number {
	return largest(measure) / MILLIONTHS;
}

/** Whether a term has an upper end, so that its weight is the most it can give. */
export function isBounded(measure: TermMeasure): boolean {
	return (
		(measure.compare !== "overlap" &&
			measure.compare !== "levels" &&
			measure.compare !== "levels-apart") ||
		measure.most !== Infinity
	);
}

/** The term with all its points in the same proportion, so that its weight is `weight`. */
export function withWeight(
	term: Readonly<Record<string, Json | undefined>>,
	from: number,
	weight: number,
): Record<string, Json | undefined> {
	const factor = weight / from;
	return Object.fromEntries(
		Object.entries(term).map(([name, value]) => [
			name,
			value !== undefined && SCALED.has(name) ? scaled(value, factor) : value,
		]),
	);
}

const SCALED: ReadonlySet<string> = new Set([
	"points",
	"perUnit",
	"most",
	"otherwise",
	"whenEmpty",
]);

function scaled(value: Json, factor: number): Json {
	if (typeof value === "number") return Math.round(value * factor * 1e6) / 1e6;
	if (value === null || typeof value !== "object") return value;
	if (isList(value)) return value.map((item) => scaled(item, factor));
	// Entries of a table name people's values beside the points.
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			member === undefined ? undefined : scaled(member, factor),
		]),
	);
}

function largest(measure: TermMeasure): number {
	switch (measure.compare) {
		case "same":
		case "different":
		case "contains":
		case "one-of":
		case "distance":
		case "levels-alike":
			return measure.points;
		case "steps":
			return Math.max(0, ...measure.points.values());
		case "overlap":
		case "levels-apart":
			return measure.most === Infinity ? measure.pointsEach : measure.most;
		case "levels":
			return measure.most === Infinity
				? Math.max(0, ...measure.points.values())
				: measure.most;
		case "table":
			return Math.max(
				measure.otherwise,
				...measure.entries.map(({ points }) => points),
			);
		case "named":
			return Math.max(0, ...measure.points);
	}
}

function isList(value: object): value is readonly Json[] {
	return Array.isArray(value);
}

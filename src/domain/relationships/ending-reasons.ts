import { toldCounts } from "./told-counts.ts";

/** What somebody may, but need not, say about why a relationship ended. */
export const endingReasons = [
	"reached",
	"time",
	"other-need",
	"no-common-language",
	"changed",
	"treatment",
	// Known without being said; last, so that what was counted before it came reads as before.
	"handed-over",
] as const;
export type EndingReason = (typeof endingReasons)[number];

/** Those that members choose from. */
export const sayableReasons = [
	"reached",
	"time",
	"other-need",
	"no-common-language",
	"changed",
	"treatment",
] as const satisfies readonly EndingReason[];

export type EndingCounts = Readonly<Record<EndingReason, number>>;

/** How long somebody may think about it. */
export const daysToAnswer = 28;

export const noReasons: EndingCounts = {
	reached: 0,
	time: 0,
	"other-need": 0,
	"no-common-language": 0,
	changed: 0,
	treatment: 0,
	"handed-over": 0,
};

/** Half a year: "2026-2" is the second half of 2026. */
export type Period = `${number}-${1 | 2}`;

export function periodOf(day: string): Period {
	const [year = "", month = ""] = day.split("-");
	return `${Number(year)}-${Number(month) <= 6 ? 1 : 2}`;
}

/** The day on which what was said is published, once and for good: a month after the half-year, when nobody can answer any more. */
export function publicationDay(period: Period): string {
	const [year, half] = period.split("-");
	return half === "1" ? `${year}-08-01` : `${Number(year) + 1}-02-01`;
}

export function nextPeriod(period: Period): Period {
	const [year, half] = period.split("-");
	return half === "1" ? `${Number(year)}-2` : `${Number(year) + 1}-1`;
}

export function addReason(
	counts: EndingCounts,
	reason: EndingReason,
): EndingCounts {
	return { ...counts, [reason]: counts[reason] + 1 };
}

export function addCounts(
	one: EndingCounts,
	other: EndingCounts,
): EndingCounts {
	return {
		reached: one.reached + other.reached,
		time: one.time + other.time,
		"other-need": one["other-need"] + other["other-need"],
		"no-common-language":
			one["no-common-language"] + other["no-common-language"],
		changed: one.changed + other.changed,
		treatment: one.treatment + other.treatment,
		"handed-over": one["handed-over"] + other["handed-over"],
	};
}

/** Always of the same length, so that what is encrypted does not tell by its size how much it counts. */
export function writeCounts(counts: EndingCounts): string {
	return endingReasons
		.map((reason) => String(counts[reason]).padStart(4, "0"))
		.join("");
}

export function readCounts(text: string): EndingCounts {
	const numbers = (text.match(/\d{4}/g) ?? []).map(Number);
	return endingReasons.reduce<EndingCounts>(
		(counts, reason, place) => ({ ...counts, [reason]: numbers[place] ?? 0 }),
		noReasons,
	);
}

export type PublishedReasons = {
	/** How many said why. */
	readonly given: number;
	readonly reasons: readonly {
		readonly reason: EndingReason;
		readonly count: number;
	}[];
	/** All other reasons together: none, or at least as many as the smallest group. */
	readonly others: number;
};

/** What may be said (told-counts.ts). undefined: fewer than five said anything. */
export function publishable(
	counts: EndingCounts,
): PublishedReasons | undefined {
	const told = toldCounts(
		endingReasons.map((name) => ({ name, count: counts[name] })),
	);
	return (
		told && {
			given: told.given,
			reasons: told.shown.map(({ name, count }) => ({ reason: name, count })),
			others: told.others,
		}
	);
}

// Times that suit everyone. Free time of all is cut down to what is common, laid out in steps of a quarter of an hour, and the best of them are
// chosen from equal parts of the window, so that a choice of three is not three times the same morning. The same question has the same answer.
// O(people · (days + busy) + candidates · people · log hours).
import {
	type Availability,
	dayOff,
	freeTime,
	workingTime,
} from "./availability.ts";
import { common, type Interval } from "./intervals.ts";
import { daysFrom, wallTimeOf } from "./wall-time.ts";

export type SlotQuestion = {
	/** Everyone who is to come, in a fixed order. */
	readonly people: readonly Availability[];
	readonly window: Interval;
	/** How long, in minutes. */
	readonly minutes: number;
	/** Minutes kept free before and after what else people have. */
	readonly buffer: number;
	/** How many proposals. */
	readonly count: number;
};

export type Slot = Interval & {
	/** In the order of the people: the clock each of them sees, and the working hours around it, in minutes after midnight. */
	readonly clocks: readonly Clock[];
};

export type Clock = {
	readonly zone: string;
	readonly day: string;
	readonly minute: number;
	/** From and until when this person works around the slot; a working time that goes over midnight ends after 1440. */
	readonly works: { readonly from: number; readonly until: number };
};

export type NoSlot =
	/** The working hours of all never overlap long enough, on any day. */
	| "no-common-hours"
	/** They would, but not on a day on which everyone works: quiet periods and holidays. */
	| "days-off"
	/** They would, but something else is in the way. */
	| "busy";

export type Slots =
	| {
			readonly ok: true;
			readonly slots: readonly Slot[];
			/** Days of the window on which somebody was left in peace, for the explanation. */
			readonly avoided: { readonly holidays: number; readonly quiet: number };
	  }
	| { readonly ok: false; readonly why: NoSlot };

const step = 15 * 60_000;

/** The best `count` times in order, at most one a day as long as there are other days. */
export function proposeSlots(question: SlotQuestion): Slots {
	const { people, window, buffer } = question;
	const length = question.minutes * 60_000;
	const free = people.map((person) => freeTime(person, window, buffer));
	const candidates = startsIn(allCommon(free, window), length);
	if (candidates.length === 0) return { ok: false, why: reasonFor(question) };
	const works = people.map((person) => workingTime(person, window));
	const chosen = spread(
		candidates.map((from) => ({
			from,
			day: wallTimeOf(from, people[0]?.zone ?? "UTC").day,
			comfort: comfortOf({ from, until: from + length }, works),
		})),
		window,
		question.count,
	);
	const slots = chosen.map((from) =>
		slotAt({ from, until: from + length }, people, works),
	);
	return { ok: true, slots, avoided: daysAvoided(people, window) };
}

/** Whether everyone can at exactly this time. */
export function isFree(
	people: readonly Availability[],
	slot: Interval,
	buffer = 0,
): boolean {
	return people.every((person) =>
		freeTime(person, slot, buffer).some(
			({ from, until }) => from <= slot.from && until >= slot.until,
		),
	);
}

/**
 * The time itself if everyone can, else the nearest at which everyone can, at most `days` days (of 24 hours) before or after and not before
 * `earliest`. Near is meant as people mean it: the nearest day, on it the nearest time by the clock of the first of them; of two as near, the later.
 */
export function nearestSlot(
	question: Omit<SlotQuestion, "window" | "count">,
	wanted: number,
	{ days, earliest }: { readonly days: number; readonly earliest: number },
): Slot | undefined {
	const length = question.minutes * 60_000;
	const reach = days * 86_400_000;
	const window = {
		from: Math.max(earliest, wanted - reach),
		until: wanted + reach + length,
	};
	const { people, buffer } = question;
	const free = people.map((person) => freeTime(person, window, buffer));
	const candidates = allCommon(free, window).flatMap((interval) => [
		...startsIn([interval], length),
		...(interval.from <= wanted && wanted + length <= interval.until
			? [wanted]
			: []),
	]);
	const zone = people[0]?.zone ?? "UTC";
	const [best] = candidates
		.map((from) => ({ from, ...wallDistance(from, wanted, zone) }))
		.toSorted(
			(a, b) => a.days - b.days || a.minutes - b.minutes || b.from - a.from,
		);
	if (best === undefined) return undefined;
	const slot = { from: best.from, until: best.from + length };
	const works = people.map((person) => workingTime(person, window));
	return slotAt(slot, people, works);
}

/** How far two instants are apart on a zone's wall: in days, and apart from that in minutes of the day. */
function wallDistance(
	one: number,
	other: number,
	zone: string,
): { readonly days: number; readonly minutes: number } {
	const [a, b] = [wallTimeOf(one, zone), wallTimeOf(other, zone)];
	return {
		days: Math.abs(Date.parse(a.day) - Date.parse(b.day)) / 86_400_000,
		minutes: Math.abs(a.minute - b.minute),
	};
}

function allCommon(
	lists: readonly (readonly Interval[])[],
	window: Interval,
): readonly Interval[] {
	return lists.reduce((all, list) => common(all, list), [window]);
}

function startsIn(
	intervals: readonly Interval[],
	length: number,
): readonly number[] {
	return intervals.flatMap(({ from, until }) => {
		const first = Math.ceil(from / step) * step;
		const steps = Math.floor((until - length - first) / step) + 1;
		return Array.from(
			{ length: Math.max(0, steps) },
			(_, index) => first + index * step,
		);
	});
}

type Candidate = {
	readonly from: number;
	readonly day: string;
	readonly comfort: number;
};

// One from each equal part of the window, then one from each day not used yet, then whatever is best.
function spread(
	candidates: readonly Candidate[],
	window: Interval,
	count: number,
): readonly number[] {
	const best = candidates.toSorted(
		(a, b) => b.comfort - a.comfort || a.from - b.from,
	);
	const part = (window.until - window.from) / count;
	const chosen: Candidate[] = [];
	const isNewDay = ({ day }: Candidate) =>
		!chosen.some((other) => other.day === day);
	const isApart = ({ from }: Candidate) =>
		!chosen.some((other) => Math.abs(other.from - from) < 3_600_000);
	const take = (fits: (candidate: Candidate) => boolean) => {
		const found = best.find((each) => !chosen.includes(each) && fits(each));
		if (found !== undefined && chosen.length < count) chosen.push(found);
		return found !== undefined;
	};
	for (let index = 0; index < count; index++)
		take(
			(each) =>
				isNewDay(each) &&
				Math.floor((each.from - window.from) / part) === index,
		);
	for (const fits of [isNewDay, isApart])
		while (chosen.length < count && take(fits));
	return chosen.map(({ from }) => from).toSorted((a, b) => a - b);
}

// How far from the edge of anyone's working time, in minutes, at most an hour: nobody likes 8:00 sharp or the end of the day.
function comfortOf(
	slot: Interval,
	works: readonly (readonly Interval[])[],
): number {
	const margins = works.map((intervals) => {
		const around = intervals.find((each) => contains(each, slot));
		return around === undefined
			? 0
			: Math.min(slot.from - around.from, around.until - slot.until);
	});
	return Math.min(60, ...margins.map((margin) => margin / 60_000));
}

function slotAt(
	slot: Interval,
	people: readonly Availability[],
	works: readonly (readonly Interval[])[],
): Slot {
	return {
		...slot,
		clocks: people.map(({ zone }, index) => {
			const around = works[index]?.find((each) => contains(each, slot)) ?? slot;
			const wall = wallTimeOf(slot.from, zone);
			const begins = wallTimeOf(around.from, zone);
			const ends = wallTimeOf(around.until, zone);
			return {
				zone,
				...wall,
				works: {
					from: begins.minute,
					until: ends.day > begins.day ? ends.minute + 1440 : ends.minute,
				},
			};
		}),
	};
}

function contains(outer: Interval, inner: Interval): boolean {
	return outer.from <= inner.from && inner.until <= outer.until;
}

function reasonFor({ people, window, minutes }: SlotQuestion): NoSlot {
	const length = minutes * 60_000;
	const some = (lists: readonly (readonly Interval[])[]) =>
		startsIn(allCommon(lists, window), length).length > 0;
	if (some(people.map((person) => workingTime(person, window)))) return "busy";
	const everyDay = people.map((person) =>
		workingTime({ ...person, quiet: [], holidays: [] }, window),
	);
	return some(everyDay) ? "days-off" : "no-common-hours";
}

function daysAvoided(
	people: readonly Availability[],
	window: Interval,
): { readonly holidays: number; readonly quiet: number } {
	const off = (kind: "holiday" | "quiet") =>
		new Set(
			people.flatMap((person) => {
				const first = wallTimeOf(window.from, person.zone).day;
				const last = wallTimeOf(window.until, person.zone).day;
				return daysFrom(first, last).filter(
					(day) => dayOff(person, day) === kind,
				);
			}),
		).size;
	return { holidays: off("holiday"), quiet: off("quiet") };
}

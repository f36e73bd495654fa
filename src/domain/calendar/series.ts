// A cadence among people: each date it falls due, or the nearest at which everyone can.
import { dayOff } from "./availability.ts";
import { type Cadence, occurrences } from "./recurrence.ts";
import { isFree, nearestSlot, type Slot, type SlotQuestion } from "./slots.ts";
import type { Interval } from "./intervals.ts";
import { instantOf, wallTimeOf } from "./wall-time.ts";

export type SeriesQuestion = Omit<SlotQuestion, "window" | "count"> & {
	readonly cadence: Cadence;
	/** The first day that may be proposed. */
	readonly start: string;
	/** Minute after midnight at which they meet, in this zone. */
	readonly minute: number;
	readonly zone: string;
	readonly count: number;
	/** How many days a date may move to either side. */
	readonly reach: number;
};

export type PlannedDate = {
	/** When the cadence falls due, in milliseconds since 1970. */
	readonly due: number;
	/** Undefined: nobody could in reach of it. */
	readonly slot: Slot | undefined;
	/** Why it is not the due date; undefined: it is. */
	readonly moved:
		| "holiday"
		| "quiet"
		| "not-a-working-day"
		| "outside-hours"
		| "busy"
		| undefined;
};

/** Proposals for a cadence, none before the start, none overlapping an earlier one of the same series. */
export function proposeSeries(
	question: SeriesQuestion,
): readonly PlannedDate[] {
	const { cadence, start, minute, zone, count, people, reach } = question;
	const taken: Interval[] = [];
	return occurrences(cadence, { start, minute, zone, count }).map(
		({ at: due }) => {
			const everyone = people.map((person) => ({
				...person,
				busy: [...person.busy, ...taken],
			}));
			const slot = nearestSlot({ ...question, people: everyone }, due, {
				days: reach,
				earliest: instantOf(start, 0, zone),
			});
			if (slot !== undefined) taken.push(slot);
			return {
				due,
				slot,
				moved: slot?.from === due ? undefined : whyMoved(question, due),
			};
		},
	);
}

function whyMoved(
	{ people, minutes, buffer }: SeriesQuestion,
	due: number,
): PlannedDate["moved"] {
	const slot = { from: due, until: due + minutes * 60_000 };
	for (const person of people) {
		const off = dayOff(person, wallTimeOf(due, person.zone).day);
		if (off !== undefined) return off;
	}
	const unbusy = people.map((person) => ({ ...person, busy: [] }));
	return isFree(unbusy, slot, buffer) ? "busy" : "outside-hours";
}

import type { Hours, WorkingWeek } from "./availability.ts";

/** Hours of a week as they are painted: 0 is Monday from 0 to 1, 167 is Sunday from 23 to 24. */
export type PaintedHours = readonly number[];

export const hoursOfAWeek = 168;

/** Until somebody paints their own: Monday to Friday, 9 to 17. */
export const usualHours: PaintedHours = [0, 1, 2, 3, 4].flatMap((weekday) =>
	Array.from({ length: 8 }, (_, hour) => weekday * 24 + 9 + hour),
);

/** The same as a working week; hours next to each other on a day become one range. */
export function weekOf(painted: PaintedHours): WorkingWeek {
	return Array.from({ length: 7 }, (_, weekday) => {
		const ranges: Hours[] = [];
		for (let hour = 0; hour < 24; hour++) {
			if (!painted.includes(weekday * 24 + hour)) continue;
			const last = ranges.at(-1);
			const from = hour * 60;
			if (last?.until === from)
				ranges.splice(-1, 1, { from: last.from, until: from + 60 });
			else ranges.push({ from, until: from + 60 });
		}
		return ranges;
	});
}

import { Temporal } from "temporal-polyfill";
import type { Chance } from "./chance.ts";
import { workingDay } from "./days.ts";
import type { DemonstrationPerson } from "./person.ts";
import type { Relationship } from "./program.ts";

export type Pair = {
	readonly mentor: DemonstrationPerson;
	readonly mentee: DemonstrationPerson;
	readonly began: Temporal.PlainDate;
};

/**
 * What became of a pair until today: most meet about monthly, some fall quiet,
 * some end without fault, and a relationship ends on the day one of the two leaves.
 */
export function historyOf(
	{ mentor, mentee, began }: Pair,
	fate: {
		readonly endsEarly: boolean;
		/** When they met last, more or less, though nobody ended it; undefined: as it comes. */
		readonly quietFrom?: Temporal.PlainDate | undefined;
	},
	managerOfProgram: string,
	today: Temporal.PlainDate,
	dice: Chance,
): Relationship {
	const departure = [mentor.leftOn, mentee.leftOn]
		.flatMap((day) => day ?? [])
		.sort()[0];
	const parting = workingDay(
		began.add({ days: dice.whole(75, 330) }),
	).toString();
	const early =
		fate.endsEarly && parting < today.toString() ? parting : undefined;
	const end = [departure, early].flatMap((day) => day ?? []).sort()[0];
	const rhythm = dice.weigh([
		[30, 6],
		[36, 3],
		[24, 2],
		[52, 1],
	]);
	const fallsQuiet = dice.happens(0.16);
	const quietFrom =
		fate.quietFrom ?? (fallsQuiet ? began.add({ days: 260 }) : undefined);
	const last = Temporal.PlainDate.from(end ?? today.toString());
	const parter = dice.happens(0.6) ? mentee : mentor;
	const by = end === departure ? managerOfProgram : parter.employeeNumber;
	return {
		mentor: mentor.employeeNumber,
		mentee: mentee.employeeNumber,
		began: began.toString(),
		met: meetings(began, earlier(last, quietFrom), rhythm, dice),
		ended: end === undefined ? undefined : { on: end, by },
	};
}

function meetings(
	began: Temporal.PlainDate,
	last: Temporal.PlainDate,
	rhythm: number,
	dice: Chance,
): readonly string[] {
	const days: string[] = [];
	let next = began.add({ days: dice.whole(4, 16) });
	for (;;) {
		const day = workingDay(next);
		if (Temporal.PlainDate.compare(day, last) >= 0) return days;
		// A meeting in twelve falls through, and the next one stands.
		if (!dice.happens(0.08)) days.push(day.toString());
		next = next.add({ days: rhythm + dice.whole(-5, 6) });
	}
}

function earlier(
	one: Temporal.PlainDate,
	other: Temporal.PlainDate | undefined,
): Temporal.PlainDate {
	if (other === undefined) return one;
	return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}

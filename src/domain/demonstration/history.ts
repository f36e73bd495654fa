import type { Temporal } from "temporal-polyfill";
import type { Chance } from "./chance.ts";
import { workingDay } from "./days.ts";
import type { DemonstrationPerson } from "./person.ts";
import type { Ended, Relationship } from "./program.ts";

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
		/** When both fell quiet and let it go, though nobody ended it; undefined: as it comes. */
		readonly quietFrom?: Temporal.PlainDate | undefined;
	},
	today: Temporal.PlainDate,
	dice: Chance,
): Relationship {
	const departure = (
		[
			["mentor", mentor.leftOn],
			["mentee", mentee.leftOn],
		] as const
	)
		.flatMap(([by, on]): Ended[] =>
			on === undefined ? [] : [{ on, how: "left", by }],
		)
		.toSorted(byDay);
	const parting = workingDay(
		began.add({ days: dice.whole(75, 330) }),
	).toString();
	const parter = dice.happens(0.6) ? "mentee" : "mentor";
	const parted: Ended[] =
		fate.endsEarly && parting < today.toString()
			? [{ on: parting, how: "said", by: parter }]
			: [];
	const fallsQuiet = dice.happens(0.16);
	const letsGo = dice.happens(0.4);
	const from =
		fate.quietFrom ?? (fallsQuiet ? began.add({ days: 260 }) : undefined);
	const [ended] = [...departure, ...parted].toSorted(byDay);
	const isQuiet =
		from !== undefined && (ended === undefined || from.toString() < ended.on);
	return {
		mentor: mentor.employeeNumber,
		mentee: mentee.employeeNumber,
		began: began.toString(),
		quiet: isQuiet
			? {
					from: from.toString(),
					lettingGo: fate.quietFrom !== undefined || letsGo,
				}
			: undefined,
		ended,
	};
}

function byDay(one: Ended, other: Ended): number {
	return one.on.localeCompare(other.on);
}

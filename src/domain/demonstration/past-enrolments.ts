import type { Temporal } from "temporal-polyfill";
import type { Chance } from "./chance.ts";
import { workingDay } from "./days.ts";
import { type Company, numberOf } from "./participants.ts";
import type { Enrolment, Relationship } from "./program.ts";

/** How those who have relationships once came in: most before the start, on both sides; some late. */
export function pastEnrolments(
	company: Company,
	relationships: readonly Relationship[],
	start: Temporal.PlainDate,
	dice: Chance,
): readonly Enrolment[] {
	const first = new Map<string, Enrolment>();
	for (const relationship of relationships) {
		for (const side of ["mentor", "mentee"] as const) {
			const person = relationship[side];
			const key = `${side} ${person}`;
			if (first.has(key)) continue;
			const places = relationships.filter(
				(one) => one[side] === person && one.ended === undefined,
			).length;
			const isLate = relationship.began > start.add({ days: 30 }).toString();
			const way = isLate
				? lateWay(start, dice)
				: usualWay(person, side, start, dice);
			first.set(key, {
				person,
				side,
				status: hasLeft(company, person) ? "left" : "enrolled",
				capacity: Math.max(1, places),
				pausedUntil: undefined,
				isLate,
				nomination: undefined,
				enteredBy: numberOf(company, "program-manager"),
				...way,
			});
		}
	}
	return [...first.values()];
}

type Way = Pick<Enrolment, "how" | "enteredOn" | "answeredOn"> &
	Partial<Pick<Enrolment, "enteredBy">>;

function usualWay(
	person: string,
	side: Enrolment["side"],
	start: Temporal.PlainDate,
	dice: Chance,
): Way {
	const asked = workingDay(start.subtract({ days: 56 })).toString();
	const answered = workingDay(start.subtract({ days: dice.whole(9, 28) }));
	const answeredOn = answered.toString();
	return side === "mentee" && dice.happens(0.3)
		? { how: "application", enteredBy: person, enteredOn: asked, answeredOn }
		: { how: "invitation", enteredOn: asked, answeredOn };
}

function lateWay(start: Temporal.PlainDate, dice: Chance): Way {
	const asked = start.add({ days: dice.whole(5, 20) });
	const answered = asked.add({ days: dice.whole(1, 9) });
	return {
		how: "invitation",
		enteredOn: workingDay(asked).toString(),
		answeredOn: workingDay(answered).toString(),
	};
}

function hasLeft({ people }: Company, person: string): boolean {
	return people.some(
		({ employeeNumber, leftOn }) =>
			employeeNumber === person && leftOn !== undefined,
	);
}

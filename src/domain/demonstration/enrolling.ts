import type { Temporal } from "temporal-polyfill";
import type { Chance } from "./chance.ts";
import { workingDay } from "./days.ts";
import { type Company, numberOf } from "./participants.ts";
import type { DemonstrationPerson } from "./person.ts";
import type { Enrolment } from "./program.ts";

export type Answer = {
	readonly status: Enrolment["status"];
	readonly paused?: boolean;
};

/** Someone the program manager asked, and what they said. */
export function invited(
	company: Company,
	person: DemonstrationPerson,
	side: Enrolment["side"],
	{ status, paused = false }: Answer,
	capacity: number,
	dice: Chance,
): Enrolment {
	const { today } = company;
	const asked = workingDay(today.subtract({ days: 35 }));
	const back = today.add({ days: dice.whole(25, 70) }).toString();
	return {
		person: person.employeeNumber,
		side,
		status,
		how: "invitation",
		capacity,
		pausedUntil: paused ? back : undefined,
		enteredBy: numberOf(company, "program-manager"),
		enteredOn: asked.toString(),
		answeredOn: status === "invited" ? undefined : answered(today, 33, dice),
		isLate: false,
		nomination: undefined,
	};
}

/** Someone who asked to take part. */
export function applied(
	company: Company,
	person: DemonstrationPerson,
	status: Enrolment["status"],
	dice: Chance,
): Enrolment {
	const { today } = company;
	const days = dice.whole(6, 38);
	const isOpen = status === "applied";
	return {
		person: person.employeeNumber,
		side: "mentee",
		status,
		how: "application",
		capacity: 1,
		pausedUntil: undefined,
		enteredBy: person.employeeNumber,
		enteredOn: workingDay(today.subtract({ days })).toString(),
		answeredOn: isOpen ? undefined : answered(today, days - 3, dice),
		isLate: days < 9,
		nomination: undefined,
	};
}

/** Someone their manager put forward. */
export function nominated(
	company: Company,
	person: DemonstrationPerson,
	status: Enrolment["status"],
	reason: string,
	dice: Chance,
): Enrolment {
	const application = applied(company, person, status, dice);
	const by = person.manager ?? numberOf(company, "program-manager");
	const isOpen = status === "nominated";
	return {
		...application,
		how: "nomination",
		enteredBy: by,
		answeredOn: isOpen ? undefined : application.answeredOn,
		nomination: { by, reason },
	};
}

/** A working day between some days ago and the day before yesterday. */
function answered(
	today: Temporal.PlainDate,
	since: number,
	dice: Chance,
): string {
	const days = dice.whole(4, Math.max(4, since));
	return workingDay(today.subtract({ days })).toString();
}

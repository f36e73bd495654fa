import { Temporal } from "temporal-polyfill";
import type { Facts } from "../programs/rule.ts";
import { styleProfile } from "../style/profile.ts";
import type { DemonstrationPerson, Strength } from "./person.ts";

/**
 * The facts of everyone on a day, by employee number and named as rules and
 * rounds name them. Sensitive facts appear only as far as agreed for pairing.
 */
export function factsOnDay(
	people: readonly DemonstrationPerson[],
	today: Temporal.PlainDate,
): ReadonlyMap<string, Facts> {
	const byNumber = new Map(people.map((one) => [one.employeeNumber, one]));
	const offsets = new Map<string, number>();
	return new Map(
		people.map((person) => {
			const { timeZone } = person;
			const offset = offsets.get(timeZone) ?? utcOffset(timeZone, today);
			offsets.set(timeZone, offset);
			const line = lineAbove(person, byNumber);
			return [person.employeeNumber, facts(person, line, offset, today)];
		}),
	);
}

/** The employee numbers of all managers above someone, nearest first. */
export function lineAbove(
	person: DemonstrationPerson,
	byNumber: ReadonlyMap<string, DemonstrationPerson>,
): readonly string[] {
	const line: string[] = [];
	let next = person.manager;
	while (next !== undefined) {
		line.push(next);
		next = byNumber.get(next)?.manager;
	}
	return line;
}

function facts(
	person: DemonstrationPerson,
	line: readonly string[],
	offset: number,
	today: Temporal.PlainDate,
): Facts {
	const born = person.declared.find(
		({ fact, forPairing }) => fact === "birthYear" && forPairing,
	);
	return {
		id: person.employeeNumber,
		name: person.fullName,
		unit: person.unit,
		function: person.function,
		discipline: person.discipline,
		grade: person.grade,
		location: person.location,
		"time zone": person.timeZone,
		"utc offset": offset,
		languages: person.languages,
		line,
		"hire date": person.hireDate,
		"tenure years": yearsSince(person.hireDate, today),
		generation: born && `${born.value.slice(0, 3)}0s`,
		experience: person.experience,
		clients: person.clients,
		industries: person.industries,
		style: { ...styleProfile(person.style) },
		offers: levels(person.offers),
		seeks: levels(person.seeks),
	};
}

function levels(strengths: readonly Strength[]): Record<string, number> {
	return Object.fromEntries(
		strengths.map(({ competency, level }) => [competency, level]),
	);
}

/** To one decimal, rounded down: nobody is given a year that is not full. */
function yearsSince(hired: string, today: Temporal.PlainDate): number {
	const months = Temporal.PlainDate.from(hired).until(today, {
		largestUnit: "months",
	}).months;
	return Math.floor((months / 12) * 10) / 10;
}

/** Minutes a zone is ahead of UTC at noon of a day. */
function utcOffset(timeZone: string, day: Temporal.PlainDate): number {
	const noon = day.toZonedDateTime({ timeZone, plainTime: "12:00" });
	return noon.offsetNanoseconds / 60_000_000_000;
}

import type { Temporal } from "temporal-polyfill";
import { type CastRole, castRoles } from "./cast.ts";
import { chance } from "./chance.ts";
import { factsOnDay } from "./facts.ts";
import { gradeScale, house } from "./house.ts";
import { longView } from "./long-view.ts";
import { nextWatch } from "./next-watch.ts";
import { type Company } from "./participants.ts";
import { staff } from "./people.ts";
import type { DemonstrationPerson } from "./person.ts";
import { places } from "./places.ts";
import type { Post } from "./posts.ts";
import type { DemonstrationProgram } from "./program.ts";

export type DemonstrationCompany = {
	readonly house: typeof house;
	readonly places: readonly {
		readonly city: string;
		readonly country: string;
		readonly timeZone: string;
	}[];
	/** Lowest first. */
	readonly gradeScale: readonly string[];
	/** Everyone, each person after their manager. */
	readonly people: readonly DemonstrationPerson[];
	/** Who may be visited on the sign-in page, in the order to show them. */
	readonly cast: readonly {
		readonly role: CastRole;
		readonly person: string;
	}[];
	readonly offices: readonly DemonstrationOffice[];
	readonly sponsors: readonly {
		readonly person: string;
		readonly program: DemonstrationProgram["key"];
		readonly pledge: string;
	}[];
	readonly programs: readonly DemonstrationProgram[];
};

/** An office for all programs, since a day. */
export type DemonstrationOffice = {
	readonly person: string;
	readonly office:
		| "administrator"
		| "program-manager"
		| "coordinator"
		| "analyst"
		| "ombudsperson"
		| "committee-member"
		| "facilitator";
	readonly since: string;
};

/**
 * A fictional company with a year and a half of mentoring behind it. The same
 * size, seed and day give the same company to the last letter; the cast is the
 * same in all of them. Throws a RangeError below `smallestCompany` people.
 */
export function makeCompany(wanted: {
	readonly people: number;
	readonly seed: number;
	readonly today: Temporal.PlainDate;
}): DemonstrationCompany {
	const { people: size, seed, today } = wanted;
	const { people, posts } = staff(size, seed, today);
	const company = companyOf(people, posts, today);
	const running = longView(company, seed);
	const busy = new Set(running.enrolments.map(({ person }) => person));
	const pairing = nextWatch(company, busy, seed);
	const enrolled = new Set(
		[...running.enrolments, ...pairing.enrolments].map(({ person }) => person),
	);
	return {
		house,
		places: places.map(({ city, country, timeZone }) => ({
			city,
			country,
			timeZone,
		})),
		gradeScale,
		people: people.map((one) =>
			enrolled.has(one.employeeNumber) ||
			company.members.has(one.employeeNumber)
				? one
				: saysLittle(one, seed),
		),
		cast: castRoles.flatMap((role) => {
			const person = company.cast.get(role)?.employeeNumber;
			return person === undefined ? [] : [{ role, person }];
		}),
		offices: offices(company),
		sponsors: sponsors(company),
		programs: [running, pairing],
	};
}

function companyOf(
	people: readonly DemonstrationPerson[],
	posts: readonly Post[],
	today: Temporal.PlainDate,
): Company {
	const seats = people.flatMap((person, index) => {
		const member = posts[index]?.member;
		return member === undefined ? [] : [{ person, member }];
	});
	return {
		today,
		people,
		facts: factsOnDay(people, today),
		cast: new Map(seats.map(({ person, member }) => [member.role, person])),
		members: new Map(
			seats.map(({ person, member }) => [person.employeeNumber, member]),
		),
	};
}

/** Outside the programs most have not filled in their profile. */
function saysLittle(
	person: DemonstrationPerson,
	seed: number,
): DemonstrationPerson {
	const dice = chance(seed, "profile", person.employeeNumber);
	const offers = dice.happens(0.4) ? person.offers : [];
	const seeks = dice.happens(0.3) ? person.seeks : [];
	return {
		...person,
		offers,
		seeks,
		style: dice.happens(0.2) ? person.style : {},
	};
}

function offices(company: Company): readonly DemonstrationOffice[] {
	const since = company.today.subtract({ months: 21 }).with({ day: 1 });
	const held = (office: DemonstrationOffice["office"], role: CastRole) => {
		const person = company.cast.get(role)?.employeeNumber;
		return person === undefined
			? []
			: [{ person, office, since: since.toString() }];
	};
	return [
		...held("program-manager", "program-manager"),
		...held("committee-member", "committee-member"),
		...committee(company).map(({ employeeNumber }) => ({
			person: employeeNumber,
			office: "committee-member" as const,
			since: since.toString(),
		})),
		...held("coordinator", "coordinator"),
		...held("analyst", "analyst"),
		...held("facilitator", "facilitator"),
		...held("ombudsperson", "facilitator"),
		...committee(company)
			.slice(-1)
			.map(({ employeeNumber }) => ({
				person: employeeNumber,
				office: "ombudsperson" as const,
				since: since.toString(),
			})),
		...held("administrator", "administrator"),
	];
}

/** Beside the Chief People Officer: the Chief Financial Officer and a colleague from the yards, for the employees. */
function committee({
	people,
	members,
}: Company): readonly DemonstrationPerson[] {
	const finance = people.find(
		({ jobTitle }) => jobTitle === "Chief Financial Officer",
	);
	const colleague = people.find(
		(one) =>
			one.grade === "Senior Specialist" &&
			one.function === "Operations" &&
			one.leftOn === undefined &&
			!members.has(one.employeeNumber),
	);
	return [finance, colleague].flatMap((one) => one ?? []);
}

function sponsors({ cast }: Company): DemonstrationCompany["sponsors"] {
	const amara = cast.get("sponsor")?.employeeNumber;
	if (amara === undefined) return [];
	return [
		{
			person: amara,
			program: "long-view",
			pledge: "Opens one board meeting a year to every mentee who asks.",
		},
		{
			person: amara,
			program: "next-watch",
			pledge: "Gives ten days and the travel for two shadowing visits each.",
		},
	];
}

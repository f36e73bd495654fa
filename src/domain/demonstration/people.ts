import type { Temporal } from "temporal-polyfill";
import { backgroundOf, styleOf } from "./background.ts";
import { careerAt } from "./career.ts";
import { castStrengths } from "./cast-strengths.ts";
import { type Chance, chance } from "./chance.ts";
import { monthsEnd } from "./days.ts";
import { gradeScale, house } from "./house.ts";
import { addressBook, type Name, nameIn } from "./names.ts";
import type { Culture } from "./names/culture.ts";
import type { Declaration, DemonstrationPerson } from "./person.ts";
import { type Place, placeOf } from "./places.ts";
import { type Post, posts } from "./posts.ts";
import { type StoryBook, storyBook } from "./stories.ts";
import { offersOf, seeksOf } from "./strengths.ts";

export type Staff = {
	readonly people: readonly DemonstrationPerson[];
	readonly posts: readonly Post[];
};

/**
 * Everyone in the company, the chief executive first and each person after
 * their manager. The same size, seed and day give the same people.
 */
export function staff(
	people: number,
	seed: number,
	today: Temporal.PlainDate,
): Staff {
	const made = posts(people, seed);
	const addresses = addressBook(house.mailDomain);
	// The cast has its plain addresses in every company, whoever else is called the same.
	const reserved = new Map(
		made.flatMap(({ desk, member }) =>
			member === undefined
				? []
				: [
						[
							desk.number,
							addresses(member.firstName, member.lastName),
						] as const,
					],
		),
	);
	const taken = new Set(made.flatMap(({ member }) => member?.fullName ?? []));
	const stories = storyBook(seed);
	const employed = made.map((post) => {
		const dice = diceFor(post, seed);
		const { name, gender, culture } = identity(post, taken, dice);
		const email =
			reserved.get(post.desk.number) ??
			addresses(name.firstName, name.lastName);
		return person({ post, name, gender, culture, email, stories }, today, dice);
	});
	return { people: employed, posts: made };
}

/** The cast is drawn apart from size and seed, so that it never changes. */
function diceFor({ desk, member }: Post, seed: number): Chance {
	return member === undefined
		? chance(seed, "person", String(desk.number))
		: chance(0, "cast", member.role);
}

type Identity = {
	readonly post: Post;
	readonly name: Name;
	readonly gender: "woman" | "man";
	readonly culture: Culture | undefined;
	readonly email: string;
	readonly stories: StoryBook;
};

function identity(
	post: Post,
	taken: Set<string>,
	dice: Chance,
): Omit<Identity, "post" | "email" | "stories"> {
	if (post.member !== undefined) {
		const { gender } = post.member;
		return { name: post.member, gender, culture: undefined };
	}
	const rank = gradeScale.indexOf(post.grade);
	const gender = dice.happens(0.44 - rank * 0.022) ? "woman" : "man";
	const culture = dice.weigh(placeOf(post.city).cultures);
	let name = nameIn(culture, gender, dice);
	// A second person of the same name is rare in life; in a small company it looks like an error.
	for (let tries = 0; tries < 8 && taken.has(name.fullName); tries += 1) {
		name = nameIn(culture, gender, dice);
	}
	taken.add(name.fullName);
	return { name, gender, culture };
}

function person(
	{ post, name, gender, culture, email, stories }: Identity,
	today: Temporal.PlainDate,
	dice: Chance,
): DemonstrationPerson {
	const { desk, trade, grade, title, city, member } = post;
	const place = placeOf(city);
	const { birthYear, hireDate } = careerAt(post, today, dice);
	const yearsHere = today.year - Number(hireDate.slice(0, 4));
	const written = member && castStrengths[member.role];
	const offers = written?.offers ?? offersOf(post, dice);
	const seeks = written?.seeks ?? seeksOf(post, offers, dice);
	return {
		employeeNumber: employeeNumber(desk.number),
		email,
		firstName: name.firstName,
		lastName: name.lastName,
		fullName: name.fullName,
		jobTitle: title,
		unit: desk.unit,
		function: trade.function,
		discipline: trade.discipline,
		grade,
		location: city,
		timeZone: place.timeZone,
		languages: member?.languages ?? languagesOf(place, culture, dice),
		manager: desk.above === undefined ? undefined : employeeNumber(desk.above),
		hireDate,
		leftOn: leavingDay(post, hireDate, today, dice),
		birthYear,
		gender,
		declared: declarations(birthYear, gender, member !== undefined, dice),
		...backgroundOf(post, yearsHere, stories, dice),
		style: styleOf(dice),
		offers,
		seeks,
	};
}

export function employeeNumber(desk: number): string {
	return `OV-${String(10_001 + desk)}`;
}

function languagesOf(
	place: Place,
	culture: Culture | undefined,
	dice: Chance,
): readonly string[] {
	const own = culture?.languages ?? [];
	const isIncomer = place.cultures.every(
		([one, weight]) => one !== culture || weight < 5,
	);
	const local = isIncomer && dice.happens(0.5) ? [] : place.languages;
	const more = dice.happens(0.14) ? [dice.pick(worldLanguages)] : [];
	return [...new Set([...own, ...local, "en", ...more])];
}

const worldLanguages = ["de", "fr", "es", "pt", "es", "de"];

/** Someone without reports has gone now and then; whoever leads has been followed. */
function leavingDay(
	{ desk, member }: Post,
	hireDate: string,
	today: Temporal.PlainDate,
	dice: Chance,
): string | undefined {
	const leaves = desk.reports === 0 && dice.happens(0.06);
	const left = monthsEnd(today.subtract({ days: dice.whole(10, 520) }));
	return leaves && member === undefined && left > hireDate ? left : undefined;
}

/** About half have said something about themselves; not all of it for every use. */
function declarations(
	birthYear: number,
	gender: string,
	isCast: boolean,
	dice: Chance,
): readonly Declaration[] {
	const declared: Declaration[] = [];
	if (isCast || dice.happens(0.55)) {
		const forPairing = isCast || dice.happens(0.8);
		const value = String(birthYear);
		declared.push({ fact: "birthYear", value, forPairing, forAudit: true });
	}
	if (isCast || dice.happens(0.6)) {
		const forPairing = dice.happens(0.5);
		declared.push({
			fact: "gender",
			value: gender,
			forPairing,
			forAudit: true,
		});
	}
	return declared;
}

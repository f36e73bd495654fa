import { Temporal } from "temporal-polyfill";
import type { Chance } from "./chance.ts";
import { startOfContract } from "./days.ts";
import type { Grade } from "./house.ts";
import { placeOf } from "./places.ts";
import type { Post } from "./posts.ts";

export type Career = { readonly birthYear: number; readonly hireDate: string };

/** The usual ages at each grade. */
const ages: Readonly<Record<Grade, readonly [number, number]>> = {
	Specialist: [23, 37],
	"Senior Specialist": [27, 54],
	Manager: [30, 57],
	"Senior Manager": [34, 59],
	Director: [38, 61],
	"Senior Director": [41, 62],
	"Vice President": [44, 62],
	"Executive Board": [48, 62],
};

/** The longest that people of a grade have been here, for most of them. */
const longestStay: Readonly<Record<Grade, number>> = {
	Specialist: 9,
	"Senior Specialist": 18,
	Manager: 24,
	"Senior Manager": 28,
	Director: 31,
	"Senior Director": 32,
	"Vice President": 34,
	"Executive Board": 35,
};

/** When someone was born and hired: grown up at hiring, and here long enough to have risen. */
export function careerAt(
	post: Post,
	today: Temporal.PlainDate,
	dice: Chance,
): Career {
	if (post.member !== undefined) {
		const { age, years } = post.member;
		const hired = today.subtract({ years, months: 4 }).with({ day: 1 });
		return { birthYear: today.year - age, hireDate: hired.toString() };
	}
	const [youngest, oldest] = ages[post.grade];
	const age = dice.bell(youngest, oldest);
	const birthYear = today.year - age;
	const apprentice = post.city === "Hamburg" && dice.happens(0.12);
	const hireYear = apprentice
		? birthYear + dice.whole(18, 20)
		: today.year - yearsHere(post, age, today, dice);
	const month = apprentice ? 9 : dice.whole(1, 12);
	const hired = startOfContract(hireYear, month, dice);
	const latest = today.subtract({ days: 25 }).with({ day: 1 });
	const isLater = Temporal.PlainDate.compare(hired, latest) > 0;
	return { birthYear, hireDate: (isLater ? latest : hired).toString() };
}

/** Most stay a few years, some for good; at a young place nobody has stayed longer than it exists. */
function yearsHere(
	post: Post,
	age: number,
	today: Temporal.PlainDate,
	dice: Chance,
): number {
	const sinceStudies = age - 22;
	const sinceOpening = today.year - placeOf(post.city).opened;
	const most = Math.max(
		1,
		Math.min(longestStay[post.grade], sinceStudies, sinceOpening),
	);
	const leans = post.desk.reports > 0 ? 1 : 1.5;
	return Math.round(most * dice.fraction() ** leans);
}

import { type CastMember, seatCast } from "./cast.ts";
import { type Chance, chance } from "./chance.ts";
import { boardSeats, type Grade, gradeScale } from "./house.ts";
import { type City, places } from "./places.ts";
import {
	type FunctionName,
	homesOf,
	titleFor,
	type Trade,
	tradesIn,
} from "./trades.ts";
import { type Desk, reportingTree } from "./tree.ts";

/** A desk with its work: what is done there, at which grade and where. */
export type Post = {
	readonly desk: Desk;
	readonly member: CastMember | undefined;
	readonly grade: Grade;
	readonly trade: Trade;
	readonly title: string;
	readonly city: City;
};

/** Every post of the company, in the order of the desks: leaders before their people. */
export function posts(people: number, seed: number): readonly Post[] {
	const desks = reportingTree(people, seed);
	const seated = seatCast(desks);
	const dice = chance(seed, "posts");
	const made: Post[] = [];
	const placed = new Map<FunctionName, number>();
	const titles = new Set<string>();
	for (const desk of desks) {
		const above = desk.above === undefined ? undefined : made[desk.above];
		const member = seated.get(desk.number);
		const grade = member?.grade ?? gradeFor(desk, above, dice);
		const trade = member?.trade ?? tradeFor(desk, above, placed, dice);
		const city = member?.city ?? cityFor(desk, above, dice);
		const post = { desk, member, grade, trade, title: "", city };
		made.push({ ...post, title: member?.title ?? titleOf(post, titles) });
	}
	return made;
}

/** A leader stands at least a step above those led; an expert may come close. */
function gradeFor(desk: Desk, above: Post | undefined, dice: Chance): Grade {
	if (desk.depth <= 1) return "Executive Board";
	const top = gradeScale.indexOf(above?.grade ?? "Executive Board");
	const wanted =
		desk.reports > 0 ? leaderStep(desk, dice) : expertStep(top, desk, dice);
	const lowest = desk.reports > 0 ? 1 : 0;
	const step = Math.max(lowest, Math.min(wanted, top - 1));
	return gradeScale[step] ?? "Specialist";
}

function leaderStep({ below, depth }: Desk, dice: Chance): number {
	const size = below * (dice.happens(0.5) ? 1 : 1.4);
	if (depth === 2) return size > 24 ? 6 : size > 9 ? 5 : 4;
	if (size > 40) return 5;
	if (size > 14) return 4;
	return size > 6 ? 3 : 2;
}

function expertStep(top: number, { depth }: Desk, dice: Chance): number {
	if (depth === 2)
		return dice.weigh([
			[2, 2],
			[3, 4],
			[4, 3],
		]);
	const down = dice.weigh([
		[1, 14],
		[2, 34],
		[3, 34],
		[4, 18],
	]);
	return Math.max(0, Math.min(3, top - down));
}

/**
 * Each branch below the board gets the function of which its unit has too few
 * people so far; further down a leader's field is handed on.
 */
function tradeFor(
	desk: Desk,
	above: Post | undefined,
	placed: Map<FunctionName, number>,
	dice: Chance,
): Trade {
	if (desk.depth <= 1) {
		placed.clear();
		return executive;
	}
	const groups = tradesIn[desk.unit];
	const field = above?.trade;
	const own = groups.find(([trades]) =>
		trades.some((one) => one.function === field?.function),
	)?.[0];
	if (desk.depth > 2 && field !== undefined && own !== undefined) {
		return desk.depth > 3 || dice.happens(0.35) ? field : dice.pick(own);
	}
	const people = 1 + desk.below;
	const [trades] = groups.reduce((best, next) =>
		load(next, placed, people) < load(best, placed, people) ? next : best,
	);
	const trade = dice.pick(trades);
	placed.set(trade.function, (placed.get(trade.function) ?? 0) + people);
	return trade;
}

/** People per share a function is to have, were it given these as well. */
function load(
	[trades, weight]: readonly [readonly Trade[], number],
	placed: ReadonlyMap<FunctionName, number>,
	people: number,
): number {
	const [first] = trades;
	const there = first === undefined ? 0 : (placed.get(first.function) ?? 0);
	return (there + people) / weight;
}

const executive: Trade = {
	function: "General Management",
	discipline: "Executive leadership",
	practitioner: "",
};

function titleOf(
	{ desk, grade, trade, city }: Post,
	titles: Set<string>,
): string {
	if (desk.depth === 0) return "Chief Executive Officer";
	if (desk.depth === 1) {
		const seat = boardSeats.find(({ unit }) => unit === desk.unit);
		return seat?.title ?? "Member of the Executive Board";
	}
	const scope = desk.unit.startsWith("Group ") ? "" : `, ${desk.unit}`;
	const title = titleFor(trade, grade, desk.reports > 0, scope);
	// Two heads of the same field under one manager are told apart by where they sit.
	const key = `${desk.above}/${title}`;
	const isTwin = titles.has(key);
	titles.add(key);
	return isTwin && desk.reports > 0 ? `${title}, ${city}` : title;
}

function cityFor(desk: Desk, above: Post | undefined, dice: Chance): City {
	const homes: readonly City[] = homesOf[desk.unit];
	if (desk.depth === 0) return "Hamburg";
	if (desk.depth === 1) return homes[0] ?? "Hamburg";
	const stay = desk.depth === 2 ? 0.3 : desk.depth === 3 ? 0.5 : 0.75;
	if (above !== undefined && dice.happens(stay)) return above.city;
	return dice.weigh(
		places.map(({ city, share }) => [
			city,
			homes.includes(city) ? share * 3 : share,
		]),
	);
}

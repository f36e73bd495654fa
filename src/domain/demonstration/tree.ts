import { type Chance, chance } from "./chance.ts";
import { boardSeats, type Unit } from "./house.ts";

/** A desk in the company before anyone sits at it. */
export type Desk = {
	readonly number: number;
	/** The number of the desk it reports to; only the first has none. */
	readonly above: number | undefined;
	readonly depth: number;
	readonly unit: Unit;
	/** How many desks report to it directly. */
	readonly reports: number;
	/** How many desks stand below it altogether. */
	readonly below: number;
};

export const fewestReports = 4;
export const mostReports = 9;
/** With fewer people the cast would not find its places. */
export const smallestCompany = 150;

/**
 * A reporting tree of exactly `people` desks: one at the top, the board below
 * it, and under every desk that has reports between four and nine of them.
 * Desks come in order, each after the one it reports to.
 */
export function reportingTree(people: number, seed: number): readonly Desk[] {
	if (!Number.isInteger(people) || people < smallestCompany) {
		throw new RangeError(`a company has at least ${smallestCompany} people`);
	}
	const dice = chance(seed, "tree");
	const desks: Desk[] = [];
	const place = (
		above: number | undefined,
		depth: number,
		unit: Unit,
		below: number,
	) => {
		const sizes =
			depth === 0 ? boardSizes(below) : teamSizes(below, depth, dice);
		const number = desks.length;
		const reports = sizes.length;
		desks.push({ number, above, depth, unit, reports, below });
		for (const [index, size] of sizes.entries()) {
			const seat = depth === 0 ? boardSeats[index] : undefined;
			place(number, depth + 1, seat?.unit ?? unit, size - 1);
		}
	};
	place(undefined, 0, "Executive Office", people - 1);
	return desks;
}

/** How many people each board member leads, including that member. */
function boardSizes(below: number): readonly number[] {
	const smallest = 14;
	const weights = boardSeats.map(({ weight }) => weight);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const free = below - smallest * weights.length;
	const sizes = weights.map(
		(weight) => smallest + Math.floor((free * weight) / total),
	);
	const rest = below - sizes.reduce((sum, size) => sum + size, 0);
	return sizes.map((size, index) => (index < rest ? size + 1 : size));
}

/**
 * The sizes of the teams below a desk. A team is one person, or a leader with
 * at least four reports; near the top most of a team lead people, further down
 * about half, which gives expert careers beside leading ones.
 */
function teamSizes(
	below: number,
	depth: number,
	dice: Chance,
): readonly number[] {
	if (below === 0) return [];
	if (below <= mostReports && (below < 8 || dice.happens(0.6))) {
		return Array.from({ length: below }, () => 1);
	}
	const smallestTeam = fewestReports + 1;
	const span = Math.min(dice.whole(5, mostReports), below - fewestReports);
	const wanted = Math.max(1, Math.round(span * (depth === 1 ? 0.7 : 0.5)));
	const spare = below - span;
	const leaders = Math.min(wanted, Math.floor(spare / fewestReports));
	const sizes = Array.from({ length: span }, (_, index) =>
		index < leaders ? smallestTeam : 1,
	);
	share(spare - leaders * fewestReports, sizes, leaders, dice);
	return sizes;
}

/** Hands out what is left among the leaders, unevenly, as companies grow. */
function share(
	amount: number,
	sizes: number[],
	leaders: number,
	dice: Chance,
): void {
	const weights = Array.from({ length: leaders }, () => dice.whole(2, 6));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let left = amount;
	for (const [index, weight] of weights.entries()) {
		const last = index === leaders - 1;
		const portion = last ? left : Math.floor((amount * weight) / total);
		sizes[index] = (sizes[index] ?? 0) + portion;
		left -= portion;
	}
}

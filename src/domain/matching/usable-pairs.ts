// Which of the pairs that no rule bars can be used at all.
import { hasKinds } from "./kinds.ts";
import type { PairColumns } from "./pair-columns.ts";
import { pairColumns } from "./pair-columns.ts";
import type { Objective, Participant, ScoredPair } from "./problem.ts";

type Sifted = {
	readonly usable: PairColumns;
	readonly belowZero: PairColumns;
	readonly withoutPlace: PairColumns;
};

/** Tells apart the pairs that can be used, those below 0, and those of somebody without place or need; what is pinned is none of them. O(pairs). */
export function sift(
	objective: Objective,
	people: {
		readonly mentees: readonly Participant[];
		readonly mentors: readonly Participant[];
		readonly need: Int32Array;
		readonly capacity: Int32Array;
		readonly pinned: readonly ScoredPair[];
	},
	pairs: PairColumns,
): Sifted {
	const { need, capacity, mentors } = people;
	const settled = pairColumns(people.mentees, mentors, people.pinned);
	const personAt = peopleOfWants(people.mentees);
	const isSettled = new Set(
		Array.from(
			settled.mentee,
			(i, k) => personAt(i) * mentors.length + (settled.mentor[k] ?? 0),
		),
	);
	const fates = new Uint8Array(pairs.points.length);
	const counts = [0, 0, 0, 0];
	for (let k = 0; k < fates.length; k++) {
		const i = pairs.mentee[k] ?? 0;
		const j = pairs.mentor[k] ?? 0;
		let fate = USABLE;
		if (isSettled.size > 0 && isSettled.has(personAt(i) * mentors.length + j))
			fate = SETTLED;
		else if (objective === "total" && (pairs.points[k] ?? 0) < 0)
			fate = BELOW_ZERO;
		else if (capacity[j] === 0 || need[i] === 0) fate = WITHOUT_PLACE;
		fates[k] = fate;
		counts[fate] = (counts[fate] ?? 0) + 1;
	}
	const only = (wanted: number): PairColumns => {
		if (counts[wanted] === fates.length) return pairs;
		if (counts[wanted] === 0) return NONE;
		const isWanted = (_: number, k: number) => fates[k] === wanted;
		return {
			mentee: pairs.mentee.filter(isWanted),
			mentor: pairs.mentor.filter(isWanted),
			points: pairs.points.filter(isWanted),
		};
	};
	return {
		usable: only(USABLE),
		belowZero: only(BELOW_ZERO),
		withoutPlace: only(WITHOUT_PLACE),
	};
}

/** Who is pinned with a mentor in one kind is no candidate of theirs in another: the same number for all wants of a mentee. */
function peopleOfWants(
	mentees: readonly Participant[],
): (place: number) => number {
	if (!hasKinds(mentees)) return (place) => place;
	const firstOf = new Map<string, number>();
	const numbers = mentees.map(({ id, want }, place) => {
		const person = want?.mentee ?? id;
		const known = firstOf.get(person) ?? place;
		firstOf.set(person, known);
		return known;
	});
	return (place) => numbers[place] ?? place;
}

const NONE: PairColumns = {
	mentee: new Int32Array(0),
	mentor: new Int32Array(0),
	points: new Float64Array(0),
};

const USABLE = 0;
const SETTLED = 1;
const BELOW_ZERO = 2;
const WITHOUT_PLACE = 3;

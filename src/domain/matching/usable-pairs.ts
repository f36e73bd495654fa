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

/**
 * Tells apart the pairs that can be used, those below 0, and those of somebody without place or need; what is pinned is none of them.
 * `at` says where each of the people that pairs are given by stands among `people`; the usable pairs stay as they were given. O(pairs).
 */
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
	at: { readonly mentee: Int32Array; readonly mentor: Int32Array },
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
	// Mostly all are usable, and nothing need be written down.
	let fates: Uint8Array | undefined;
	for (let k = 0; k < pairs.points.length; k++) {
		const i = at.mentee[pairs.mentee[k] ?? 0] ?? 0;
		const j = at.mentor[pairs.mentor[k] ?? 0] ?? 0;
		let fate = USABLE;
		if (isSettled.size > 0 && isSettled.has(personAt(i) * mentors.length + j))
			fate = SETTLED;
		else if (objective === "total" && (pairs.points[k] ?? 0) < 0)
			fate = BELOW_ZERO;
		else if (capacity[j] === 0 || need[i] === 0) fate = WITHOUT_PLACE;
		if (fate === USABLE) continue;
		fates ??= new Uint8Array(pairs.points.length);
		fates[k] = fate;
	}
	if (fates === undefined)
		return { usable: pairs, belowZero: NONE, withoutPlace: NONE };
	const told = fates;
	const only = (wanted: number): PairColumns => {
		const isWanted = (_: number, k: number) => told[k] === wanted;
		return {
			mentee: pairs.mentee.filter(isWanted),
			mentor: pairs.mentor.filter(isWanted),
			points: pairs.points.filter(isWanted),
		};
	};
	const standing = ({ mentee, mentor, points }: PairColumns): PairColumns => ({
		mentee: mentee.map((i) => at.mentee[i] ?? 0),
		mentor: mentor.map((j) => at.mentor[j] ?? 0),
		points,
	});
	return {
		usable: only(USABLE),
		belowZero: standing(only(BELOW_ZERO)),
		withoutPlace: standing(only(WITHOUT_PLACE)),
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

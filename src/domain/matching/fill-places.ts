// Places that an index leaves empty while somebody is left out: filled by people whom no list held.
//
// The best matching of the pairs listed says who is left out and where there is room. Nobody of the one is listed with any of the
// others (the matching has most pairs), so every pair between them is new and each that is made fills a place. Those left out and mentors with
// room are scored group against group, so that a round costs no more than a fixed number of pairs; the best of each mentor are matched among
// themselves; whoever is still left out meets other mentors in the next round, in fewer groups as there are fewer people. A round of one group
// weighs everybody against everybody: one that finds no pair ends it, and then no place left could be filled by anybody left out. The matching
// on all pairs together fills at least as many places, as it has most pairs. People stand in the order of their ids wherever equally good
// plans could be told apart by it, so that the order they were given in makes no difference. O(rounds · pairs scored a round).
import type { Group } from "./kernel/pair-cover.ts";
import type { ListedPairs } from "./kernel/pair-lists.ts";
import { bestOfMentors, releasePairs } from "./kernel/pair-lists.ts";
import { unionOfPairs } from "./kernel/pair-union.ts";
import { candidateRows } from "./kernel/candidate-rows.ts";
import { matchByPaths } from "./kernel/path-matching.ts";
import { commonUnit } from "./decimal.ts";
import type { Ground } from "./lazy-ground.ts";
import { SETTLED_A_SEARCHER } from "./lazy-ground.ts";
import type { PassAnswer } from "./lazy-passes.ts";
import type { LazyStep } from "./lazy-solve.ts";
import { ask, inRound } from "./lazy-solve.ts";
import type { Progress } from "./solve.ts";

const ROUNDS = 8;
const OF_MENTOR = 12;

export type Filled = {
	/** All pairs, those listed and those found. */
	readonly pairs: OrderedPairs;
	/** Places that somebody left out could take on the pairs found. */
	readonly places: number;
};

/** Pairs by mentee, then mentor, people numbered in the order of their ids. */
export type OrderedPairs = ListedPairs;

/**
 * `listed` is in the order of ids, and is used up; about `scoredARound` pairs are scored a round. Yields passes to be answered and the
 * solver's progress.
 */
export function* fillingPlaces(
	ground: Ground,
	listed: OrderedPairs,
	scoredARound: number,
): Generator<LazyStep, Filled, readonly PassAnswer[] | undefined> {
	const left = {
		need: inOrderOfIds(ground, "mentees", ground.need),
		room: inOrderOfIds(ground, "mentors", ground.capacity),
	};
	const made = yield* inRound(1, matched(listed, left));
	if (made === undefined) return { pairs: listed, places: 0 };
	const found: ListedPairs[] = [];
	let places = 0;
	for (let round = 1; round <= ROUNDS; round++) {
		const groups = groupsOf(ground, left, round, scoredARound);
		if (groups.length === 0) break;
		const pairs = orderedById(ground, yield* bestPairs(ground, groups, round));
		if (pairs.points.length > 0) {
			found.push(pairs);
			const made = yield* inRound(round, matched(pairs, left));
			if (made === undefined || made === 0) break;
			places += made;
		} else if (groups.length === 1) break;
	}
	if (found.length === 0) return { pairs: listed, places: 0 };
	const { pairs } = unionOfPairs([listed, ...found], ground.mentees);
	releasePairs([listed, ...found]);
	return { pairs, places };
}

/** The same pairs with people numbered in the order of their ids; columns that need no change stay. */
export function orderedById(ground: Ground, pairs: ListedPairs): OrderedPairs {
	const { place, mentees, need, capacity, covered } = ground;
	const { mentee, mentor, points } = candidateRows({
		need,
		capacity,
		covered,
		...pairs,
		at: {
			mentee: place.subarray(0, mentees),
			mentor: place.subarray(mentees).map((at) => at - mentees),
		},
	});
	return { mentee, mentor, points };
}

function inOrderOfIds(
	{ place, mentees }: Ground,
	side: "mentees" | "mentors",
	units: Int32Array,
): Int32Array {
	const from = side === "mentees" ? 0 : mentees;
	const inOrder = new Int32Array(units.length);
	units.forEach((own, x) => {
		inOrder[(place[from + x] ?? 0) - from] = own;
	});
	return inOrder;
}

/** What nobody has taken yet, in the order of ids. */
type Left = { readonly need: Int32Array; readonly room: Int32Array };

/** Who is to be weighed against whom in a round, numbered as given; by ids alone, whatever the order of people. */
function groupsOf(
	{ hashes, place, mentees: all }: Ground,
	{ need, room }: Left,
	round: number,
	scoredARound: number,
): readonly Group[] {
	const mentees = withSome(need, place.subarray(0, all), 0);
	const mentors = withSome(room, place.subarray(all), all);
	const scored = mentees.length * mentors.length;
	const count = Math.max(1, Math.ceil(scored / scoredARound));
	const ofMentees = dealt(mentees, hashes.mentee, count, 0);
	const ofMentors = dealt(mentors, hashes.mentor, count, round);
	return ofMentees.flatMap((own, g) => {
		const others = ofMentors[g];
		return others === undefined || own.length === 0 || others.length === 0
			? []
			: [{ mentees: own, mentors: others }];
	});
}

/** Those who have something left, rising. */
function withSome(
	units: Int32Array,
	place: Int32Array,
	from: number,
): Int32Array {
	return Int32Array.from(
		place.keys().filter((x) => (units[(place[x] ?? 0) - from] ?? 0) > 0),
	);
}

function dealt(
	people: Int32Array,
	hash: Int32Array,
	groups: number,
	shift: number,
): readonly Int32Array[] {
	const members = Array.from({ length: groups }, (): number[] => []);
	for (const x of people)
		members[(((hash[x] ?? 0) >>> 0) + shift) % groups]?.push(x);
	return members.map((own) => Int32Array.from(own));
}

function* bestPairs(
	{ hashes, least, mentors }: Ground,
	groups: readonly Group[],
	round: number,
): Generator<LazyStep, ListedPairs, readonly PassAnswer[] | undefined> {
	const order = { groups, ofMentor: OF_MENTOR, least };
	const answers = yield* ask(round, { kind: "cover", hashes, order });
	const lists = answers.flatMap((one) =>
		one.kind === "cover" ? [one.ofMentors] : [],
	);
	return bestOfMentors(lists, mentors, OF_MENTOR, hashes);
}

/** Takes what the best matching of these pairs fills, and says how much; nothing where the path search met its worst case. */
function* matched(
	{ mentee, mentor, points }: OrderedPairs,
	left: Left,
): Generator<Progress, number | undefined> {
	const { need, room } = left;
	const candidates = candidateRows({
		need,
		capacity: room,
		covered: new Uint8Array(need.length),
		mentee,
		mentor,
		points,
		unit: commonUnit(points),
	});
	const steps = matchByPaths(candidates, true, SETTLED_A_SEARCHER);
	let step = steps.next();
	for (; step.done !== true; step = steps.next())
		yield { method: "paths", operations: step.value };
	if (step.value === undefined) return undefined;
	const { used } = step.value;
	let made = 0;
	for (let e = 0; e < used.length; e++) {
		if (used[e] !== 1) continue;
		const i = mentee[e] ?? 0;
		const j = mentor[e] ?? 0;
		need[i] = (need[i] ?? 0) - 1;
		room[j] = (room[j] ?? 0) - 1;
		made++;
	}
	return made;
}

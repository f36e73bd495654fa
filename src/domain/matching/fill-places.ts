// Places that an index leaves empty while somebody is left out: filled by people whom no list held.
//
// The matching on the pairs listed is known, and with it who is left out and where there is room. Nobody of the one is listed with any of the
// others (the matching has most pairs), so every pair between them is new and each that is made fills a place. Those left out and mentors with
// room are scored group against group, so that a round costs no more than a fixed number of pairs; the best of each mentor are matched among
// themselves; whoever is still left out meets other mentors in the next round, in fewer groups as there are fewer people. A round of one group
// weighs everybody against everybody: one that finds no pair ends it, and then no place left could be filled by anybody left out. The matching
// on all pairs together fills at least as many places, as it has most pairs. O(rounds · pairs scored a round).
import type { Group } from "./kernel/pair-cover.ts";
import type { ListedPairs } from "./kernel/pair-lists.ts";
import { bestOfMentors } from "./kernel/pair-lists.ts";
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
	readonly found: readonly ListedPairs[];
	/** Places that somebody left out could take on the pairs found. */
	readonly places: number;
};

/** `used` marks the listed pairs of a matching with most pairs; about `scoredARound` pairs are scored a round. Yields passes to be answered and the solver's progress. */
export function* fillingPlaces(
	ground: Ground,
	listed: ListedPairs,
	used: Uint8Array,
	scoredARound: number,
): Generator<LazyStep, Filled, readonly PassAnswer[] | undefined> {
	const left = {
		need: ground.need.slice(),
		room: ground.capacity.slice(),
	};
	take(left, listed, used);
	const found: ListedPairs[] = [];
	let places = 0;
	for (let round = 1; round <= ROUNDS; round++) {
		const groups = groupsOf(ground, left, round, scoredARound);
		if (groups.length === 0) break;
		const pairs = yield* bestPairs(ground, groups, round);
		if (pairs.points.length > 0) {
			found.push(pairs);
			const made = yield* inRound(round, matched(ground, pairs, left));
			if (made === 0) break;
			places += made;
		} else if (groups.length === 1) break;
	}
	return { found, places };
}

/** What nobody has taken yet. */
type Left = { readonly need: Int32Array; readonly room: Int32Array };

function take(
	{ need, room }: Left,
	{ mentee, mentor }: ListedPairs,
	used: Uint8Array,
): void {
	for (let e = 0; e < used.length; e++) {
		if (used[e] !== 1) continue;
		const i = mentee[e] ?? 0;
		const j = mentor[e] ?? 0;
		need[i] = (need[i] ?? 0) - 1;
		room[j] = (room[j] ?? 0) - 1;
	}
}

/** Who is to be weighed against whom in a round; by ids alone, whatever the order of people. */
function groupsOf(
	{ hashes }: Ground,
	{ need, room }: Left,
	round: number,
	scoredARound: number,
): readonly Group[] {
	const mentees = withSome(need);
	const mentors = withSome(room);
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

function withSome(units: Int32Array): Int32Array {
	return Int32Array.from(units.keys().filter((k) => (units[k] ?? 0) > 0));
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

/** Takes what a matching of these pairs fills, and says how much; 0 too where the path search met its worst case. */
function* matched(
	{ covered }: Ground,
	pairs: ListedPairs,
	left: Left,
): Generator<Progress, number> {
	const candidates = candidateRows({
		need: left.need,
		capacity: left.room,
		covered,
		...pairs,
		unit: commonUnit(pairs.points),
	});
	const steps = matchByPaths(candidates, true, SETTLED_A_SEARCHER);
	let step = steps.next();
	for (; step.done !== true; step = steps.next())
		yield { method: "paths", operations: step.value };
	if (step.value === undefined) return 0;
	const { used } = step.value;
	take(left, candidates, used);
	let made = 0;
	for (const one of used) made += one;
	return made;
}

// The best whole matching under a ratio between groups, by going through all of them: for small cohorts, where mixtures of matchings say
// little about whole ones. Mentee by mentee every choice is tried, the one that costs least against the prices first. Left are branches
// that cannot beat what is found (the prices' bound less what the choices made so far cost against it), cannot reach the counts, or
// in which a group can no longer come up to the ratio. Complete unless the budget of choices runs out: then nothing is claimed.
// Exponential at worst; with prices near the bound few choices are left. Depth-first branch and bound with Lagrangian bounds (Fisher,
// The Lagrangian relaxation method for solving integer programming problems, Management Science 27, 1981). Where groups are compared by
// how many have a mentor, what was reached before in the same places left is not gone through again.
import type { Candidates } from "./candidates.ts";
import { placeSets } from "./place-sets.ts";
import { stateMemory } from "./state-memory.ts";

export type FairSearchInput = {
	readonly candidates: Candidates;
	readonly groupOf: Int32Array;
	readonly members: readonly number[];
	/** Groups are compared by points, else by mentees with a mentor. */
	readonly isByPoints: boolean;
	readonly ratio: { readonly p: number; readonly q: number };
	/** Whether these amounts of the groups keep the ratio, exactly. */
	readonly isFair: (amounts: Float64Array) => boolean;
	/** What pinned pairs amount to: by group, and in all. */
	readonly settled: {
		readonly points: Float64Array;
		readonly covered: Float64Array;
		readonly people: number;
		readonly mentors: number;
		readonly pairs: number;
		readonly total: number;
	};
	/** What a pair, and a mentee's first pair, count beyond the price of the place. */
	readonly gain: Float64Array;
	readonly once: Float64Array;
	/** What nothing chosen counts: `(bound + gains) / scale` is never less than the target of a matching that reaches the counts. */
	readonly bound: number;
	readonly scale: number;
	readonly target: "people" | "mentors" | "pairs" | "points";
	readonly leastPeople: number;
	readonly leastMentors: number;
	readonly leastPairs: number;
	/** Only matchings with more of the target are looked for. */
	readonly above: number;
	readonly budget: number;
};

export type FairSearchResult = {
	readonly used: Uint8Array | undefined;
	/** Whether all matchings were gone through. */
	readonly isComplete: boolean;
};

/** What a mentee may be given, and what that loses against the prices. */
type Choice = {
	readonly pairs: readonly number[];
	readonly loss: number;
	readonly points: number;
	readonly covered: number;
	readonly people: number;
};

const MOST_CHOICES = 400;

/** Nothing is claimed where a mentee has too many choices. */
export function searchFair(input: FairSearchInput): FairSearchResult {
	const { candidates, groupOf, members, settled, target, scale } = input;
	const { mentor, mentees, need, capacity } = candidates;
	const { limit, above, ofPair } = placeSets(candidates);
	const groups = members.length;
	const choices: Choice[][] = [];
	for (let i = 0; i < mentees; i++) {
		const own = choicesOf(input, i);
		if (own === undefined) return { used: undefined, isComplete: false };
		choices.push(own);
	}
	const order = choices
		.map((_, i) => i)
		.filter((i) => choices[i].length > 1)
		.sort((a, b) => choices[a].length - choices[b].length || a - b);
	const ahead = outlook(order, choices, need);
	const room = Int32Array.from(limit);
	let open = capacity.reduce((sum, units) => sum + units, 0);
	const amount = Float64Array.from({ length: groups }, (_, g) =>
		input.isByPoints ? settled.points[g] : settled.covered[g],
	);
	const most = new Float64Array(groups);
	const least = new Float64Array(groups);
	for (const i of order) {
		const g = groupOf[i];
		if (g >= groups) continue;
		most[g] += extreme(choices[i], input, 1);
		least[g] += extreme(choices[i], input, -1);
	}
	const root = choices.reduce(
		(sum, own) => sum + bestGain(input, own),
		input.bound,
	);
	const margin = (Math.abs(root) + Math.abs(input.bound)) * 2 ** -49;
	let best = input.above;
	let used: Uint8Array | undefined;
	let left = input.budget;
	const taken: Choice[] = [];
	let { people, pairs, total } = settled;
	const seen = input.isByPoints ? undefined : stateMemory(limit, members);

	const isComplete = descend(0, root);
	return { used, isComplete };

	function descend(depth: number, bound: number): boolean {
		if (left-- <= 0) return false;
		if (bound + margin < (best + 1) * scale) return true;
		if (people + ahead.people[depth] < input.leastPeople) return true;
		const more = Math.min(ahead.pairs[depth], open);
		if (pairs + more < input.leastPairs) return true;
		if (!mayStillBeFair()) return true;
		if (seen?.isNoBetter(depth, room, amount, [people, pairs, total]))
			return true;
		if (depth === order.length) {
			note();
			return true;
		}
		const i = order[depth];
		const g = groupOf[i];
		const high = extreme(choices[i], input, 1);
		const low = extreme(choices[i], input, -1);
		if (g < groups) {
			most[g] -= high;
			least[g] -= low;
		}
		let isWhole = true;
		for (const choice of choices[i]) {
			if (bound - choice.loss + margin < (best + 1) * scale) break;
			take(choice, g, 1);
			if (!choice.pairs.every(isPlaced)) {
				take(choice, g, -1);
				continue;
			}
			taken.push(choice);
			isWhole = descend(depth + 1, bound - choice.loss);
			taken.pop();
			take(choice, g, -1);
			if (!isWhole) break;
		}
		if (g < groups) {
			most[g] += high;
			least[g] += low;
		}
		return isWhole;
	}

	function take(choice: Choice, g: number, sign: number): void {
		for (const e of choice.pairs)
			for (let s = ofPair[e]; s >= 0; s = above[s]) room[s] -= sign;
		open -= sign * choice.pairs.length;
		people += sign * choice.people;
		pairs += sign * choice.pairs.length;
		total += sign * choice.points;
		if (g < groups)
			amount[g] += sign * (input.isByPoints ? choice.points : choice.covered);
	}

	/** Whether no set of places that the pair lies in holds too many. */
	function isPlaced(e: number): boolean {
		for (let s = ofPair[e]; s >= 0; s = above[s]) if (room[s] < 0) return false;
		return true;
	}

	/** Whether every group could, at its best, come up to what each other has at least; in doubt, yes. */
	function mayStillBeFair(): boolean {
		let floor = 0;
		for (let g = 0; g < groups; g++)
			floor = Math.max(floor, (amount[g] + least[g]) / members[g]);
		const asked = (input.ratio.p / input.ratio.q) * floor * (1 - 1e-9);
		for (let g = 0; g < groups; g++)
			if ((amount[g] + most[g]) / members[g] < asked) return false;
		return true;
	}

	/** Those with a mentee, where it counts; the places left say so. */
	function mentorsReached(): number {
		let count = settled.mentors;
		candidates.mentorCovered?.forEach((isMet, j) => {
			if (isMet === 0 && room[j] < limit[j]) count++;
		});
		return count;
	}

	function note(): void {
		const mentors = mentorsReached();
		const reached = { people, mentors, pairs, points: total }[target];
		if (reached <= best) return;
		const beyond =
			people - input.leastPeople ||
			mentors - input.leastMentors ||
			pairs - input.leastPairs;
		if (beyond < 0) return;
		if (!input.isFair(amount)) return;
		best = reached;
		used = new Uint8Array(mentor.length);
		for (const { pairs: own } of taken) for (const e of own) used[e] = 1;
	}
}

/** How many people and pairs the mentees from each depth on can still have. */
function outlook(
	order: readonly number[],
	choices: readonly (readonly Choice[])[],
	need: Int32Array,
): { readonly people: Int32Array; readonly pairs: Int32Array } {
	const people = new Int32Array(order.length + 1);
	const pairs = new Int32Array(order.length + 1);
	for (let depth = order.length - 1; depth >= 0; depth--) {
		const i = order[depth];
		const isNew = choices[i].some((choice) => choice.people > 0);
		people[depth] = people[depth + 1] + (isNew ? 1 : 0);
		pairs[depth] = pairs[depth + 1] + need[i];
	}
	return { people, pairs };
}

/** The most (or least) that a choice adds to what groups are compared by. */
function extreme(
	choices: readonly Choice[],
	{ isByPoints }: FairSearchInput,
	sign: number,
): number {
	let found = -Infinity;
	for (const { points, covered } of choices)
		found = Math.max(found, sign * (isByPoints ? points : covered));
	return sign * found + 0;
}

function bestGain(input: FairSearchInput, choices: readonly Choice[]): number {
	const best = choices[0];
	let gain = 0;
	for (const e of best.pairs) gain += input.gain[e];
	if (best.pairs.length > 0)
		gain += input.once[input.candidates.mentee[best.pairs[0]]];
	return gain;
}

/** Every set of mentors that mentee `i` may be given, that which loses least first; nothing where there are too many. */
function choicesOf(input: FairSearchInput, i: number): Choice[] | undefined {
	const { candidates, gain, once } = input;
	const { first, points, need, covered } = candidates;
	const sets: { pairs: number[]; gain: number; points: number }[] = [
		{ pairs: [], gain: 0, points: 0 },
	];
	for (let e = first[i]; e < first[i + 1]; e++)
		for (let k = sets.length - 1; k >= 0; k--) {
			const { pairs, ...sums } = sets[k];
			if (pairs.length === need[i]) continue;
			if (sets.length >= MOST_CHOICES) return undefined;
			sets.push({
				pairs: [...pairs, e],
				gain: sums.gain + gain[e] + (pairs.length === 0 ? once[i] : 0),
				points: sums.points + points[e],
			});
		}
	sets.sort((a, b) => b.gain - a.gain);
	const isFirst = covered[i] === 0;
	return sets.map((set) => ({
		pairs: set.pairs,
		loss: sets[0].gain - set.gain,
		points: set.points,
		covered: set.pairs.length > 0 && isFirst ? 1 : 0,
		people: set.pairs.length > 0 && isFirst ? 1 : 0,
	}));
}

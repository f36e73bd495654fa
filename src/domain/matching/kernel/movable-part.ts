// What may still move among the best matchings: the pairs that lie on a cycle of exchanges which cost nothing.
//
// Two best matchings differ by such cycles (over the root, where somebody leaves or a place is left), and a pair lies on one exactly if both
// its people are in one strongly connected component of the residual graph of the tight pairs. The others are settled: pairs in use stay, and
// their people have that much less; who is on no cycle is left out altogether. O(people + tight pairs).
import type { Candidates } from "./candidates.ts";
import { strongComponents } from "./components.ts";
import type { PathMatching } from "./path-matching.ts";

export type MovablePart = {
	/** The people who may move alone, numbered anew; `mentees` and `mentors` say who they are. */
	readonly candidates: Candidates;
	readonly mentees: Int32Array;
	readonly mentors: Int32Array;
	readonly used: Uint8Array;
	/** The index of each pair among all candidates. */
	readonly pairOf: Int32Array;
};

/** Nothing where nothing may move. `tight` are the pairs of the face (optimal-face.ts) at the potentials `whole`, in order. */
export function movablePart(
	all: Candidates,
	matching: Pick<PathMatching, "used" | "bonus">,
	whole: Float64Array,
	tight: Int32Array,
): MovablePart | undefined {
	const { mentees, mentors, mentee, mentor } = all;
	const graph = freeExchanges(all, matching, whole, tight);
	const component = strongComponents(graph.first, graph.head);
	const need = all.need.slice();
	const capacity = all.capacity.slice();
	const onCycle = new Int32Array(tight.length);
	let size = 0;
	for (let k = 0; k < tight.length; k++) {
		const e = tight[k];
		const i = mentee[e];
		const j = mentor[e];
		if (component[i] === component[mentees + j]) onCycle[size++] = e;
		else if (matching.used[e] === 1) {
			need[i]--;
			capacity[j]--;
		}
	}
	if (size === 0) return undefined;
	const pairOf = onCycle.slice(0, size);
	const ofMentees = numbered(pairOf, mentee, mentees);
	const ofMentors = numbered(pairOf, mentor, mentors);
	const own = ofMentees.people.length;
	const part = {
		first: new Int32Array(own + 1),
		mentee: new Int32Array(size),
		mentor: new Int32Array(size),
		points: new Float64Array(size),
	};
	const used = new Uint8Array(size);
	for (let k = 0; k < size; k++) {
		const e = pairOf[k];
		const i = ofMentees.place[mentee[e]];
		part.first[i + 1]++;
		part.mentee[k] = i;
		part.mentor[k] = ofMentors.place[mentor[e]];
		part.points[k] = all.points[e];
		used[k] = matching.used[e];
	}
	for (let i = 0; i < own; i++) part.first[i + 1] += part.first[i];
	return {
		candidates: {
			...part,
			mentees: own,
			mentors: ofMentors.people.length,
			need: ofMentees.people.map((i) => need[i]),
			capacity: ofMentors.people.map((j) => capacity[j]),
			covered: Uint8Array.from(ofMentees.people, (i) => all.covered[i]),
		},
		mentees: ofMentees.people,
		mentors: ofMentors.people,
		used,
		pairOf,
	};
}

/** The residual arcs that cost nothing, over mentees, mentors and the root, by tail. A used pair that pays may not be given up and is none. */
function freeExchanges(
	all: Candidates,
	{ used, bonus }: Pick<PathMatching, "used" | "bonus">,
	whole: Float64Array,
	tight: Int32Array,
): { readonly first: Int32Array; readonly head: Int32Array } {
	const { mentees, mentors, mentee, mentor, points, need, capacity } = all;
	const root = mentees + mentors;
	const tail = new Int32Array(tight.length + 2 * root);
	const head = new Int32Array(tail.length);
	const ofMentee = new Int32Array(mentees);
	const ofMentor = new Int32Array(mentors);
	let arcs = 0;
	for (let k = 0; k < tight.length; k++) {
		const e = tight[k];
		const i = mentee[e];
		const j = mentees + mentor[e];
		const isUsed = used[e] === 1;
		if (isUsed) {
			ofMentee[i]++;
			ofMentor[mentor[e]]++;
			if (whole[i] - whole[j] - bonus - points[e] !== 0) continue;
		}
		tail[arcs] = isUsed ? j : i;
		head[arcs++] = isUsed ? i : j;
	}
	for (let x = 0; x < root; x++) {
		if (whole[x] !== 0) continue;
		const j = x - mentees;
		const taken = j < 0 ? ofMentee[x] : ofMentor[j];
		const most = j < 0 ? need[x] : capacity[j];
		const mayGrow = taken < most;
		const mayFall = taken > 0;
		// A mentee's unit outside goes to the root; a mentor's place that is left comes from there.
		if (j < 0 ? mayFall : mayGrow) {
			tail[arcs] = x;
			head[arcs++] = root;
		}
		if (j < 0 ? mayGrow : mayFall) {
			tail[arcs] = root;
			head[arcs++] = x;
		}
	}
	return byTail(root + 1, arcs, tail, head);
}

function byTail(
	nodes: number,
	arcs: number,
	tail: Int32Array,
	head: Int32Array,
): { readonly first: Int32Array; readonly head: Int32Array } {
	const first = new Int32Array(nodes + 1);
	for (let a = 0; a < arcs; a++) first[tail[a] + 1]++;
	for (let x = 0; x < nodes; x++) first[x + 1] += first[x];
	const next = first.slice();
	const grouped = new Int32Array(arcs);
	for (let a = 0; a < arcs; a++) grouped[next[tail[a]]++] = head[a];
	return { first, head: grouped };
}

/** The people of these pairs in order, and the place of each among them. */
function numbered(
	pairs: Int32Array,
	personOf: Int32Array,
	size: number,
): { readonly people: Int32Array; readonly place: Int32Array } {
	const place = new Int32Array(size);
	for (let k = 0; k < pairs.length; k++) place[personOf[pairs[k]]] = 1;
	let count = 0;
	for (let x = 0; x < size; x++) count += place[x];
	const people = new Int32Array(count);
	for (let x = 0, k = 0; x < size; x++) {
		if (place[x] === 0) continue;
		people[k] = x;
		place[x] = k++;
	}
	return { people, place };
}

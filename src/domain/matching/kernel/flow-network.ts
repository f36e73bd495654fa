// The matching as a flow: every mentee sends `need` units, over pairs (one unit each) to mentors and on over their places to the
// root, or straight to the root over one of two ways outside. Any matching is a feasible flow, the empty one too, so no method
// here needs artificial start costs.
import type { ByMentor, Candidates } from "./candidates.ts";
import { byMentor, degrees } from "./candidates.ts";
import type { PlaceSets } from "./place-sets.ts";
import { loads, placeSets } from "./place-sets.ts";

/**
 * Nodes: mentees 0 …, then mentors, then the caps (sets of places that pairs or mentors lie in, see place-sets.ts), then the root. Arcs:
 * the pairs in candidate order, each into its innermost set, then a place arc for each mentor (`capacity` units), then for each mentee `spare` (units that may stay outside while at least one is placed) and `alone` (the
 * last unit outside: the mentee has nobody). Only where `countsFirst` is set does the difference matter; otherwise all units
 * outside use `alone`. `alone` has one unit of room more than can flow, so that every node can always send to the root: this
 * keeps the trees of the simplex strongly feasible. Then an arc for each cap, and last, where `countsFirst` is set, `lead` for each
 * mentor: their first unit (none where it is pinned), for which the place arc then has no room. Arcs of mentors and caps lead to the set above or the root.
 */
export type FlowNetwork = {
	readonly candidates: Candidates;
	readonly nodes: number;
	readonly root: number;
	readonly arcs: number;
	readonly firstPlace: number;
	readonly firstSpare: number;
	readonly firstAlone: number;
	readonly firstCap: number;
	readonly firstLead: number;
	readonly tail: Int32Array;
	readonly head: Int32Array;
	readonly room: Int32Array;
	readonly flow: Int32Array;
	readonly byMentor: ByMentor;
	/** The arcs into each mentor and cap, grouped: pairs, and arcs of the sets within. */
	readonly into: { readonly first: Int32Array; readonly arc: Int32Array };
};

/** Builds the network around a matching (`used` marks pairs). O(nodes + pairs). */
export function flowNetwork(
	candidates: Candidates,
	used: Uint8Array,
	countsFirst: boolean,
): FlowNetwork {
	const { mentees, mentors, need } = candidates;
	const sets = placeSets(candidates);
	const pairs = candidates.mentor.length;
	const root = mentees + sets.limit.length;
	const firstSpare = pairs + mentors;
	const firstAlone = firstSpare + mentees;
	const firstCap = firstAlone + mentees;
	const firstLead = firstCap + sets.limit.length - mentors;
	const { mentorCovered } = candidates;
	const hasLeads = countsFirst && mentorCovered !== undefined;
	const arcs = firstLead + (hasLeads ? mentors : 0);
	const tail = new Int32Array(arcs);
	const head = new Int32Array(arcs).fill(root);
	const room = new Int32Array(arcs);
	const flow = new Int32Array(arcs);
	const { ofMentee } = degrees(candidates, used);
	for (let e = 0; e < pairs; e++) {
		tail[e] = candidates.mentee[e];
		head[e] = mentees + sets.ofPair[e];
		room[e] = 1;
		flow[e] = used[e];
	}
	const load = loads(sets, used);
	for (let s = 0; s < sets.limit.length; s++) {
		const a = s < mentors ? pairs + s : firstCap + s - mentors;
		tail[a] = mentees + s;
		if (sets.above[s] >= 0) head[a] = mentees + sets.above[s];
		room[a] = sets.limit[s];
		flow[a] = load[s];
	}
	for (let i = 0; i < mentees; i++) {
		const outside = need[i] - ofMentee[i];
		const hasFirst = countsFirst && candidates.covered[i] === 0;
		const spare = hasFirst && need[i] > 1 ? need[i] - 1 : 0;
		tail[firstSpare + i] = i;
		room[firstSpare + i] = spare;
		flow[firstSpare + i] = Math.min(spare, outside);
		tail[firstAlone + i] = i;
		room[firstAlone + i] = need[i] - spare + 1;
		flow[firstAlone + i] = outside - flow[firstSpare + i];
	}
	for (let lead = firstLead; lead < arcs; lead++) {
		const j = lead - firstLead;
		const place = pairs + j;
		tail[lead] = tail[place];
		head[lead] = head[place];
		if (mentorCovered?.[j] === 1 || room[place] === 0) continue;
		room[lead] = 1;
		flow[lead] = Math.min(1, flow[place]);
		room[place]--;
		flow[place] -= flow[lead];
	}
	const groups = byMentor(candidates);
	return {
		candidates,
		nodes: root + 1,
		root,
		arcs,
		firstPlace: pairs,
		firstSpare,
		firstAlone,
		firstCap,
		firstLead,
		tail,
		head,
		room,
		flow,
		byMentor: groups,
		into:
			candidates.caps === undefined
				? { first: groups.first, arc: groups.pair }
				: arcsInto(sets, mentors, firstCap, arcs - firstLead),
	};
}

/** How many units are at mentor `j`'s places. */
export function takenPlaces(network: FlowNetwork, j: number): number {
	const { flow, firstPlace, firstLead, arcs } = network;
	return flow[firstPlace + j] + (firstLead < arcs ? flow[firstLead + j] : 0);
}

/** How many places mentor `j` has beside pinned pairs. */
export function allPlaces(network: FlowNetwork, j: number): number {
	const { room, firstPlace, firstLead, arcs } = network;
	return room[firstPlace + j] + (firstLead < arcs ? room[firstLead + j] : 0);
}

/** Whether a pair that comes to this mentor's places, past the caps within them, finds room all the way. */
export function isOpen(network: FlowNetwork, mentor: number): boolean {
	const { candidates, root, head, flow, room, firstCap } = network;
	const { mentees, mentors } = candidates;
	if (takenPlaces(network, mentor) >= allPlaces(network, mentor)) return false;
	let x = head[network.firstPlace + mentor];
	while (x !== root) {
		const a = firstCap + x - mentees - mentors;
		if (flow[a] >= room[a]) return false;
		x = head[a];
	}
	return true;
}

/** Which pairs the flow uses. */
export function usedPairs(network: FlowNetwork): Uint8Array {
	return Uint8Array.from(network.flow.subarray(0, network.firstPlace));
}

/**
 * Costs in tiers: what the first tier says counts before all later ones. One array of integers per tier, over the arcs.
 * Potentials likewise, over the nodes. The reduced cost of an arc is the vector cost + potential[tail] - potential[head]; a flow is
 * optimal when it is, tier by tier, not negative where the arc has room left and not positive where it carries flow.
 */
export type Tiers = readonly Float64Array[];

/** The tiers' reduced cost of one arc in the direction of the flow, first tier first. */
export function reducedCost(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	arc: number,
	into: Float64Array,
): void {
	const from = network.tail[arc];
	const to = network.head[arc];
	for (let t = 0; t < costs.length; t++)
		into[t] = costs[t][arc] + potentials[t][from] - potentials[t][to];
}

function arcsInto(
	{ ofPair, above }: PlaceSets,
	mentors: number,
	firstCap: number,
	leads: number,
): FlowNetwork["into"] {
	const firstLead = firstCap + above.length - mentors;
	const first = new Int32Array(above.length + 1);
	for (const s of ofPair) first[s + 1]++;
	for (let s = 0; s < above.length; s++)
		if (above[s] >= 0) first[above[s] + 1] += s < leads ? 2 : 1;
	for (let s = 0; s < above.length; s++) first[s + 1] += first[s];
	const next = first.slice();
	const arc = new Int32Array(first[above.length]);
	ofPair.forEach((s, e) => {
		arc[next[s]++] = e;
	});
	above.forEach((parent, s) => {
		if (parent < 0) return;
		arc[next[parent]++] =
			s < mentors ? ofPair.length + s : firstCap + s - mentors;
		if (s < leads) arc[next[parent]++] = firstLead + s;
	});
	return { first, arc };
}

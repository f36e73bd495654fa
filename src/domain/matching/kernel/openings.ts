// For everybody at once: the cheapest way to one more pair such that nobody loses one, by exchanges alone. One search backwards from all
// places that are (or would be) free serves every mentee; one forwards from all who need (or would take) one more serves every mentor.
// O((pairs + people) · log people).
import { endOf, startOf } from "./exchange-cycle.ts";
import type { FlowNetwork } from "./flow-network.ts";
import type { ResidualGraph } from "./residual-graph.ts";
import { createResidualSearch } from "./residual-search.ts";

export type Openings = {
	/** For each node the end of its cheapest way, or -1. */
	readonly end: Int32Array;
	/** What the exchanges on the way cost (as distances are reckoned). */
	readonly high: Float64Array;
	readonly low: Float64Array;
};

/**
 * `to`: ways lead to the ends (nodes of mentors); where it counts, one who has nobody goes before one who has. `from`: they lead from the ends (mentees); a unit that is outside comes in from there, so
 * that a mentee who would otherwise have nobody goes before one who has somebody.
 */
export function openings(
	graph: ResidualGraph,
	direction: "to" | "from",
	ends: readonly number[],
): Openings {
	const { network, nodes, root, potentialHigh, potentialLow } = graph;
	const isTo = direction === "to";
	const sign = isTo ? 1 : -1;
	const end = new Int32Array(nodes).fill(-1);
	const high = new Float64Array(nodes);
	const low = new Float64Array(nodes);
	const search = createResidualSearch(graph, isTo ? graph.into : graph.outOf);
	const seed = (x: number): [number, number, number] => {
		const lead = isTo ? openLead(network, x) : -1;
		if (lead >= 0) {
			const above = network.head[lead];
			return [
				x,
				graph.high[lead] + potentialHigh[above],
				graph.low[lead] + potentialLow[above],
			];
		}
		const outside = isTo ? -1 : outsideArc(network, x);
		return outside < 0
			? [x, sign * potentialHigh[x], sign * potentialLow[x]]
			: [
					x,
					-graph.high[outside] - potentialHigh[root],
					-graph.low[outside] - potentialLow[root],
				];
	};
	// Reduced costs along a way sum up to its costs and the difference of the potentials at its ends.
	search.runFromMany(ends.map(seed), (x) => {
		const r = search.via[x];
		end[x] = r < 0 ? x : end[isTo ? endOf(network, r) : startOf(network, r)];
		high[x] = search.high[x] - sign * potentialHigh[x];
		low[x] = search.low[x] - sign * potentialLow[x];
	});
	return { end, high, low };
}

/** The arc over which a mentee's dearest unit outside goes, or -1. */
function outsideArc(network: FlowNetwork, mentee: number): number {
	const { flow, firstAlone, firstSpare } = network;
	if (flow[firstAlone + mentee] > 0) return firstAlone + mentee;
	return flow[firstSpare + mentee] > 0 ? firstSpare + mentee : -1;
}

/** The arc of a mentor's first unit, where it counts and they have nobody, or -1. */
function openLead(network: FlowNetwork, x: number): number {
	const { firstLead, arcs, flow, room, candidates } = network;
	const lead = firstLead + x - candidates.mentees;
	return lead < arcs && flow[lead] < room[lead] ? lead : -1;
}

import type { FlowNetwork, Tiers } from "./kernel/flow-network.ts";
import { flowNetwork } from "./kernel/flow-network.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import { tierCost } from "./kernel/objective-costs.ts";
import type { Problem } from "./problem.ts";
import type { Solution } from "./solve.ts";

/** A solution as a flow with its costs and prices, tier by tier: what explanations search in. */
export type Residual = {
	readonly tiers: readonly Tier[];
	readonly network: FlowNetwork;
	readonly costs: Tiers;
	readonly potentials: Tiers;
};

// Solutions are never changed, so what was built for one holds as long as it lives.
const built = new WeakMap<Solution, Residual>();

/** The flow of a solution. O(people + pairs) in time and in memory the first time; most uses of a solution never need it. */
export function residualOf(problem: Problem, solution: Solution): Residual {
	const known = built.get(solution);
	if (known !== undefined) return known;
	const { tiers, potentials, used } = solution;
	const network = flowNetwork(problem.candidates, used, tiers[0] === "people");
	const costs = tiers.map((tier) => tierCost(network, tier));
	const residual = { tiers, network, costs, potentials };
	built.set(solution, residual);
	return residual;
}

import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../platform/workers/run-in-worker.ts";
import type { FrontierPoint } from "./fair-plans.ts";
import {
	guardedPlanOf,
	otherFrontierOf,
	otherPlansOf,
	type PairingInput,
	provedBoundOf,
} from "./pairing.ts";
import type { Plan } from "./plans.ts";
import type { EquityPart } from "./queries/equity-parts.ts";
import { atTimes, type WorkStep } from "./works/steps.ts";

/** The plans for other aims, the guarded plan with its own frontier, the frontier of the measure it does not keep, or the bound that an integer solver proves. */
export type EquityTask = {
	readonly input: PairingInput;
	readonly part: EquityPart;
};
export type EquityFound =
	| { readonly part: "others"; readonly plans: readonly Plan[] }
	| { readonly part: "plan"; readonly plan: Plan | undefined }
	| {
			readonly part: "other-frontier";
			readonly points: readonly FrontierPoint[];
	  }
	/** Millionths. */
	| { readonly part: "proof"; readonly bound: number | undefined };

const { input, part }: EquityTask = workerData;
const onStep = atTimes(
	(step) => tell({ kind: "step", step }),
	() => performance.now(),
);
tell({ kind: "output", output: await found() });

async function found(): Promise<EquityFound> {
	switch (part) {
		case "others":
			return { part, plans: otherPlansOf(input, onStep) };
		case "plan":
			return { part, plan: guardedPlanOf(input, onStep) };
		case "other-frontier":
			return { part, points: otherFrontierOf(input, onStep) };
		case "proof":
			return { part, bound: await provedBoundOf(input, onStep) };
	}
}

function tell(message: WorkerMessage<WorkStep, EquityFound>): void {
	parentPort?.postMessage(message);
}

import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../platform/workers/run-in-worker.ts";
import type { FrontierPoint } from "./fair-plans.ts";
import {
	guardedPlanOf,
	otherFrontierOf,
	type PairingInput,
} from "./pairing.ts";
import type { Plan } from "./plans.ts";

/** The guarded plan with its own frontier, or the frontier of the measure it does not keep. */
export type EquityTask = {
	readonly input: PairingInput;
	readonly part: "plan" | "other-frontier";
};
export type EquityFound = Plan | readonly FrontierPoint[] | null;

const { input, part }: EquityTask = workerData;
const message: WorkerMessage<never, EquityFound> = {
	kind: "output",
	output:
		part === "plan" ? (guardedPlanOf(input) ?? null) : otherFrontierOf(input),
};
parentPort?.postMessage(message);

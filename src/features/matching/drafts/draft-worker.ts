import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../../platform/workers/run-in-worker.ts";
import { finish } from "../round-plan.ts";
import { type DraftFound, type DraftInput, planDraft } from "./plan-draft.ts";

const input: DraftInput = workerData;
const message: WorkerMessage<never, DraftFound> = {
	kind: "output",
	output: finish(planDraft(input)),
};
parentPort?.postMessage(message);

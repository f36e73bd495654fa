import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../platform/workers/run-in-worker.ts";
import { guardedPlanOf, type PairingInput } from "./pairing.ts";
import type { Plan } from "./plans.ts";

const input: PairingInput = workerData;
const output = guardedPlanOf(input) ?? null;
const message: WorkerMessage<never, Plan | null> = { kind: "output", output };
parentPort?.postMessage(message);

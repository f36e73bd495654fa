import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../platform/workers/run-in-worker.ts";
import { pairLosses, type Prices } from "./pair-losses.ts";
import type { PairingInput } from "./pairing.ts";

const input: PairingInput = workerData;
const output: WorkerMessage<never, Prices> = {
	kind: "output",
	output: pairLosses(input),
};
parentPort?.postMessage(output);

import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../platform/workers/run-in-worker.ts";
import { type PairLosses, pairLosses } from "./pair-losses.ts";
import type { PairingInput } from "./pairing.ts";

const input: PairingInput = workerData;
const output: WorkerMessage<never, readonly PairLosses[]> = {
	kind: "output",
	output: pairLosses(input),
};
parentPort?.postMessage(output);

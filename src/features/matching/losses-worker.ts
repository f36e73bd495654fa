import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../platform/workers/run-in-worker.ts";
import { type PairingInput, type PairLosses, pairLosses } from "./pairing.ts";

const input: PairingInput = workerData;
const output: WorkerMessage<never, readonly PairLosses[]> = {
	kind: "output",
	output: pairLosses(input),
};
parentPort?.postMessage(output);

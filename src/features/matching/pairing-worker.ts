import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../platform/workers/run-in-worker.ts";
import {
	type PairingInput,
	type PairingResult,
	type PairingStep,
	pairing,
} from "./pairing.ts";

// Steps are told at most so often: the other side writes each into the database.
const MILLISECONDS_BETWEEN_STEPS = 250;

const input: PairingInput = workerData;
const work = pairing(input, () => performance.now());
let told = -Infinity;
for (;;) {
	const next = work.next();
	if (next.done === true) {
		tell({ kind: "output", output: next.value });
		break;
	}
	const now = performance.now();
	if (now - told < MILLISECONDS_BETWEEN_STEPS) continue;
	told = now;
	tell({ kind: "step", step: next.value });
}

function tell(message: WorkerMessage<PairingStep, PairingResult>): void {
	parentPort?.postMessage(message);
}

// The thread that pairs: one input after the other, each from its own texts alone.
import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";
import type { KeptMessage } from "../../platform/workers/kept-worker.ts";
import {
	type PairingInput,
	type PairingResult,
	type PairingStep,
	pairing,
} from "./pairing.ts";

// Steps are told at most so often: the other side writes each into the database.
const MILLISECONDS_BETWEEN_STEPS = 250;

/** Bytes beyond which the thread is not worth keeping. */
const MUCH = 256 * 2 ** 20;

parentPort?.on("message", (input: PairingInput) => {
	const work = pairing(input, () => performance.now());
	let told = -Infinity;
	for (;;) {
		const next = work.next();
		if (next.done === true) {
			const isTired = getHeapStatistics().used_heap_size > MUCH;
			tell({ kind: "output", output: next.value, isTired });
			return;
		}
		const now = performance.now();
		if (now - told < MILLISECONDS_BETWEEN_STEPS) continue;
		told = now;
		tell({ kind: "step", step: next.value });
	}
});

function tell(message: KeptMessage<PairingStep, PairingResult>): void {
	parentPort?.postMessage(message);
}

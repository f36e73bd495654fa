import { keptWorker } from "../../platform/workers/kept-worker.ts";
import type { PairingResult, PairingStep } from "./pairing.ts";

/** Pairs on a thread of its own, which waits for the next input: whoever decides on the board waits for it. */
export const pairOnThread = keptWorker<PairingStep, PairingResult>({
	module: new URL("./pairing-worker.ts", import.meta.url),
	memoryMb: 2048,
});

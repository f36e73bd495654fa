import { runInWorker } from "../workers/run-in-worker.ts";
import type { BusyAnswer, BusyQuestion } from "./busy-times.ts";

const mostSeconds = 20;

/** busyTimes on a thread of its own: a file made to be slow stops nobody but itself. */
export async function readBusyTimes(
	question: BusyQuestion,
): Promise<BusyAnswer> {
	try {
		return await runInWorker<never, BusyAnswer>({
			module: new URL("./busy-worker.ts", import.meta.url),
			input: question,
			onStep: async () => {},
			signal: AbortSignal.timeout(mostSeconds * 1000),
			memoryMb: 256,
		});
	} catch (error) {
		return { ok: false, why: isLimit(error) ? "too-much" : "not-a-calendar" };
	}
}

function isLimit(error: unknown): boolean {
	return (
		error instanceof Error &&
		(error.name === "TimeoutError" ||
			("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"))
	);
}

import { Worker } from "node:worker_threads";
import type { ReadingChoices, TableReading } from "./table.ts";

/**
 * readTable on a thread of its own, so that the server goes on answering meanwhile. A file that needs more than a minute or more than
 * the memory allowed is refused as too slow, and the thread ends either way. The bytes are copied, not taken.
 */
export function readTableInWorker(
	bytes: Uint8Array,
	choices: ReadingChoices = {},
): Promise<TableReading> {
	const worker = new Worker(new URL("./table-worker.ts", import.meta.url), {
		workerData: { bytes, choices },
		resourceLimits: { maxOldGenerationSizeMb: 1024 },
	});
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			resolve(TOO_SLOW);
			void worker.terminate();
		}, LIMIT_SECONDS * 1000);
		worker.once("message", (reading: TableReading) => resolve(reading));
		worker.once("error", (error) =>
			isOutOfMemory(error) ? resolve(TOO_SLOW) : reject(error),
		);
		worker.once("exit", () => {
			clearTimeout(timer);
			reject(new Error("The thread that reads tables ended without a word"));
		});
	});
}

const LIMIT_SECONDS = 60;
const TOO_SLOW: TableReading = {
	ok: false,
	problem: { code: "too-slow", limitSeconds: LIMIT_SECONDS },
};

function isOutOfMemory(error: unknown): boolean {
	return (
		error instanceof Error &&
		"code" in error &&
		error.code === "ERR_WORKER_OUT_OF_MEMORY"
	);
}

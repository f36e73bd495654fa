import { parentPort, workerData } from "node:worker_threads";
import { readTable } from "../../../../platform/spreadsheet/read-table.ts";
import { inLocale, loadLocales } from "../../../../platform/locale/locale.ts";
import type { WorkerMessage } from "../../../../platform/workers/run-in-worker.ts";
import { draftImport } from "./draft-import.ts";
import { lookAt } from "./look.ts";
import type { ThreadTask } from "./on-thread.ts";

const task: ThreadTask = workerData;
loadLocales();
tell({ kind: "output", output: await work() });

async function work(): Promise<unknown> {
	if (task.kind === "draft")
		return inLocale(task.locale, () => draftImport(task.input));
	const reading = await readTable(task.bytes, task.reading);
	return reading.ok ? { ok: true, look: lookAt(reading.table) } : reading;
}

function tell(message: WorkerMessage<never, unknown>): void {
	parentPort?.postMessage(message);
}

import { runInWorker } from "../../../../platform/workers/run-in-worker.ts";
import type {
	FileProblem,
	ReadingChoices,
} from "../../../../platform/spreadsheet/table.ts";
import type { Locale } from "../../../../ui/text.ts";
import type { FileLook } from "../file-look.ts";
import type { Draft, DraftInput } from "./draft-import.ts";

/** What the thread of an import is asked to do. */
export type ThreadTask =
	| {
			readonly kind: "look";
			readonly bytes: Uint8Array;
			readonly reading: ReadingChoices;
	  }
	| {
			readonly kind: "draft";
			readonly input: DraftInput;
			/** Of the sentences in the workbook of rows to mend. */
			readonly locale: Locale;
	  };

export type Looking =
	| { readonly ok: true; readonly look: FileLook }
	| { readonly ok: false; readonly problem: FileProblem };

/** Reads a file just far enough to ask what its columns mean, apart from the thread that answers requests. */
export function lookOnThread(
	bytes: Uint8Array,
	reading: ReadingChoices = {},
): Promise<Looking> {
	return run<Looking>({ kind: "look", bytes, reading });
}

export function draftOnThread(
	input: DraftInput,
	locale: Locale,
): Promise<Draft> {
	return run<Draft>({ kind: "draft", input, locale });
}

const LIMIT_SECONDS = 120;
const MEMORY_MB = 2048;

async function run<Output>(
	task: ThreadTask,
): Promise<Output | { readonly ok: false; readonly problem: FileProblem }> {
	try {
		return await runInWorker<never, Output>({
			module: new URL("./import-worker.ts", import.meta.url),
			input: task,
			onStep: async () => {},
			signal: AbortSignal.timeout(LIMIT_SECONDS * 1000),
			memoryMb: MEMORY_MB,
		});
	} catch (error) {
		if (!isTooMuch(error)) throw error;
		return {
			ok: false,
			problem: { code: "too-slow", limitSeconds: LIMIT_SECONDS },
		};
	}
}

function isTooMuch(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
	return error.name === "TimeoutError" || isMemory;
}

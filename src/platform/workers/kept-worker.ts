import { Worker } from "node:worker_threads";
import { latestOnly, type WorkerTask } from "./run-in-worker.ts";

/** What a kept thread says: how far it is; at the end what it found, and whether it holds so much memory that it should not be kept. */
export type KeptMessage<Step, Output> =
	| { readonly kind: "step"; readonly step: Step }
	| {
			readonly kind: "output";
			readonly output: Output;
			readonly isTired: boolean;
	  };

export type KeptTask<Step> = Omit<WorkerTask<Step>, "module" | "memoryMb">;

const IDLE_MS = 5 * 60_000;

/**
 * As runInWorker, but a thread that is done waits some minutes for the next task: it has its modules loaded and its code compiled, which for short work
 * is most of the time. The module answers each message (its input) with KeptMessages and keeps nothing that a result could depend on. One thread waits;
 * tasks that come while it works have threads of their own.
 */
export function keptWorker<Step, Output>({
	module,
	memoryMb,
}: Pick<WorkerTask<Step>, "module" | "memoryMb">): (
	task: KeptTask<Step>,
) => Promise<Output> {
	let waiting:
		| { readonly worker: Worker; readonly end: () => void }
		| undefined;

	const take = (): Worker => {
		const kept = waiting;
		waiting = undefined;
		if (kept === undefined)
			return new Worker(module, {
				resourceLimits: { maxOldGenerationSizeMb: memoryMb },
			});
		kept.end();
		kept.worker.ref();
		return kept.worker;
	};

	const giveBack = (worker: Worker): void => {
		if (waiting !== undefined) return void worker.terminate();
		const forget = () => {
			waiting = undefined;
			void worker.terminate();
		};
		const timer = setTimeout(forget, IDLE_MS).unref();
		worker.once("error", forget);
		worker.unref();
		waiting = {
			worker,
			end: () => {
				clearTimeout(timer);
				worker.off("error", forget);
			},
		};
	};

	return (task) => {
		if (task.signal.aborted) return Promise.reject(task.signal.reason);
		const worker = take();
		return new Promise<Output>((resolve, reject) => {
			const reporting = latestOnly(task.onStep, reject);
			const stop = () => fail(task.signal.reason);
			const ended = () => fail(new Error("The worker ended without a word"));
			const hear = (message: KeptMessage<Step, Output>) => {
				if (message.kind === "step") return reporting.offer(message.step);
				letGo();
				if (message.isTired) void worker.terminate();
				else giveBack(worker);
				void reporting.settled().then(() => resolve(message.output), reject);
			};
			const letGo = () => {
				task.signal.removeEventListener("abort", stop);
				worker.off("message", hear);
				worker.off("error", fail);
				worker.off("exit", ended);
			};
			const fail = (error: unknown) => {
				letGo();
				// What it still has to say is heard by nobody; an error without a listener would end the process.
				worker.on("error", () => {});
				void worker.terminate();
				reject(error);
			};
			task.signal.addEventListener("abort", stop);
			worker.on("message", hear);
			worker.once("error", fail);
			worker.once("exit", ended);
			worker.postMessage(task.input);
		});
	};
}

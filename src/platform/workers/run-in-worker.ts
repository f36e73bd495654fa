import { Worker } from "node:worker_threads";

/** What a worker thread says: how far it is, and at the end what it found. */
export type WorkerMessage<Step, Output> =
	| { readonly kind: "step"; readonly step: Step }
	| { readonly kind: "output"; readonly output: Output };

export type WorkerTask<Step> = {
	/** The module that computes: it reads `workerData` and posts WorkerMessages. Loaders of this process come with it. */
	readonly module: URL;
	readonly input: unknown;
	/** Waited for before the next step is taken up; steps that come meanwhile are dropped but for the last. */
	readonly onStep: (step: Step) => Promise<void>;
	/** Ends the thread; the promise is then rejected with the signal's reason. */
	readonly signal: AbortSignal;
	readonly memoryMb: number;
};

/** Computes on a thread of its own, so that the server goes on answering meanwhile. */
export function runInWorker<Step, Output>(
	task: WorkerTask<Step>,
): Promise<Output> {
	const worker = new Worker(task.module, {
		workerData: task.input,
		resourceLimits: { maxOldGenerationSizeMb: task.memoryMb },
	});
	return new Promise<Output>((resolve, reject) => {
		const reporting = latestOnly(task.onStep, reject);
		const stop = () => reject(task.signal.reason);
		task.signal.addEventListener("abort", stop);
		worker.on("message", (message: WorkerMessage<Step, Output>) => {
			if (message.kind === "step") reporting.offer(message.step);
			else void reporting.settled().then(() => resolve(message.output), reject);
		});
		worker.once("error", reject);
		worker.once("exit", () => {
			task.signal.removeEventListener("abort", stop);
			void reporting
				.settled()
				.then(() => reject(new Error("The worker ended without a word")));
		});
	}).finally(() => void worker.terminate());
}

/** Steps can come faster than they are written down: while one is, only the latest of the others is kept. */
export function latestOnly<Step>(
	report: (step: Step) => Promise<void>,
	fail: (error: unknown) => void,
) {
	let next: { readonly step: Step } | undefined;
	let running: Promise<void> | undefined;
	const work = async () => {
		while (next !== undefined) {
			const { step } = next;
			next = undefined;
			await report(step);
		}
		running = undefined;
	};
	return {
		offer(step: Step) {
			next = { step };
			running ??= work().catch(fail);
		},
		settled: async () => running,
	};
}

import { Worker } from "node:worker_threads";

/** Several threads that run the same module and answer questions, each one at a time. */
export type WorkerTeam<Question, Answer> = {
	/** The answers in the order of the questions, whoever gave them. */
	askAll(questions: readonly Question[]): Promise<readonly Answer[]>;
	end(): Promise<void>;
};

export type TeamPlan = {
	/** Reads `workerData` once, then answers each message with one message. Loaders of this process come with it. */
	readonly module: URL;
	readonly size: number;
	/** Copied to every thread; shared memory in it is shared. */
	readonly input: unknown;
	/** Ends the threads; questions under way are rejected with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
};

/** Starts a team. A thread that fails fails the questions under way and all later ones. */
export function startTeam<Question, Answer>(
	plan: TeamPlan,
): WorkerTeam<Question, Answer> {
	const workers = Array.from(
		{ length: plan.size },
		() => new Worker(plan.module, { workerData: plan.input }),
	);
	const failure = Promise.withResolvers<never>();
	// Whoever asks hears of it; a team that nobody asks any more fails quietly.
	failure.promise.catch(() => undefined);
	for (const worker of workers) {
		worker.once("error", failure.reject);
		worker.once("exit", () =>
			failure.reject(new Error("A thread ended before its work was done")),
		);
	}
	const stop = () => failure.reject(plan.signal?.reason);
	plan.signal?.addEventListener("abort", stop);
	if (plan.signal?.aborted === true) stop();
	return {
		async askAll(questions) {
			const answers: Answer[] = [];
			const waiting = [...questions.entries()];
			const workThrough = async (worker: Worker) => {
				for (;;) {
					const next = waiting.shift();
					if (next === undefined) return;
					const [at, question] = next;
					answers[at] = await askOne<Question, Answer>(worker, question);
				}
			};
			await Promise.race([
				Promise.all(workers.map(workThrough)),
				failure.promise,
			]);
			return answers;
		},
		async end() {
			plan.signal?.removeEventListener("abort", stop);
			await Promise.all(workers.map((worker) => worker.terminate()));
		},
	};
}

function askOne<Question, Answer>(
	worker: Worker,
	question: Question,
): Promise<Answer> {
	return new Promise((resolve) => {
		worker.once("message", resolve);
		worker.postMessage(question);
	});
}

// Solves over all pairs with several threads: they score, this one solves. The result is the same for any number of them.
import { postable } from "../../domain/matching/compiled-policy.ts";
import type {
	IndexedInput,
	IndexedResult,
} from "../../domain/matching/indexed-solve.ts";
import { solvingByIndex } from "../../domain/matching/indexed-solve.ts";
import type { Pass, PassAnswer } from "../../domain/matching/lazy-passes.ts";
import type {
	LazyInput,
	LazyResult,
	LazyStep,
} from "../../domain/matching/lazy-solve.ts";
import { solvingLazily } from "../../domain/matching/lazy-solve.ts";
import type { WorkerTeam } from "../../platform/workers/worker-team.ts";
import { startTeam } from "../../platform/workers/worker-team.ts";

/** One pass over a range of mentees. */
export type RangeQuestion = {
	readonly pass: Pass;
	readonly from: number;
	readonly to: number;
};

export type ThreadOptions = {
	readonly threads: number;
	readonly signal?: AbortSignal;
	readonly onStep?: (step: LazyStep) => void;
};

/** As `solveLazily`, on threads of their own but for the solving itself. */
export function solveLazilyInThreads(
	input: LazyInput,
	options: ThreadOptions,
): Promise<LazyResult> {
	return inThreads(input, solvingLazily(input), options);
}

/** As `solveByIndex`, likewise. */
export function solveByIndexInThreads(
	input: IndexedInput,
	options: ThreadOptions,
): Promise<IndexedResult> {
	return inThreads(input, solvingByIndex(input), options);
}

async function inThreads<Result>(
	input: Pick<LazyInput, "compiled" | "mentees">,
	steps: Generator<LazyStep, Result, readonly PassAnswer[] | undefined>,
	{ threads, signal, onStep }: ThreadOptions,
): Promise<Result> {
	const team = startTeam<RangeQuestion, PassAnswer>({
		module: new URL("all-pairs-thread.ts", import.meta.url),
		size: threads,
		input: postable(input.compiled),
		signal,
	});
	try {
		let step = steps.next();
		while (step.done !== true) {
			onStep?.(step.value);
			step =
				step.value.kind === "pass"
					? steps.next(await askRanges(team, step.value.pass, input, threads))
					: steps.next();
		}
		return step.value;
	} finally {
		await team.end();
	}
}

// More ranges than threads, so that a thread whose core is busy elsewhere holds nobody up.
const RANGES_A_THREAD = 3;

function askRanges(
	team: WorkerTeam<RangeQuestion, PassAnswer>,
	pass: Pass,
	{ mentees }: Pick<LazyInput, "mentees">,
	threads: number,
): Promise<readonly PassAnswer[]> {
	// A range visits every block of an index: there, fewer are cheaper.
	const ranges = pass.kind === "index" ? threads : threads * RANGES_A_THREAD;
	const start = (k: number) => Math.floor((k * mentees.length) / ranges);
	return team.askAll(
		Array.from({ length: ranges }, (_, k) => ({
			pass,
			from: start(k),
			to: start(k + 1),
		})),
	);
}

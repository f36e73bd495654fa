import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { addJob, type Job } from "../../platform/jobs/jobs.ts";
import { runInWorker } from "../../platform/workers/run-in-worker.ts";
import {
	storeGuarded,
	storeOtherFrontier,
	storeProvedBound,
} from "./commands/store-plans.ts";
import type { EquityFound, EquityTask } from "./equity-worker.ts";
import { priceInput } from "./queries/run-input.ts";
import { type Result, whileCurrent } from "./while-current.ts";

/**
 * The equity-guarded plan beside the others, then what the measure it does not keep would cost, then whether an integer solver proves it best where
 * mixtures left a gap. All can take long: one at a time.
 */
export const equityJobs: readonly Job[] = [
	{
		name: "guard-round",
		run: async (payload, database) => {
			const result = readResult(payload);
			const found = await compute(database, result, "plan");
			if (found?.part !== "plan" || found.plan === undefined) return;
			const { plan } = found;
			await as(database, async (tx) => {
				await storeGuarded(tx, result, plan);
				await askFor(tx, result, "price-other-measure");
				const { upperBound, total } = plan.totals;
				if (upperBound - total >= 1) await askFor(tx, result, "prove-guarded");
			});
		},
	},
	{
		name: "price-other-measure",
		run: async (payload, database) => {
			const result = readResult(payload);
			const found = await compute(database, result, "other-frontier");
			if (found?.part !== "other-frontier") return;
			await as(database, (tx) => storeOtherFrontier(tx, result, found.points));
		},
	},
	{
		name: "prove-guarded",
		run: async (payload, database) => {
			const result = readResult(payload);
			const found = await compute(database, result, "proof");
			if (found?.part !== "proof" || found.bound === undefined) return;
			const { bound } = found;
			await as(database, (tx) => storeProvedBound(tx, result, bound));
		},
	},
];

/** Asks for the guarded plan of a result. Must run as the process `pairing`. */
export function askForGuarded(tx: Tx, result: Result): Promise<void> {
	return addJob(tx, "guard-round", result, {
		key: `guard-${result.round}`,
		queue: "equity",
	});
}

function askFor(
	tx: Tx,
	result: Result,
	job: "price-other-measure" | "prove-guarded",
): Promise<void> {
	return addJob(tx, job, result, {
		key: `${job}-${result.round}`,
		queue: "equity",
	});
}

/** Nothing where the round was computed anew meanwhile. */
async function compute(
	database: Database,
	result: Result,
	part: EquityTask["part"],
): Promise<EquityFound | undefined> {
	const { round, fingerprint } = result;
	const input = await as(database, (tx) => priceInput(tx, round, fingerprint));
	if (input === undefined) return undefined;
	const task: EquityTask = { input, part };
	return whileCurrent(database, result, (signal) =>
		runInWorker<never, EquityFound>({
			module: new URL("./equity-worker.ts", import.meta.url),
			input: task,
			signal,
			memoryMb: 2048,
			onStep: async () => {},
		}),
	);
}

function readResult(payload: Readonly<Record<string, unknown>>): Result {
	return {
		round: String(payload["round"]),
		fingerprint: String(payload["fingerprint"]),
	};
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}

import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { addJob, type Job } from "../../platform/jobs/jobs.ts";
import { runInWorker } from "../../platform/workers/run-in-worker.ts";
import { storeGuarded, storeOtherFrontier } from "./commands/store-plans.ts";
import type { EquityFound, EquityTask } from "./equity-worker.ts";
import { priceInput } from "./queries/run-input.ts";
import { type Result, whileCurrent } from "./while-current.ts";

/** The equity-guarded plan beside the others, then what the measure it does not keep would cost. Both can take long: one at a time. */
export const equityJobs: readonly Job[] = [
	{
		name: "guard-round",
		run: async (payload, database) => {
			const result = readResult(payload);
			const plan = await compute(database, result, "plan");
			if (plan === null || !("kind" in plan)) return;
			await as(database, async (tx) => {
				await storeGuarded(tx, result, plan);
				await askForFrontier(tx, result);
			});
		},
	},
	{
		name: "price-other-measure",
		run: async (payload, database) => {
			const result = readResult(payload);
			const points = await compute(database, result, "other-frontier");
			if (points === null || "kind" in points) return;
			await as(database, (tx) => storeOtherFrontier(tx, result, points));
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

function askForFrontier(tx: Tx, result: Result): Promise<void> {
	return addJob(tx, "price-other-measure", result, {
		key: `price-other-measure-${result.round}`,
		queue: "equity",
	});
}

/** Nothing where the round was computed anew meanwhile. */
async function compute(
	database: Database,
	result: Result,
	part: EquityTask["part"],
): Promise<EquityFound> {
	const { round, fingerprint } = result;
	const input = await as(database, (tx) => priceInput(tx, round, fingerprint));
	if (input === undefined) return null;
	const task: EquityTask = { input, part };
	const found = await whileCurrent(database, result, (signal) =>
		runInWorker<never, EquityFound>({
			module: new URL("./equity-worker.ts", import.meta.url),
			input: task,
			signal,
			memoryMb: 2048,
			onStep: async () => {},
		}),
	);
	return found ?? null;
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

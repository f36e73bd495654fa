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

type Result = { readonly round: string; readonly fingerprint: string };

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

const MILLISECONDS_BETWEEN_LOOKS = 1000;

/** Nothing where the round was computed anew meanwhile: then whatever is at work is given up, and makes room for the next. */
async function compute(
	database: Database,
	{ round, fingerprint }: Result,
	part: EquityTask["part"],
): Promise<EquityFound> {
	const input = await as(database, (tx) => priceInput(tx, round, fingerprint));
	if (input === undefined) return null;
	const stop = new AbortController();
	const watch = setInterval(() => {
		void as(database, (tx) => isCurrent(tx, { round, fingerprint })).then(
			(isWanted) => isWanted || stop.abort(new Error("overtaken")),
			() => {},
		);
	}, MILLISECONDS_BETWEEN_LOOKS);
	try {
		const task: EquityTask = { input, part };
		return await runInWorker<never, EquityFound>({
			module: new URL("./equity-worker.ts", import.meta.url),
			input: task,
			signal: stop.signal,
			memoryMb: 2048,
			onStep: async () => {},
		});
	} catch (error) {
		if (stop.signal.aborted) return null;
		throw error;
	} finally {
		clearInterval(watch);
	}
}

async function isCurrent(
	tx: Tx,
	{ round, fingerprint }: Result,
): Promise<boolean> {
	const row = await tx
		.selectFrom("round")
		.select("id")
		.where("id", "=", round)
		.where("fingerprint", "=", fingerprint)
		.executeTakeFirst();
	return row !== undefined;
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

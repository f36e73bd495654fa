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
	storeOthers,
	storeProvedBound,
} from "./commands/store-plans.ts";
import type { EquityFound, EquityTask } from "./equity-worker.ts";
import { type EquityPart, equityPartsLeft } from "./queries/equity-parts.ts";
import { priceInput } from "./queries/run-input.ts";
import { whileWanted } from "./works/run.ts";
import type { WorkId, WorkStep } from "./works/steps.ts";
import { beginWork, endWork, finishWork, holdWanted } from "./works/store.ts";

/**
 * The plans for other aims where they follow, the equity-guarded plan beside them, then what the measure it does not keep would cost, then whether an integer solver proves it best where
 * mixtures left a gap. All can take long: one at a time.
 */
export const equityJobs: readonly Job[] = [
	{
		name: "plan-other-aims",
		run: (payload, database) =>
			workPart(database, payload, "others", async (tx, id, found) => {
				if (found.part === "others") await storeOthers(tx, id, found.plans);
				await goOn(tx, id, "others");
			}),
	},
	{
		name: "guard-round",
		run: (payload, database) =>
			workPart(database, payload, "plan", async (tx, id, found) => {
				if (found.part !== "plan" || found.plan === undefined)
					return finishWork(tx, id);
				await storeGuarded(tx, id, found.plan);
				await goOn(tx, id, "plan");
			}),
	},
	{
		name: "price-other-measure",
		run: (payload, database) =>
			workPart(database, payload, "other-frontier", async (tx, id, found) => {
				if (found.part === "other-frontier")
					await storeOtherFrontier(tx, id, found.points);
				await goOn(tx, id, "other-frontier");
			}),
	},
	{
		name: "prove-guarded",
		run: (payload, database) =>
			workPart(database, payload, "proof", async (tx, id, found) => {
				if (found.part !== "proof" || found.bound === undefined) {
					await endWork(tx, id, "undecided");
					return;
				}
				await storeProvedBound(tx, id, found.bound);
				await finishWork(tx, id);
			}),
	},
];

const jobOf = {
	others: "plan-other-aims",
	plan: "guard-round",
	"other-frontier": "price-other-measure",
	proof: "prove-guarded",
} as const;

const stageOf = {
	others: "other-plans",
	plan: "guarded-plan",
	"other-frontier": "other-measure",
	proof: "proof",
} as const;

/** Asks for what is worked out about a result between groups, from the first part that is not there yet. Must run as the process `pairing`. */
export async function askForEquity(
	tx: Tx,
	result: { readonly round: string; readonly fingerprint: string },
): Promise<void> {
	const id: WorkId = { ...result, work: "equity" };
	const [first = "plan"] = await equityPartsLeft(tx, result.round);
	await beginWork(tx, id);
	await askFor(tx, id, first);
}

/** The next part that is wanted, or the end. */
async function goOn(tx: Tx, id: WorkId, after: EquityPart): Promise<void> {
	const parts: readonly EquityPart[] = [
		"others",
		"plan",
		"other-frontier",
		"proof",
	];
	const left = await equityPartsLeft(tx, id.round);
	const next = left.find((part) => parts.indexOf(part) > parts.indexOf(after));
	if (next === undefined) await finishWork(tx, id);
	else await askFor(tx, id, next);
}

function askFor(
	tx: Tx,
	{ round, fingerprint }: WorkId,
	part: EquityPart,
): Promise<void> {
	return addJob(
		tx,
		jobOf[part],
		{ round, fingerprint },
		{ key: `${jobOf[part]}-${round}`, queue: "equity" },
	);
}

/** Computes a part and stores it in one transaction; nothing at all where it was stopped, or the round was planned anew meanwhile. */
async function workPart(
	database: Database,
	payload: Readonly<Record<string, unknown>>,
	part: EquityPart,
	store: (tx: Tx, id: WorkId, found: EquityFound) => Promise<void>,
): Promise<void> {
	const id: WorkId = {
		round: String(payload["round"]),
		fingerprint: String(payload["fingerprint"]),
		work: "equity",
	};
	const input = await as(database, (tx) =>
		priceInput(tx, id.round, id.fingerprint),
	);
	if (input === undefined) return;
	const task: EquityTask = { input, part };
	const found = await whileWanted(
		database,
		id,
		stageOf[part],
		({ signal, onStep }) =>
			runInWorker<WorkStep, EquityFound>({
				module: new URL("./equity-worker.ts", import.meta.url),
				input: task,
				signal,
				memoryMb: 2048,
				onStep,
			}),
	);
	if (found === undefined) return;
	await as(database, async (tx) => {
		if (await holdWanted(tx, id)) await store(tx, id, found);
	});
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}

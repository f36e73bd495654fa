import {
	type Database,
	transact,
	type Tx,
	nowOf,
} from "../../platform/database/database.ts";
import { notify } from "../../platform/database/notifications.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { runInWorker } from "../../platform/workers/run-in-worker.ts";
import { peopleChanged } from "../people/changed.ts";
import { talkedWith, withoutTalked } from "./chemistry/answers.ts";
import { chemistryJobs } from "./chemistry/jobs.ts";
import { moverJobs } from "./movers/jobs.ts";
import { computeDraft, draftTask, storeResult } from "./drafts/compute.ts";
import { lapseProposal, overdueProposals } from "./commands/lapse.ts";
import { auditJobs } from "./audit/jobs.ts";
import { equityJobs } from "./equity-jobs.ts";
import { remindProposals } from "./commands/remind.ts";
import { remindPlace } from "./commands/remind-places.ts";
import { storeLosses, storeRecruiting } from "./commands/store-losses.ts";
import { keepResult } from "./commands/keep-result.ts";
import { type Run, storeProblem } from "./commands/store-run.ts";
import { pairOnThread } from "./pairing-thread.ts";
import type { PairingInput, PairingResult, PairingStep } from "./pairing.ts";
import { type Prices, withoutMoves } from "./pair-losses.ts";
import { roundTopic } from "./queries/rounds.ts";
import { pairingInput, priceInput, roundToRun } from "./queries/run-input.ts";

export const matchingJobs: readonly Job[] = [
	...chemistryJobs,
	...moverJobs,
	{
		name: "pair-round",
		run: ({ round, run }, database) =>
			pairRound(database, { round: String(round), run: String(run) }),
	},
	{
		name: "price-pairs",
		run: ({ round, fingerprint }, database) =>
			pricePairs(database, String(round), String(fingerprint)),
	},
	...auditJobs,
	...equityJobs,
	{
		name: "plan-draft",
		run: ({ round, draft }, database) =>
			planDraftJob(database, String(round), String(draft)),
	},
	{
		name: "remind-proposals",
		run: ({ round, number, origin }, database) =>
			as(database, (tx) =>
				remindProposals(tx, {
					round: String(round),
					number: Number(number),
					origin: String(origin),
				}),
			),
	},
	{
		name: "remind-place",
		run: ({ request, number, origin }, database) =>
			as(database, (tx) =>
				remindPlace(tx, {
					request: String(request),
					number: Number(number),
					origin: String(origin),
				}),
			),
	},
	{
		name: "lapse-proposals",
		run: async ({ round, origin }, database) => {
			const due = await as(database, (tx) =>
				overdueProposals(tx, String(round)),
			);
			for (const id of due)
				await as(database, (tx) => lapseProposal(tx, id, String(origin)));
			// Somebody else can be proposed at once.
			if (due.length > 0) await as(database, peopleChanged);
		},
	},
];

class Stopped extends Error {
	override readonly name = "Stopped";
}

/** Computes on a thread of its own; its progress is written on short transactions, its result in one. */
async function pairRound(database: Database, run: Run): Promise<void> {
	try {
		const input = await as(database, async (tx) => {
			const round = await roundToRun(tx, run);
			return round && pairingInput(tx, round);
		});
		if (input === undefined) return;
		const found = await compute(database, run, input);
		await as(database, async (tx) => {
			if (found.ok) await keepResult(tx, run, input, found);
			else await storeProblem(tx, run, found.problem);
		});
	} catch (error) {
		if (error instanceof Stopped) return;
		await as(database, (tx) => storeProblem(tx, run, "broken"));
		throw error;
	}
}

/** A draft planned beside its round; of one that was changed or settled meanwhile nothing is written. */
async function planDraftJob(
	database: Database,
	round: string,
	draft: string,
): Promise<void> {
	const task = await as(database, (tx) => draftTask(tx, round, draft));
	if (task === undefined) return;
	const found = await computeDraft(task.input, new AbortController().signal);
	await as(database, (tx) => storeResult(tx, task, found));
}

/** What each pair is worth to the whole; nothing is written where the round was computed anew meanwhile. */
async function pricePairs(
	database: Database,
	round: string,
	fingerprint: string,
): Promise<void> {
	const input = await as(database, (tx) => priceInput(tx, round, fingerprint));
	if (input === undefined) return;
	const { losses, recruiting } = await runInWorker<never, Prices>({
		module: new URL("./losses-worker.ts", import.meta.url),
		input,
		signal: new AbortController().signal,
		memoryMb: 2048,
		onStep: async () => {},
	});
	await as(database, async (tx) => {
		const talked = await talkedWith(tx, round);
		const shown =
			talked.size === 0 ? losses : withoutMoves(withoutTalked(losses, talked));
		await storeLosses(tx, { round, fingerprint }, shown);
		// After private talks, whose places are wanted could tell who said no to whom.
		if (talked.size === 0)
			await storeRecruiting(tx, { round, fingerprint }, recruiting);
	});
}

function compute(
	database: Database,
	run: Run,
	input: PairingInput,
): Promise<PairingResult> {
	const stop = new AbortController();
	return pairOnThread({
		input,
		signal: stop.signal,

		onStep: async (step) => {
			const isWanted = await as(database, (tx) => noteStep(tx, run, step));
			if (!isWanted) stop.abort(new Stopped());
		},
	});
}

/** False where nobody wants the run any more. */
async function noteStep(
	tx: Tx,
	{ round, run }: Run,
	{ phase, done }: PairingStep,
): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable("round_progress")
		.set({ phase, done, updated_at: nowOf(tx) })
		.where("round_id", "=", round)
		.where("run_id", "=", run)
		.where("cancelled_at", "is", null)
		.executeTakeFirst();
	await notify(tx, roundTopic(round));
	return numUpdatedRows > 0n;
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}

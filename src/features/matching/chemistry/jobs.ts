import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import type { Job } from "../../../platform/jobs/jobs.ts";
import { pairOnThread } from "../pairing-thread.ts";
import { roundTopic } from "../queries/rounds.ts";
import { endTalks } from "./commands.ts";
import { remindTalks, storeTalks, talkInput } from "./propose.ts";

export const chemistryJobs: readonly Job[] = [
	{
		name: "propose-talks",
		run: ({ round, origin }, database) =>
			proposeTalks(database, String(round), String(origin)),
	},
	{
		name: "remind-talks",
		run: ({ round, origin }, database) =>
			as(database, (tx) => remindTalks(tx, String(round), String(origin))),
	},
	{
		name: "end-talks",
		run: ({ round }, database) =>
			as(database, (tx) => endTalks(tx, String(round))),
	},
];

async function proposeTalks(
	database: Database,
	round: string,
	origin: string,
): Promise<void> {
	try {
		const input = await as(database, (tx) => talkInput(tx, round));
		if (input === undefined) return;
		const found = await pairOnThread({
			input: { ...input, isAlone: true },
			signal: new AbortController().signal,
			onStep: async () => {},
		});
		await as(database, async (tx) => {
			if (found.ok) await storeTalks(tx, round, found.pairs, origin);
			else await noteProblem(tx, round, "policy");
			await notify(tx, roundTopic(round));
		});
	} catch (error) {
		await as(database, (tx) => noteProblem(tx, round, "broken"));
		throw error;
	}
}

async function noteProblem(
	tx: Tx,
	round: string,
	problem: "policy" | "broken",
): Promise<void> {
	await tx
		.updateTable("chemistry")
		.set({ problem })
		.where("round_id", "=", round)
		.where("proposed_at", "is", null)
		.execute();
	await notify(tx, roundTopic(round));
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}

// Long work about a plan, done while somebody waits for it: given up as soon as it is stopped, or the round is planned anew.
import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { endWork, isWanted, noteProgress } from "./store.ts";
import type { Stage, WorkId, WorkStep } from "./steps.ts";

export type WorkSteps = {
	readonly signal: AbortSignal;
	readonly onStep: (step: WorkStep) => Promise<void>;
};

const MILLISECONDS_BETWEEN_LOOKS = 1000;

/**
 * What the work comes to; nothing where it was given up. Its time is told every second, also while the work itself says nothing. Throws what the work
 * throws, and notes that it failed.
 */
export async function whileWanted<Found>(
	database: Database,
	id: WorkId,
	stage: Stage,
	work: (steps: WorkSteps) => Promise<Found>,
): Promise<Found | undefined> {
	const began = performance.now();
	const stop = new AbortController();
	let last: WorkStep = {};
	const look = async () => {
		const seconds = Math.floor((performance.now() - began) / 1000);
		const wanted = await as(database, async (tx) => {
			const still = await isWanted(tx, id);
			if (still) await noteProgress(tx, id, stage, { ...last, seconds });
			return still;
		});
		if (!wanted) stop.abort(new Error("nobody waits for it"));
		return wanted;
	};
	if (!(await look())) return undefined;
	const watch = setInterval(
		() => void look().catch(() => {}),
		MILLISECONDS_BETWEEN_LOOKS,
	);
	try {
		return await work({
			signal: stop.signal,
			onStep: async (step) => {
				last = step;
				await look();
			},
		});
	} catch (error) {
		if (stop.signal.aborted) return undefined;
		await as(database, (tx) => endWork(tx, id, "failed"));
		throw error;
	} finally {
		clearInterval(watch);
	}
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}

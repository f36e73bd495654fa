import type { Tx } from "../../../platform/database/database.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { pairOnThread } from "../pairing-thread.ts";
import type { PairingInput, PairingResult } from "../pairing.ts";
import { namesOf } from "../queries/names.ts";
import { pairingInput, roundToRun } from "../queries/run-input.ts";
import { namedInTrouble, runTrouble } from "../run-trouble.ts";
import { keepResult } from "./keep-result.ts";
import { beginRun } from "./rounds.ts";

/** How long whoever decided waits for the new plan before a page with progress takes over. */
const PATIENCE_MS = 2000;

/**
 * Solves the whole round anew around what was decided, within the same transaction: nobody ever sees a decision beside pairs that do not
 * heed it. What takes too long goes on as a job. Refuses, and with it the decision, where no plan is possible any more.
 */
export async function resolveNow(
	tx: Tx,
	round: string,
): Promise<"resolved" | "underway"> {
	const run = { round, run: await beginRun(tx, round) };
	const input = await actingAs(tx, "pairing", async () => {
		const wanted = await roundToRun(tx, run);
		return wanted && pairingInput(tx, wanted);
	});
	if (input === undefined) return "underway";
	const found = await computeWithin(input, PATIENCE_MS);
	if (found === "too-long") {
		await addJob(tx, "pair-round", run);
		return "underway";
	}
	if (!found.ok) {
		const names = await namesOf(tx, namedInTrouble(found.problem));
		const { lines } = runTrouble(found.problem, (id) => names.get(id) ?? id);
		throw new Invalid(
			{},
			[t("No plan is possible around this."), ...lines].join(" "),
		);
	}
	await actingAs(tx, "pairing", () => keepResult(tx, run, input, found));
	return "resolved";
}

/** Computes on a thread of its own and gives up after a while. */
export async function computeWithin(
	input: PairingInput,
	milliseconds: number,
): Promise<PairingResult | "too-long"> {
	const signal = AbortSignal.timeout(milliseconds);
	try {
		return await pairOnThread({
			input,
			signal,
			onStep: async () => {},
		});
	} catch (error) {
		if (signal.aborted) return "too-long";
		throw error;
	}
}

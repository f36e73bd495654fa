import type { Tx } from "../../../platform/database/database.ts";
import { talkedWith, withoutTalked } from "../chemistry/answers.ts";
import type { PairingInput, PairingResult } from "../pairing.ts";
import { type Run, storeRun } from "./store-run.ts";

/** Stores what a run found; nobody with whom a mentee has talked already stands among the alternatives. Must run as `pairing`. */
export async function keepResult(
	tx: Tx,
	run: Run,
	input: PairingInput,
	found: PairingResult & { readonly ok: true },
): Promise<boolean> {
	const talked = await talkedWith(tx, run.round);
	const pairs = withoutTalked(found.pairs, talked);
	return storeRun(tx, run, input, { ...found, pairs });
}

import { parentPort, workerData } from "node:worker_threads";
import { swapAudit } from "../../../domain/matching/equity/swap-audit.ts";
import type { WorkerMessage } from "../../../platform/workers/run-in-worker.ts";
import type { PairingInput } from "../pairing.ts";
import { policyOf, readDocument } from "../policy-document.ts";
import { finish } from "../round-plan.ts";
import { type AuditResult, suppressed } from "./suppress.ts";

export type AuditTask = {
	readonly input: PairingInput;
	readonly facts: readonly {
		readonly fact: string;
		readonly isInConfidence: boolean;
	}[];
};

/** Results are suppressed here already: who would have whom never leaves the thread. */
export type AuditFound = readonly {
	readonly fact: string;
	readonly result: AuditResult;
}[];

const { input, facts }: AuditTask = workerData;
const policy = policyOf(readDocument(input.policy));
const output = facts.map(({ fact, isInConfidence }) => ({
	fact,
	result: suppressed(
		finish(
			swapAudit({
				policy,
				mentors: input.mentors,
				mentees: input.mentees,
				objective: input.objective === "total" ? "total" : "people",
				seed: input.seed,
				column: fact,
			}),
		),
		isInConfidence,
	),
}));
const message: WorkerMessage<never, AuditFound> = { kind: "output", output };
parentPort?.postMessage(message);

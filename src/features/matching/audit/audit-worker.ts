import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../../platform/workers/run-in-worker.ts";
import type { PairingInput } from "../pairing.ts";
import { auditFact } from "./audit-fact.ts";
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
const output = facts.map(({ fact, isInConfidence }) => ({
	fact,
	result: suppressed(auditFact(input, fact), isInConfidence),
}));
const message: WorkerMessage<never, AuditFound> = { kind: "output", output };
parentPort?.postMessage(message);

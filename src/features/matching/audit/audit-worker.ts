import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "../../../platform/workers/run-in-worker.ts";
import type { PairingInput } from "../pairing.ts";
import { atTimes, type WorkStep } from "../works/steps.ts";
import { auditFact, solvesForFact } from "./audit-fact.ts";
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
const onStep = atTimes(
	(step) => tell({ kind: "step", step }),
	() => performance.now(),
);
const of = facts.reduce((sum, { fact }) => sum + solvesForFact(input, fact), 0);
let begun = 0;
const output = facts.map(({ fact, isInConfidence }) => ({
	fact,
	result: suppressed(
		auditFact(input, fact, () => onStep({ fact, done: begun++, of })),
		isInConfidence,
	),
}));
tell({ kind: "output", output });

function tell(message: WorkerMessage<WorkStep, AuditFound>): void {
	parentPort?.postMessage(message);
}

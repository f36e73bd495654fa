import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { addJob, type Job } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { runInWorker } from "../../../platform/workers/run-in-worker.ts";
import { actingAs } from "../../programs/acting.ts";
import { isConfidential } from "../confidence.ts";
import type { PairingInput } from "../pairing.ts";
import { policyOf, readDocument } from "../policy-document.ts";
import { priceInput } from "../queries/run-input.ts";
import { whileWanted } from "../works/run.ts";
import type { WorkId, WorkStep } from "../works/steps.ts";
import { beginWork, finishWork, holdWanted } from "../works/store.ts";
import type { AuditFound, AuditTask } from "./audit-worker.ts";

export const auditJobs: readonly Job[] = [
	{
		name: "audit-round",
		run: ({ round, fingerprint }, database) =>
			auditRound(database, String(round), String(fingerprint)),
	},
];

/** Asks for the audit of a round's plan; nothing where it has none. */
export async function askForAudit(
	tx: Tx,
	{
		id: round,
		fingerprint,
	}: { readonly id: string; readonly fingerprint: string | null },
): Promise<void> {
	if (fingerprint === null) return;
	await actingAs(tx, "pairing", () =>
		beginWork(tx, { round, fingerprint, work: "audit" }),
	);
	await addJob(
		tx,
		"audit-round",
		{ round, fingerprint },
		{ key: `audit-${round}`, queue: "equity" },
	);
}

/** Solves the round again with each fact exchanged; nothing is written where it was computed anew meanwhile. */
async function auditRound(
	database: Database,
	round: string,
	fingerprint: string,
): Promise<void> {
	const input = await as(database, (tx) => priceInput(tx, round, fingerprint));
	if (input === undefined) return;
	const { status } = await as(database, (tx) =>
		tx
			.selectFrom("round")
			.select("status")
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	const facts = factsOf(input);
	const isFinal = status === "published" || status === "closed";
	const later = isFinal ? [] : facts.filter((one) => one.isInConfidence);
	const task: AuditTask = {
		input,
		facts: facts.filter((one) => !later.includes(one)),
	};
	const id: WorkId = { round, fingerprint, work: "audit" };
	const found = await whileWanted(
		database,
		id,
		"exchange",
		({ signal, onStep }) =>
			runInWorker<WorkStep, AuditFound>({
				module: new URL("./audit-worker.ts", import.meta.url),
				input: task,
				signal,
				memoryMb: 2048,
				onStep,
			}),
	);
	if (found === undefined) return;
	await as(database, async (tx) => {
		if (!(await holdWanted(tx, id))) return;
		await store(tx, id, [
			...found,
			...later.map(({ fact }) => ({
				fact,
				result: { kind: "after-publication" as const },
			})),
		]);
		await finishWork(tx, id);
	});
}

/** What the policy protects, what it compares of what people told in confidence, and what the directory shows of everyone. */
function factsOf(input: PairingInput): AuditTask["facts"] {
	const policy = policyOf(readDocument(input.policy));
	const own = new Set(input.ownSensitive);
	const compared = [...policy.columns]
		.filter(
			([column, { kind }]) =>
				isConfidential(column, own) && (kind === "text" || kind === "scale"),
		)
		.map(([column]) => column);
	return [
		...new Set([...policy.protectedColumns, ...compared, "function", "unit"]),
	].map((fact) => ({ fact, isInConfidence: isConfidential(fact, own) }));
}

async function store(
	tx: Tx,
	{
		round,
		fingerprint,
	}: { readonly round: string; readonly fingerprint: string },
	found: AuditFound,
): Promise<void> {
	await tx.deleteFrom("round_audit").where("round_id", "=", round).execute();
	if (found.length > 0)
		await tx
			.insertInto("round_audit")
			.values(
				found.map(({ fact, result }) => ({
					round_id: round,
					fact,
					fingerprint,
					result: JSON.stringify(result),
				})),
			)
			.execute();
	await record(tx, {
		act: "audit-round",
		subject: { kind: "round", id: round },
		detail: { facts: found.length },
	});
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		work,
	);
}

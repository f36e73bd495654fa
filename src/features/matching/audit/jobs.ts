import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { addJob, type Job } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { runInWorker } from "../../../platform/workers/run-in-worker.ts";
import { isConfidential } from "../confidence.ts";
import type { PairingInput } from "../pairing.ts";
import { policyOf, readDocument } from "../policy-document.ts";
import { priceInput } from "../queries/run-input.ts";
import { whileCurrent } from "../while-current.ts";
import type { AuditFound, AuditTask } from "./audit-worker.ts";

export const auditJobs: readonly Job[] = [
	{
		name: "audit-round",
		run: ({ round, fingerprint }, database) =>
			auditRound(database, String(round), String(fingerprint)),
	},
];

/** Asks for the audit of a round's plan. */
export function askForAudit(
	tx: Tx,
	{
		id,
		fingerprint,
	}: { readonly id: string; readonly fingerprint: string | null },
): Promise<void> {
	return addJob(
		tx,
		"audit-round",
		{ round: id, fingerprint: fingerprint ?? "" },
		{ key: `audit-${id}`, queue: "equity" },
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
	const found = await whileCurrent(database, { round, fingerprint }, (signal) =>
		runInWorker<never, AuditFound>({
			module: new URL("./audit-worker.ts", import.meta.url),
			input: task,
			signal,
			memoryMb: 2048,
			onStep: async () => {},
		}),
	);
	if (found === undefined) return;
	await as(database, (tx) =>
		store(tx, { round, fingerprint }, [
			...found,
			...later.map(({ fact }) => ({
				fact,
				result: { kind: "after-publication" as const },
			})),
		]),
	);
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

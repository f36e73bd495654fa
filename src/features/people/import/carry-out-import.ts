import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { logError } from "../../../platform/log/log.ts";
import type { LeavingReaction } from "../leaving.ts";
import { forgetPreview, type Run } from "./check-import.ts";
import { enqueue, subjectOf } from "./commands/status.ts";
import { carryOut } from "./commands/carry-out.ts";
import { finishImport } from "./commands/finish.ts";
import { followMovements } from "./commands/leaving.ts";
import { lockPeople } from "./commands/lock-people.ts";
import { gatherDraftInput } from "./draft-input.ts";
import type { ImportSummary } from "./import-record.ts";
import { asImport, progressReport, type ReportProgress } from "./progress.ts";
import {
	findImport,
	importFile,
	type PeopleImport,
} from "./queries/imports.ts";
import { leavingPeople } from "./queries/preview.ts";
import { draftOnThread } from "./thread/on-thread.ts";

/** Ends the one transaction: nothing of it stays, and this is said about it. */
class Failed extends Error {
	readonly failure: NonNullable<ImportSummary["failure"]>;
	constructor(code: string, detail: Readonly<Record<string, unknown>> = {}) {
		super(code);
		this.failure = { code, detail };
	}
}

/** The world has changed since somebody looked. */
class Outdated extends Error {}

/**
 * Carries out an import that was looked at and decided on, in one transaction. The plan is made again under a lock: if it is no longer the
 * one that was agreed to, nothing is written and the new one is shown.
 */
export async function carryOutImport(
	database: Database,
	run: Run,
	reactions: readonly LeavingReaction[],
): Promise<void> {
	const report = progressReport(database, run.import);
	try {
		await transact(database, asImport, async (tx) => {
			await lockPeople(tx);
			const found = await currentRun(tx, run, "importing");
			if (found !== null) await writeAll(tx, found, { reactions, report });
		});
	} catch (error) {
		await transact(database, asImport, (tx) => sayWhy(tx, run, error));
	}
}

/** The import a job was enqueued for, locked; null: it has moved on, and the job has nothing left to do. */
export async function currentRun(
	tx: Tx,
	{ import: id, run }: Run,
	status: PeopleImport["status"],
): Promise<PeopleImport | null> {
	const found = await findImport(tx, id);
	return found.runId === run && found.status === status ? found : null;
}

async function writeAll(
	tx: Tx,
	found: PeopleImport,
	{
		reactions,
		report,
	}: {
		readonly reactions: readonly LeavingReaction[];
		readonly report: ReportProgress;
	},
): Promise<void> {
	const { id, mapping, choices, summary } = found;
	const began = performance.now();
	await report("reading", 0, 0);
	const bytes = await importFile(tx, id);
	if (mapping === null || bytes === null) throw new Outdated();
	const leaving = await leavingPeople(tx, id);
	const gathered = await gatherDraftInput(tx, {
		bytes,
		mapping,
		choices,
		leaving,
		wanted: "writes",
		now: new Date(),
	});
	if (!gathered.ok) throw new Outdated();
	await report("comparing", 0, 0);
	const draft = await draftOnThread(gathered.input, choices.locale);
	if (!draft.ok) throw new Failed("file", { ...draft.problem });
	const isAgreed = draft.hash === summary.hash && !draft.isLeavingOutdated;
	const { writes, figures } = draft;
	if (!isAgreed || writes === null) throw new Outdated();
	const by = await starter(tx, id);
	const house = await carryOut(tx, {
		id,
		writes,
		figures,
		program: choices.program,
		by,
		today: gathered.input.context.today,
		report,
	});
	const refusal = await followMovements(tx, {
		left: writes.leftIds,
		returned: writes.returnedIds,
		by,
		reactions,
	});
	if (refusal !== null) throw new Failed(refusal);
	await finishImport(tx, id, {
		house,
		summary: {
			figures,
			hash: draft.hash,
			left: writes.leftIds.length,
			seconds: (performance.now() - began) / 1000,
		},
	});
}

async function starter(tx: Tx, id: string): Promise<string | null> {
	const row = await tx
		.selectFrom("people_import")
		.select("started_by")
		.where("id", "=", id)
		.executeTakeFirst();
	return row?.started_by ?? null;
}

async function sayWhy(tx: Tx, run: Run, error: unknown): Promise<void> {
	if ((await currentRun(tx, run, "importing")) === null) return;
	const { import: id } = run;
	if (error instanceof Outdated) {
		await tx
			.updateTable("people_import")
			.set({
				status: "checking",
				summary: JSON.stringify({ isSecondLook: true }),
			})
			.where("id", "=", id)
			.execute();
		await forgetPreview(tx, id);
		await enqueue(tx, id, "people-import-check");
		await record(tx, { act: "compare-people-anew", subject: subjectOf(id) });
		return;
	}
	const failure =
		error instanceof Failed ? error.failure : { code: "bug", detail: {} };
	if (!(error instanceof Failed)) logError("people-import-failed", error);
	await tx
		.updateTable("people_import")
		.set({ status: "failed", summary: JSON.stringify({ failure }) })
		.where("id", "=", id)
		.execute();
	await record(tx, {
		act: "fail-import",
		subject: subjectOf(id),
		detail: { why: failure.code },
	});
}

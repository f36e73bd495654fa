import { sql } from "kysely";
import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { logError } from "../../../platform/log/log.ts";
import { subjectOf } from "./commands/status.ts";
import { type DraftGathering, gatherDraftInput } from "./draft-input.ts";
import type { ImportSummary } from "./import-record.ts";
import { asImport, progressReport } from "./progress.ts";
import {
	findImport,
	importFile,
	type PeopleImport,
} from "./queries/imports.ts";
import type { ImportPreview } from "./thread/draft-import.ts";
import { draftOnThread } from "./thread/on-thread.ts";

/** An import, and which of its runs a job was enqueued for. */
export type Run = { readonly import: string; readonly run: string };

type Outcome = {
	readonly summary: ImportSummary;
	readonly preview: ImportPreview | null;
	readonly returned: Uint8Array | null;
};

/** The dry run: compares a file with the people there are, and keeps what would happen for whoever decides. Writes nothing about anyone. */
export async function checkImport(database: Database, run: Run): Promise<void> {
	try {
		const gathered = await gather(database, run);
		if (gathered === null) return;
		await store(database, run, await compare(database, run, gathered));
	} catch (error) {
		logError("people-import-check-failed", error);
		await store(database, run, failed("bug", {}));
	}
}

type Gathered = {
	readonly found: PeopleImport;
	readonly gathering: DraftGathering;
};

async function gather(
	database: Database,
	{ import: id, run }: Run,
): Promise<Gathered | null> {
	await progressReport(database, id)("reading", 0, 0);
	return transact(database, { ...asImport, access: "read" }, async (tx) => {
		const found = await findImport(tx, id);
		const bytes = await importFile(tx, id);
		if (found.runId !== run || found.mapping === null || bytes === null)
			return null;
		const gathering = await gatherDraftInput(tx, {
			bytes,
			mapping: found.mapping,
			choices: found.choices,
			leaving: [],
			wanted: "preview",
			now: new Date(),
		});
		return { found, gathering };
	});
}

async function compare(
	database: Database,
	{ import: id }: Run,
	{ found, gathering }: Gathered,
): Promise<Outcome> {
	if (!gathering.ok)
		return failed("grades-lost", { grades: [...gathering.lostGrades] });
	await progressReport(database, id)("comparing", 0, 0);
	const draft = await draftOnThread(gathering.input, found.choices.locale);
	if (!draft.ok) return failed("file", { ...draft.problem });
	const { figures, hash, preview, returned } = draft;
	const isSecondLook = found.summary.isSecondLook ?? false;
	return { summary: { figures, hash, isSecondLook }, preview, returned };
}

function failed(
	code: string,
	detail: Readonly<Record<string, unknown>>,
): Outcome {
	return {
		summary: { failure: { code, detail } },
		preview: null,
		returned: null,
	};
}

async function store(
	database: Database,
	{ import: id, run }: Run,
	{ summary, preview, returned }: Outcome,
): Promise<void> {
	await transact(database, asImport, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable("people_import")
			.set({
				status: summary.failure === undefined ? "checked" : "failed",
				summary: JSON.stringify(summary),
				returned: returned === null ? null : Buffer.from(returned),
			})
			.where("id", "=", id)
			.where("run_id", "=", run)
			.where("status", "=", "checking")
			.executeTakeFirst();
		if (numUpdatedRows === 0n) return;
		await forgetPreview(tx, id);
		for (const chunk of preview?.problems ?? [])
			await addProblems(tx, id, chunk);
		for (const chunk of preview?.rows ?? []) await addRows(tx, id, chunk);
		await record(tx, { act: "compare-people", subject: subjectOf(id) });
	});
}

export async function forgetPreview(tx: Tx, id: string): Promise<void> {
	for (const table of ["people_import_problem", "people_import_row"] as const)
		await tx.deleteFrom(table).where("import_id", "=", id).execute();
}

async function addProblems(tx: Tx, id: string, chunk: string): Promise<void> {
	await sql`
		insert into people_import_problem (import_id, position, file_row, file_column, severity, code, value, detail)
		select ${id}, position, file_row, file_column, severity, code, value, detail
		from jsonb_to_recordset(${chunk}::jsonb) as problem
			(position integer, file_row integer, file_column text, severity text, code text, value text, detail jsonb)
	`.execute(tx);
}

async function addRows(tx: Tx, id: string, chunk: string): Promise<void> {
	await sql`
		insert into people_import_row (import_id, kind, position, file_row, person_id, name, detail)
		select ${id}, kind, position, file_row, person_id, name, detail
		from jsonb_to_recordset(${chunk}::jsonb) as preview
			(kind text, position integer, file_row integer, person_id uuid, name text, detail jsonb)
	`.execute(tx);
}

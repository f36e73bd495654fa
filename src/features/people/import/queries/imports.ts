import { sql } from "kysely";
import type { Mapping } from "../../../../domain/people/mapping.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { NotFound } from "../../../../platform/http/refusal.ts";
import { type FileLook, fileLook } from "../file-look.ts";
import {
	type ImportChoices,
	type ImportSummary,
	importChoices,
	importSummary,
} from "../import-record.ts";
import { storedMapping } from "../stored-mapping.ts";

export type ImportStatus =
	| "uploaded"
	| "checking"
	| "checked"
	| "importing"
	| "imported"
	| "undoing"
	| "undone"
	| "failed"
	| "discarded";

export type PeopleImport = {
	readonly id: string;
	readonly fileName: string;
	readonly status: ImportStatus;
	readonly startedAt: Date;
	readonly startedBy: string | null;
	readonly importedAt: Date | null;
	readonly undoneAt: Date | null;
	readonly look: FileLook | null;
	readonly mapping: Mapping | null;
	readonly choices: ImportChoices;
	readonly summary: ImportSummary;
	readonly hasFile: boolean;
	readonly hasReturned: boolean;
	readonly runId: string | null;
};

export async function findImport(db: Db, id: string): Promise<PeopleImport> {
	if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id))
		throw new NotFound();
	const row = await imports(db)
		.where("people_import.id", "=", id)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	return importOf(row);
}

/** Latest first; files that were never decided on only while they are there. */
export async function recentImports(db: Db): Promise<readonly PeopleImport[]> {
	const rows = await imports(db)
		.where("people_import.status", "<>", "discarded")
		.orderBy("people_import.started_at", "desc")
		.limit(50)
		.execute();
	return rows.map(importOf);
}

/** The only import that can be undone: the latest that stands. */
export async function latestStanding(db: Db): Promise<string | null> {
	const row = await db
		.selectFrom("people_import")
		.select("id")
		.where("status", "in", ["imported", "undoing"])
		.orderBy("imported_at", "desc")
		.limit(1)
		.executeTakeFirst();
	return row?.id ?? null;
}

export async function importFile(db: Db, id: string): Promise<Buffer | null> {
	const row = await db
		.selectFrom("people_import")
		.select("file")
		.where("id", "=", id)
		.executeTakeFirst();
	return row?.file ?? null;
}

export async function returnedFile(db: Db, id: string): Promise<Buffer | null> {
	const row = await db
		.selectFrom("people_import")
		.select("returned")
		.where("id", "=", id)
		.executeTakeFirst();
	return row?.returned ?? null;
}

export type SavedMapping = {
	readonly id: string;
	readonly name: string;
	readonly mapping: Mapping;
};

export async function savedMappings(db: Db): Promise<readonly SavedMapping[]> {
	const rows = await db
		.selectFrom("saved_mapping")
		.select(["id", "name", "mapping"])
		.orderBy("name")
		.execute();
	return rows.map((row) => ({
		...row,
		mapping: storedMapping.parse(row.mapping),
	}));
}

export type ImportProgress = {
	readonly status: ImportStatus;
	readonly phase: string;
	readonly done: number;
	readonly total: number;
	readonly updatedAt: Date | null;
};

export async function progressOf(db: Db, id: string): Promise<ImportProgress> {
	const row = await db
		.selectFrom("people_import")
		.leftJoin(
			"people_import_progress as progress",
			"progress.import_id",
			"people_import.id",
		)
		.select([
			"people_import.status",
			"progress.phase",
			"progress.done",
			"progress.total",
			"progress.updated_at",
		])
		.where("people_import.id", "=", id)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	return {
		status: row.status,
		phase: row.phase ?? "",
		done: row.done ?? 0,
		total: row.total ?? 0,
		updatedAt: row.updated_at,
	};
}

function imports(db: Db) {
	return db
		.selectFrom("people_import")
		.leftJoin("person", "person.id", "people_import.started_by")
		.select([
			"people_import.id",
			"people_import.file_name",
			"people_import.status",
			"people_import.started_at",
			"people_import.imported_at",
			"people_import.undone_at",
			"people_import.look",
			"people_import.mapping",
			"people_import.options",
			"people_import.summary",
			"people_import.run_id",
			sql<boolean>`people_import.file is not null`.as("has_file"),
			sql<boolean>`people_import.returned is not null`.as("has_returned"),
			"person.first_name",
			"person.last_name",
		]);
}

type Row = Awaited<
	ReturnType<ReturnType<typeof imports>["executeTakeFirstOrThrow"]>
>;

function importOf(row: Row): PeopleImport {
	const { first_name, last_name } = row;
	return {
		id: row.id,
		fileName: row.file_name,
		status: row.status,
		startedAt: row.started_at,
		startedBy:
			first_name === null ? null : `${first_name} ${last_name ?? ""}`.trim(),
		importedAt: row.imported_at,
		undoneAt: row.undone_at,
		look: row.look === null ? null : fileLook.parse(row.look),
		mapping: row.mapping === null ? null : storedMapping.parse(row.mapping),
		choices: importChoices.parse(row.options),
		summary: importSummary.parse(row.summary ?? {}),
		hasFile: row.has_file,
		hasReturned: row.has_returned,
		runId: row.run_id,
	};
}

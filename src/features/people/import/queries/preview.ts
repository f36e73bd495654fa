import { sql } from "kysely";
import { z } from "zod";
import type { Trouble } from "../../../../domain/people/row-problem.ts";
import type { Db } from "../../../../platform/database/database.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { readTrouble } from "../stored-trouble.ts";

export type ShownProblem = {
	readonly position: number;
	readonly row: number;
	readonly column: string | null;
	readonly value: string;
	readonly severity: "error" | "warning";
	readonly trouble: Trouble;
};

/** One page of what is wrong: what keeps rows out comes first, then the order of the file. */
export async function problemsPage(
	db: Db,
	id: string,
	state: TableState,
): Promise<{ readonly rows: readonly ShownProblem[]; readonly total: number }> {
	const { severity, code } = state.filters;
	const matching = db
		.selectFrom("people_import_problem")
		.where("import_id", "=", id)
		.$if(severity === "error" || severity === "warning", (query) =>
			query.where("severity", "=", severity === "error" ? "error" : "warning"),
		)
		.$if(code !== undefined, (query) => query.where("code", "=", code ?? ""))
		.$if(state.search !== "", (query) =>
			query.where((row) =>
				row.or([
					row(sql<string>`file_row::text`, "=", state.search),
					row("file_column", "ilike", `%${escaped(state.search)}%`),
					row("value", "ilike", `%${escaped(state.search)}%`),
				]),
			),
		);
	const rows = await matching
		.selectAll()
		.orderBy("severity")
		.orderBy("position")
		.offset(state.offset)
		.limit(state.pageSize)
		.execute();
	const { total } = await matching
		.select(sql<number>`count(*)::integer`.as("total"))
		.executeTakeFirstOrThrow();
	return { rows: rows.map(shownProblem), total };
}

export async function allProblems(
	db: Db,
	id: string,
): Promise<readonly ShownProblem[]> {
	const rows = await db
		.selectFrom("people_import_problem")
		.selectAll()
		.where("import_id", "=", id)
		.orderBy("position")
		.execute();
	return rows.map(shownProblem);
}

/** How often each kind of problem occurs, most frequent first, with one of them as an example. */
export async function problemKinds(db: Db, id: string) {
	const { rows } = await sql<{ code: string; detail: unknown; count: number }>`
		select code, (array_agg(detail order by position))[1] as detail, count(*)::integer as count
		from people_import_problem where import_id = ${id} group by code order by count(*) desc, code
	`.execute(db);
	return rows;
}

const detail = z.record(z.string(), z.unknown());

export type ShownRow = {
	readonly position: number;
	readonly row: number | null;
	readonly person: string | null;
	readonly name: string;
	readonly detail: Readonly<Record<string, unknown>>;
	readonly isLeaving: boolean;
};

/** One page of the people an import creates, changes or misses. */
export async function rowsPage(
	db: Db,
	id: string,
	kind: "new" | "changed" | "missing",
	state: TableState,
): Promise<{ readonly rows: readonly ShownRow[]; readonly total: number }> {
	const matching = db
		.selectFrom("people_import_row")
		.where("import_id", "=", id)
		.where("kind", "=", kind)
		.$if(state.search !== "", (query) =>
			query.where((row) =>
				row.or([
					row("name", "ilike", `%${escaped(state.search)}%`),
					row(
						sql<string>`detail ->> 'email'`,
						"ilike",
						`%${escaped(state.search)}%`,
					),
				]),
			),
		)
		.$if(state.filters["ticked"] === "yes", (query) =>
			query.where("is_leaving", "=", true),
		);
	const rows = await matching
		.selectAll()
		.orderBy("position")
		.offset(state.offset)
		.limit(state.pageSize)
		.execute();
	const { total } = await matching
		.select(sql<number>`count(*)::integer`.as("total"))
		.executeTakeFirstOrThrow();
	return {
		rows: rows.map((row) => ({
			position: row.position,
			row: row.file_row,
			person: row.person_id,
			name: row.name,
			detail: detail.parse(row.detail),
			isLeaving: row.is_leaving,
		})),
		total,
	};
}

export function detailText(detail: ShownRow["detail"], key: string): string {
	const value = detail[key];
	return typeof value === "string" ? value : "";
}

/** Of those missing from the file, whom somebody ticked as having left. */
export async function leavingPeople(
	db: Db,
	id: string,
): Promise<readonly string[]> {
	const rows = await db
		.selectFrom("people_import_row")
		.select("person_id")
		.where("import_id", "=", id)
		.where("kind", "=", "missing")
		.where("is_leaving", "=", true)
		.execute();
	return rows.flatMap(({ person_id }) => person_id ?? []);
}

function shownProblem(row: {
	position: number;
	file_row: number;
	file_column: string | null;
	severity: "error" | "warning";
	code: string;
	value: string;
	detail: unknown;
}): ShownProblem {
	return {
		position: row.position,
		row: row.file_row,
		column: row.file_column,
		value: row.value,
		severity: row.severity,
		trouble: readTrouble(row.code, row.detail),
	};
}

function escaped(text: string): string {
	return text.replace(/[\\%_]/g, "\\$&");
}

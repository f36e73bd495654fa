import type { Db } from "../../../../platform/database/database.ts";
import type { Visitor } from "../../../../platform/http/visit.ts";

export type ProgramChoice = { readonly id: string; readonly name: string };

/** The programs that take people in and that the visitor runs: only those may be enrolled into. */
export async function programsRunBy(
	db: Db,
	visitor: Visitor,
): Promise<readonly ProgramChoice[]> {
	const rows = await db
		.selectFrom("program")
		.select(["id", "name"])
		.where("status", "<>", "closed")
		.orderBy("name")
		.execute();
	return rows.filter(({ id }) =>
		visitor.offices.some(
			({ office, program }) =>
				office === "program-manager" && (program === null || program === id),
		),
	);
}

export async function programName(
	db: Db,
	id: string | null,
): Promise<string | null> {
	if (id === null) return null;
	const row = await db
		.selectFrom("program")
		.select("name")
		.where("id", "=", id)
		.executeTakeFirst();
	return row?.name ?? null;
}

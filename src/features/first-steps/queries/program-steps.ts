import type { Expression } from "kysely";
import { jsonObjectFrom } from "kysely/helpers/postgres";
import { z } from "zod";
import { type Db, vaultOf } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { openParts } from "../../../platform/vault/sealed-parts.ts";
import { readWords } from "../own-words.ts";

/** The roles for which a program may add first steps. */
export const programStepRoles = [
	"mentor",
	"mentee",
	"committee-member",
	"facilitator",
] as const;
export type ProgramStepRole = (typeof programStepRoles)[number];

export type ProgramStep = Awaited<ReturnType<typeof programStepsOf>>[number];

/** The steps that some programs add, by role and in their order. Row-level security leaves out programs that are not the visitor's. */
export async function programStepsOf(
	db: Db,
	programs: readonly string[] | "all",
) {
	if (programs.length === 0) return [];
	const rows = await db
		.selectFrom("program_step as step")
		.innerJoin("program", "program.id", "step.program_id")
		.select((row) => [
			"step.id",
			"step.program_id as program",
			"program.name as programName",
			"step.role",
			"step.words",
			"step.link",
			jsonObjectFrom(fileColumns(row.ref("step.id"))).as("file"),
		])
		.where("program.status", "<>", "closed")
		.$if(programs !== "all", (query) =>
			query.where("step.program_id", "in", programs === "all" ? [] : programs),
		)
		.orderBy("program.name")
		.orderBy("step.program_id")
		.orderBy("step.role")
		.orderBy("step.position")
		.orderBy("step.id")
		.execute();
	return rows.map((row) => ({ ...row, words: readWords(row.words) }));

	function fileColumns(step: Expression<string>) {
		return db
			.selectFrom("program_step_file as file")
			.select(["file.name", "file.bytes"])
			.where("file.step_id", "=", step);
	}
}

/** One of a program's steps, as it is written. */
export async function findProgramStep(
	db: Db,
	{ program, first }: { readonly program: string; readonly first: string },
): Promise<ProgramStep> {
	const found = (await programStepsOf(db, [program])).find(
		({ id }) => id === first,
	);
	if (found === undefined) throw new NotFound();
	return found;
}

/** A step's file with what is in it, for whoever may read the step. */
export async function programStepFile(db: Db, step: string) {
	if (!z.uuid().safeParse(step).success) throw new NotFound();
	const file = await db
		.selectFrom("program_step_file")
		.select(["id", "name", "type"])
		.where("step_id", "=", step)
		.executeTakeFirst();
	if (file === undefined) throw new NotFound();
	const parts = await db
		.selectFrom("program_step_file_part")
		.select(["number", "content"])
		.where("file_id", "=", file.id)
		.orderBy("number")
		.execute();
	return {
		name: file.name,
		type: file.type,
		content: openParts(vaultOf(db), "program_step_file_part.content", {
			file: file.id,
			parts,
		}),
	};
}

import { randomUUID } from "node:crypto";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { partsOf, type Upload } from "../../../platform/files/upload.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { lockProgram } from "../../programs/commands/programs.ts";
import type { StepWords } from "../own-words.ts";
import type { ProgramStep, ProgramStepRole } from "../queries/program-steps.ts";

export type StepText = {
	readonly role: ProgramStepRole;
	readonly words: StepWords;
	/** Null: nowhere in particular. */
	readonly link: string | null;
	/** undefined: as it is; null: without one. */
	readonly file: Upload | null | undefined;
};

/** Adds a step after the program's others of its role and returns its id. Row-level security lets only those who run the program. */
export async function addProgramStep(
	tx: Tx,
	program: string,
	{ role, words, link, file }: StepText,
): Promise<string> {
	await lockProgram(tx, program);
	const { id } = await tx
		.insertInto("program_step")
		.values({
			program_id: program,
			role,
			words: JSON.stringify(words),
			link,
			position: await nextPosition(tx, program, role),
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await putFile(tx, id, file);
	await recordStep(tx, "add-first-step", { program, id });
	return id;
}

/** In another role it goes to the end. Ticks stay: what was done is done. */
export async function rewriteProgramStep(
	tx: Tx,
	before: ProgramStep,
	{ role, words, link, file }: StepText,
): Promise<void> {
	const { id, program } = before;
	await lockProgram(tx, program);
	await tx
		.updateTable("program_step")
		.set({
			role,
			words: JSON.stringify(words),
			link,
			...(role !== before.role && {
				position: await nextPosition(tx, program, role),
			}),
		})
		.where("id", "=", id)
		.execute();
	await putFile(tx, id, file);
	await recordStep(tx, "change-first-step", { program, id });
}

/** Changes places with the one before it (`up`) or after it. At the end of the list nothing moves. */
export async function moveProgramStep(
	tx: Tx,
	{ id, program, role }: ProgramStep,
	direction: "up" | "down",
): Promise<void> {
	await lockProgram(tx, program);
	const steps = await tx
		.selectFrom("program_step")
		.select(["id", "position"])
		.where("program_id", "=", program)
		.where("role", "=", role)
		.orderBy("position")
		.orderBy("id")
		.execute();
	const at = steps.findIndex((step) => step.id === id);
	const own = steps[at];
	const other = steps[direction === "up" ? at - 1 : at + 1];
	if (own !== undefined && other !== undefined) {
		await place(tx, own.id, other.position);
		await place(tx, other.id, own.position);
	}
	await recordStep(tx, "move-first-step", { program, id });
}

/** Its file and everyone's ticks go with it. */
export async function removeProgramStep(
	tx: Tx,
	{ id, program }: ProgramStep,
): Promise<void> {
	const { numDeletedRows } = await tx
		.deleteFrom("program_step")
		.where("id", "=", id)
		.executeTakeFirst();
	if (numDeletedRows === 0n) throw new NotFound();
	await recordStep(tx, "remove-first-step", { program, id });
}

async function nextPosition(
	tx: Tx,
	program: string,
	role: ProgramStepRole,
): Promise<number> {
	const { last } = await tx
		.selectFrom("program_step")
		.select((row) => row.fn.max("position").as("last"))
		.where("program_id", "=", program)
		.where("role", "=", role)
		.executeTakeFirstOrThrow();
	return (last ?? 0) + 1;
}

async function place(tx: Tx, id: string, position: number): Promise<void> {
	await tx
		.updateTable("program_step")
		.set({ position })
		.where("id", "=", id)
		.execute();
}

async function putFile(
	tx: Tx,
	step: string,
	file: Upload | null | undefined,
): Promise<void> {
	if (file === undefined) return;
	await tx
		.deleteFrom("program_step_file")
		.where("step_id", "=", step)
		.execute();
	if (file === null) return;
	const { name, type, bytes } = file;
	const id = randomUUID();
	await tx
		.insertInto("program_step_file")
		.values({ id, step_id: step, name, type, bytes: bytes.length })
		.execute();
	const vault = vaultOf(tx);
	for (const { number, text } of partsOf(bytes))
		await tx
			.insertInto("program_step_file_part")
			.values({
				file_id: id,
				number,
				content: vault.seal(
					"program_step_file_part.content",
					[id, String(number)],
					text,
				),
			})
			.execute();
}

function recordStep(
	tx: Tx,
	act: string,
	{ program, id }: { readonly program: string; readonly id: string },
): Promise<void> {
	return record(tx, {
		act,
		subject: { kind: "program", id: program },
		detail: { step: id },
	});
}

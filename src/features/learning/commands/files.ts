import { randomUUID } from "node:crypto";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { partsOf, uploadOf } from "../../../platform/files/upload.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import type { LearningStep } from "../queries/curricula.ts";
import { locked, touched } from "./curricula.ts";

type Of = Pick<LearningStep, "curriculum" | "id">;

/** Puts a file to a step, in the place of the one it had. */
export async function putFile(
	tx: Tx,
	{ curriculum, id: step }: Of,
	{ file, by }: { readonly file: File | undefined; readonly by: string },
): Promise<void> {
	const { name, type, bytes } = await uploadOf(file);
	await locked(tx, curriculum);
	await deleteFile(tx, step);
	const id = randomUUID();
	await tx
		.insertInto("learning_file")
		.values({
			id,
			step_id: step,
			name,
			type,
			bytes: bytes.length,
			added_by: by,
		})
		.execute();
	const vault = vaultOf(tx);
	for (const { number, text } of partsOf(bytes))
		await tx
			.insertInto("learning_file_part")
			.values({
				file_id: id,
				number,
				content: vault.seal(
					"learning_file_part.content",
					[id, String(number)],
					text,
				),
			})
			.execute();
	await touched(tx, "add-learning-file", curriculum, step);
}

/** What is in it goes with it. */
export async function removeFile(
	tx: Tx,
	{ curriculum, id: step }: Of,
): Promise<void> {
	await locked(tx, curriculum);
	if ((await deleteFile(tx, step)) === 0n) throw new NotFound();
	await touched(tx, "remove-learning-file", curriculum, step);
}

async function deleteFile(tx: Tx, step: string): Promise<bigint> {
	const { numDeletedRows } = await tx
		.deleteFrom("learning_file")
		.where("step_id", "=", step)
		.executeTakeFirst();
	return numDeletedRows;
}

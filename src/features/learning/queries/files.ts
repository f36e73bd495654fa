import { type Db, vaultOf } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { openParts } from "../../../platform/vault/sealed-parts.ts";

/** A step's file with what is in it, for whoever may read the step. */
export async function fileOf(db: Db, step: string) {
	const file = await db
		.selectFrom("learning_file")
		.select(["id", "name", "type"])
		.where("step_id", "=", step)
		.executeTakeFirst();
	if (file === undefined) throw new NotFound();
	const parts = await db
		.selectFrom("learning_file_part")
		.select(["number", "content"])
		.where("file_id", "=", file.id)
		.orderBy("number")
		.execute();
	return {
		name: file.name,
		type: file.type,
		content: openParts(vaultOf(db), "learning_file_part.content", {
			file: file.id,
			parts,
		}),
	};
}

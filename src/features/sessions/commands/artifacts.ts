import { randomUUID } from "node:crypto";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { partsOf, uploadOf } from "../../../platform/files/upload.ts";
import type { Company } from "../../relationships/company-queries.ts";
import { refuseEnded } from "./book.ts";

/** Keeps a file for the members of a relationship, sealed part by part. */
export async function addArtifact(
	tx: Tx,
	company: Company,
	{ file, by }: { readonly file: File | undefined; readonly by: string },
): Promise<void> {
	refuseEnded(company);
	const { name, type, bytes } = await uploadOf(file);
	const id = randomUUID();
	const vault = vaultOf(tx);
	await tx
		.insertInto("artifact")
		.values({
			id,
			relationship_id: company.id,
			owner_id: by,
			name: vault.seal("artifact.name", [id], name),
			type,
			bytes: bytes.length,
		})
		.execute();
	for (const { number, text } of partsOf(bytes))
		await tx
			.insertInto("artifact_part")
			.values({
				artifact_id: id,
				number,
				owner_id: by,
				content: vault.seal(
					"artifact_part.content",
					[id, String(number)],
					text,
				),
			})
			.execute();
	await record(tx, {
		act: "add-artifact",
		about: by,
		subject: { kind: "artifact", id },
		detail: { type, bytes: bytes.length },
	});
}

/** Whoever put it there takes it back; its parts go with it. */
export async function removeArtifact(
	tx: Tx,
	{ id, by }: { readonly id: string; readonly by: string },
): Promise<string> {
	const row = await tx
		.deleteFrom("artifact")
		.where("id", "=", id)
		.where("owner_id", "=", by)
		.returning("relationship_id")
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	await record(tx, {
		act: "remove-artifact",
		about: by,
		subject: { kind: "artifact", id },
	});
	return row.relationship_id;
}

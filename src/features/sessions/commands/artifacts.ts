import { randomUUID } from "node:crypto";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { artifactType, largestArtifact } from "../artifact-type.ts";
import type { Company } from "../../relationships/company-queries.ts";
import { refuseEnded } from "./book.ts";

const PART = 720 * 1024;

/** Keeps a file for the members of a relationship, sealed part by part. */
export async function addArtifact(
	tx: Tx,
	company: Company,
	{ file, by }: { readonly file: File | undefined; readonly by: string },
): Promise<void> {
	refuseEnded(company);
	if (file === undefined || file.name === "" || file.size === 0)
		throw new Invalid({ file: t("Choose a file.") });
	if (file.size > largestArtifact)
		throw new Invalid({ file: t("At most 25 MB.") });
	const bytes = new Uint8Array(await file.arrayBuffer());
	const type = artifactType(file.name, bytes);
	if (type === undefined)
		throw new Invalid({
			file: t(
				"Only PDF, pictures, plain text and office documents without macros are taken; this is none of them, or not what its name says.",
			),
		});
	const id = randomUUID();
	const vault = vaultOf(tx);
	await tx
		.insertInto("artifact")
		.values({
			id,
			relationship_id: company.id,
			owner_id: by,
			name: vault.seal("artifact.name", [id], file.name.slice(-200)),
			type,
			bytes: bytes.length,
		})
		.execute();
	for (let from = 0, number = 1; from < bytes.length; from += PART, number += 1)
		await tx
			.insertInto("artifact_part")
			.values({
				artifact_id: id,
				number,
				owner_id: by,
				content: vault.seal(
					"artifact_part.content",
					[id, String(number)],
					Buffer.from(bytes.subarray(from, from + PART)).toString("base64"),
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

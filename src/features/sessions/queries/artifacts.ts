import { z } from "zod";
import { type Db, vaultOf } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { openParts } from "../../../platform/vault/sealed-parts.ts";

export type Artifact = Awaited<ReturnType<typeof artifactsOf>>[number];

/** The files of a relationship, latest first; without what is in them. */
export async function artifactsOf(db: Db, relationship: string) {
	const rows = await artifactRows(db)
		.where("artifact.relationship_id", "=", relationship)
		.orderBy("artifact.added_at", "desc")
		.execute();
	return rows.map((row) => ({
		...row,
		name: vaultOf(db).open("artifact.name", [row.id], row.name),
	}));
}

/** One file with what is in it, for a member of its relationship. For everyone else it is not there. */
export async function findArtifact(db: Db, id: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const row = await artifactRows(db)
		.where("artifact.id", "=", id)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	const parts = await db
		.selectFrom("artifact_part")
		.select(["number", "content"])
		.where("artifact_id", "=", id)
		.orderBy("number")
		.execute();
	const vault = vaultOf(db);
	return {
		...row,
		name: vault.open("artifact.name", [id], row.name),
		content: openParts(vault, "artifact_part.content", { file: id, parts }),
	};
}

function artifactRows(db: Db) {
	return db
		.selectFrom("artifact")
		.innerJoin("person", "person.id", "artifact.owner_id")
		.select([
			"artifact.id",
			"artifact.owner_id as owner",
			"person.first_name as ownerName",
			"artifact.name",
			"artifact.type",
			"artifact.bytes",
			"artifact.added_at as at",
		]);
}

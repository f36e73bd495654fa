import { sql } from "kysely";
import { z } from "zod";
import { endingReasons } from "../../../domain/relationships/ending-reasons.ts";
import { type Db, vaultOf } from "../../../platform/database/database.ts";

/** Whether somebody may still say why a relationship of theirs ended. */
export async function mayAnswerWhy(
	db: Db,
	id: string,
	person: string,
): Promise<boolean> {
	const row = await db
		.selectFrom("ending_question")
		.select("until")
		.where("relationship_id", "=", id)
		.where("person_id", "=", person)
		.where("until", ">=", sql<string>`now()::date`)
		.executeTakeFirst();
	return row !== undefined;
}

export type Farewell = Awaited<ReturnType<typeof farewellsOf>>[number];

export async function farewellsOf(db: Db, relationship: string) {
	const rows = await db
		.selectFrom("farewell")
		.select(["author_id as author", "words", "written_at as at"])
		.where("relationship_id", "=", relationship)
		.execute();
	return rows.map(({ author, words, at }) => ({
		author,
		at,
		words: vaultOf(db).open("farewell.words", [relationship, author], words),
	}));
}

const Reasons = z.object({
	reasons: z.array(
		z.object({ reason: z.enum(endingReasons), count: z.number() }),
	),
	others: z.number(),
});

export type Publication = Awaited<ReturnType<typeof publications>>[number];

/** What is published about why relationships ended, in the programs the visitor runs. */
export async function publications(db: Db) {
	const rows = await db
		.selectFrom("ending_publication")
		.innerJoin("program", "program.id", "ending_publication.program_id")
		.select([
			"program.id as program",
			"program.name as programName",
			"period",
			"given",
			"reasons",
			"published_at as at",
		])
		.orderBy("period", "desc")
		.orderBy("program.name")
		.execute();
	return rows.map(({ reasons, ...row }) => ({
		...row,
		...Reasons.parse(reasons),
	}));
}

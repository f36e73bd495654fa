import { sql } from "kysely";
import {
	daysToAnswer,
	type EndingReason,
	periodOf,
} from "../../../domain/relationships/ending-reasons.ts";
import {
	type Tx,
	vaultOf,
	nowOf,
} from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { daysAfter } from "../../programs/day.ts";
import { findRelationship } from "../queries.ts";
import { count } from "./tally.ts";

/**
 * Ends a relationship at once, at the word of any member. No reason is asked. The row and the journal say that it ended, not at whose word:
 * hence a process writes them. The journal names neither the relationship nor its members, for an ending is a mark on nobody.
 */
export async function endRelationship(
	tx: Tx,
	id: string,
	{ by, today }: { readonly by: string; readonly today: string },
): Promise<void> {
	const { program, members } = await findRelationship(tx, id, by);
	await actingAs(tx, "pairing", async () => {
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto("relationship_ending")
			.values({ relationship_id: id })
			.onConflict((row) => row.column("relationship_id").doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n)
			throw new Conflict(t("This relationship has ended already."));
		await record(tx, {
			act: "end-relationship",
			subject: { kind: "program", id: program },
		});
	});
	await actingAs(tx, "endings", async () => {
		await tx
			.insertInto("ending_question")
			.values(
				members.map((person) => ({
					relationship_id: id,
					person_id: person,
					until: daysAfter(today, daysToAnswer),
				})),
			)
			.execute();
		await count(tx, { program, period: periodOf(today) }, undefined);
	});
}

/** Takes an answer, or that somebody would rather not say; either way the question is gone, and nothing tells which it was. */
export async function answerWhy(
	tx: Tx,
	id: string,
	{
		by,
		reason,
	}: { readonly by: string; readonly reason: EndingReason | undefined },
): Promise<void> {
	const { program, endedAt } = await findRelationship(tx, id, by);
	await actingAs(tx, "endings", async () => {
		const { numDeletedRows } = await tx
			.deleteFrom("ending_question")
			.where("relationship_id", "=", id)
			.where("person_id", "=", by)
			.where("until", ">=", sql<string>`now()::date`)
			.executeTakeFirst();
		if (numDeletedRows === 0n || endedAt === null)
			throw new Conflict(
				t("This question is answered already, or its time is over."),
			);
		const period = periodOf(endedAt.toISOString());
		await count(tx, { program, period }, reason);
	});
}

/** Thanks between the members, once it has ended. Can be changed and taken back. */
export async function writeFarewell(
	tx: Tx,
	id: string,
	{ by, words }: { readonly by: string; readonly words: string },
): Promise<void> {
	const { endedAt } = await findRelationship(tx, id, by);
	if (endedAt === null)
		throw new Conflict(t("This relationship has not ended."));
	if (words === "")
		await tx
			.deleteFrom("farewell")
			.where("relationship_id", "=", id)
			.where("author_id", "=", by)
			.execute();
	else {
		const sealed = vaultOf(tx).seal("farewell.words", [id, by], words);
		await tx
			.insertInto("farewell")
			.values({ relationship_id: id, author_id: by, words: sealed })
			.onConflict((row) =>
				row
					.columns(["relationship_id", "author_id"])
					.doUpdateSet({ words: sealed, written_at: nowOf(tx) }),
			)
			.execute();
	}
	// The same act as for a clause of one's own: the journal does not tell that something has ended.
	await record(tx, { act: "write-to-members", about: by });
}

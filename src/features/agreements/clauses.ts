import { z } from "zod";
import { type Db, type Tx, vaultOf } from "../../platform/database/database.ts";
import { Conflict, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { promisingPair } from "./queries.ts";

/** As many promises of one's own as fit on a page. */
const mostClauses = 20;

export type OwnClause = Awaited<ReturnType<typeof clausesOf>>[number];

/** What the members promise each other beside the program's texts, with who has said yes to it. */
export async function clausesOf(
	db: Db,
	relationship: string,
	members: readonly string[],
) {
	const rows = await db
		.selectFrom("relationship_clause")
		.select(["id", "author_id as author", "words", "proposed_at as at"])
		.where("relationship_id", "=", relationship)
		.orderBy("proposed_at")
		.execute();
	const accepted = await db
		.selectFrom("relationship_clause_acceptance as acceptance")
		.innerJoin("relationship_clause as clause", "clause.id", "clause_id")
		.select(["clause.id", "acceptance.person_id as person"])
		.where("clause.relationship_id", "=", relationship)
		.execute();
	return rows.map(({ words, ...clause }) => {
		const by = accepted
			.filter(({ id }) => id === clause.id)
			.map(({ person }) => person);
		return {
			...clause,
			words: vaultOf(db).open("relationship_clause.words", [clause.id], words),
			missing: members.filter((person) => !by.includes(person)),
		};
	});
}

type Doing = { readonly relationship: string; readonly by: string };

/** Proposing is one's own yes; the others are asked. */
export async function proposeClause(
	tx: Tx,
	{ relationship, by }: Doing,
	words: string,
): Promise<void> {
	const { members } = await runningPair(tx, { relationship, by });
	if ((await clausesOf(tx, relationship, members)).length >= mostClauses)
		throw new Conflict(
			t("That are {count} already. Take one out before you add another.", {
				count: mostClauses,
			}),
		);
	const id = crypto.randomUUID();
	await tx
		.insertInto("relationship_clause")
		.values({
			id,
			relationship_id: relationship,
			author_id: by,
			words: vaultOf(tx).seal("relationship_clause.words", [id], words),
		})
		.execute();
	await tx
		.insertInto("relationship_clause_acceptance")
		.values({ clause_id: id, person_id: by })
		.execute();
	await record(tx, { act: "write-to-members", about: by });
}

export async function acceptClause(
	tx: Tx,
	{ relationship, by }: Doing,
	clause: string,
): Promise<void> {
	const { members } = await runningPair(tx, { relationship, by });
	await findClause(tx, relationship, { clause, members });
	await tx
		.insertInto("relationship_clause_acceptance")
		.values({ clause_id: clause, person_id: by })
		.onConflict((row) => row.doNothing())
		.execute();
	await record(tx, { act: "write-to-members", about: by });
}

/** Any member may take a clause out: what one no longer stands by is no promise. */
export async function takeOutClause(
	tx: Tx,
	{ relationship, by }: Doing,
	clause: string,
): Promise<void> {
	const { members } = await runningPair(tx, { relationship, by });
	await findClause(tx, relationship, { clause, members });
	await tx
		.deleteFrom("relationship_clause")
		.where("id", "=", clause)
		.where("relationship_id", "=", relationship)
		.execute();
	await record(tx, { act: "write-to-members", about: by });
}

async function runningPair(tx: Tx, { relationship, by }: Doing) {
	const pair = await promisingPair(tx, relationship, by);
	if (pair.endedAt !== null)
		throw new Conflict(t("This relationship has ended already."));
	return pair;
}

async function findClause(
	tx: Tx,
	relationship: string,
	{
		clause,
		members,
	}: { readonly clause: string; readonly members: readonly string[] },
): Promise<void> {
	if (!z.uuid().safeParse(clause).success) throw new NotFound();
	const all = await clausesOf(tx, relationship, members);
	if (!all.some(({ id }) => id === clause))
		throw new Conflict(t("This clause was taken out meanwhile."));
}

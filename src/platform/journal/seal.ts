import { sql } from "kysely";
import { idsIn, leafOf } from "../../domain/journal/entry.ts";
import { append, type Frontier, rootOf } from "../../domain/journal/merkle.ts";
import { type Database, transact, type Tx } from "../database/database.ts";
import { type Signer, signedNote } from "./checkpoint.ts";
import { joinPeaks, splitPeaks } from "./peaks.ts";
import { type Pseudonym, pseudonymsFor } from "./pseudonyms.ts";
import {
	detailOf,
	type EntryRow,
	entryColumns,
	sealedEntry,
} from "./sealed-row.ts";

export type Sealing = {
	readonly signer: Signer;
	readonly now: () => Date;
	/** How many entries go into the tree in one transaction. */
	readonly batch?: number;
	/** Every new checkpoint, once it stands: to be carried outside. */
	readonly onCheckpoint?: (note: string) => Promise<void>;
};

/**
 * Seals what waits: each entry gets the next place in the tree, and each batch a signed checkpoint. One process at a time does so, whoever
 * has the lock on the tree; the others find it taken and go. Entries are sealed in the order in which they are seen, never by a number below
 * which all would be finished: numbers are given out before transactions end, so that there is no such number. Returns how many.
 */
export async function sealJournal(
	database: Database,
	sealing: Sealing,
): Promise<number> {
	const { batch = 2000, onCheckpoint } = sealing;
	let sealed = 0;
	for (;;) {
		const step = await transact(
			database,
			{ actor: { kind: "process", process: "journal" }, access: "write" },
			(tx) => sealBatch(tx, { ...sealing, batch }),
		);
		sealed += step.count;
		if (step.note !== undefined) await onCheckpoint?.(step.note);
		if (step.count < batch) return sealed;
	}
}

async function sealBatch(
	tx: Tx,
	{ signer, now, batch }: Sealing & { readonly batch: number },
): Promise<{ readonly count: number; readonly note?: string }> {
	const found = await tx
		.selectFrom("journal_tree")
		.select(["log", "size", "peaks"])
		.forUpdate()
		.skipLocked()
		.executeTakeFirst();
	if (found === undefined) return { count: 0 };
	const entries = await waiting(tx, batch);
	const before = { size: Number(found.size), peaks: splitPeaks(found.peaks) };
	const tree = entries.length === 0 ? before : await store(tx, before, entries);
	// A checkpoint says that everything older is in it: so none until nothing waits any more.
	if (entries.length === batch) return { count: batch };
	const note = await writeCheckpoint(tx, found.log, { tree, signer, now });
	return { count: entries.length, ...(note !== undefined && { note }) };
}

async function writeCheckpoint(
	tx: Tx,
	log: string,
	{
		tree,
		signer,
		now,
	}: Pick<Sealing, "signer" | "now"> & { readonly tree: Frontier },
): Promise<string | undefined> {
	if (tree.size === 0) return undefined;
	const root = Buffer.from(rootOf(tree));
	const at = `${now().toISOString().slice(0, 19)}Z`;
	const note = signedNote({ log, size: tree.size, root, at }, signer);
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto("journal_checkpoint")
		.values({ size: String(tree.size), root, at, note })
		.onConflict((row) => row.column("size").doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n ? note : undefined;
}

async function waiting(tx: Tx, batch: number): Promise<readonly EntryRow[]> {
	const { rows } = await sql<EntryRow>`
		select ${sql.raw(entryColumns)}
		from journal_waiting join journal entry on entry.id = entry_id
		order by entry_id limit ${batch}
	`.execute(tx);
	return rows;
}

async function store(
	tx: Tx,
	before: Frontier,
	entries: readonly EntryRow[],
): Promise<Frontier> {
	const people = await peopleIn(tx, entries);
	const leaves = entries.map((row, index) => {
		const actor = known(people, row.person_id);
		const about = known(people, row.about_person_id);
		const hash = leafOf(
			sealedEntry(row, {
				actor: actor?.pseudonym ?? null,
				about: about?.pseudonym ?? null,
				named: (id) => people.get(id)?.pseudonym,
			}),
		);
		return {
			position: before.size + index + 1,
			entry_id: row.id,
			hash: Buffer.from(hash),
			actor: actor?.number ?? null,
			about: about?.number ?? null,
		};
	});
	const after = append(
		before,
		leaves.map(({ hash }) => hash),
	);
	await sql`
		insert into journal_leaf (position, entry_id, hash, actor, about)
		select * from unnest(
			${leaves.map(({ position }) => position)}::bigint[], ${leaves.map((leaf) => leaf.entry_id)}::bigint[],
			${leaves.map(({ hash }) => hash)}::bytea[], ${leaves.map(({ actor }) => actor)}::integer[], ${leaves.map(({ about }) => about)}::integer[]
		)
	`.execute(tx);
	await sql`delete from journal_waiting where entry_id = any (${leaves.map((leaf) => leaf.entry_id)}::bigint[])`.execute(
		tx,
	);
	await tx
		.updateTable("journal_tree")
		.set({ size: String(after.size), peaks: joinPeaks(after.peaks) })
		.execute();
	return after;
}

/** The pseudonyms of everyone the entries name. An id inside a detail counts where it is a person's. */
async function peopleIn(
	tx: Tx,
	entries: readonly EntryRow[],
): Promise<ReadonlyMap<string, Pseudonym>> {
	const named = entries.flatMap((row) =>
		[row.person_id, row.about_person_id].filter((id) => id !== null),
	);
	const told = entries.flatMap((row) => idsIn(detailOf(row)));
	const persons =
		told.length === 0
			? []
			: await tx
					.selectFrom("person")
					.select("id")
					.where("id", "in", [...new Set(told)])
					.execute();
	return pseudonymsFor(tx, [
		...new Set([...named, ...persons.map(({ id }) => id)]),
	]);
}

function known(
	people: ReadonlyMap<string, Pseudonym>,
	id: string | null,
): Pseudonym | undefined {
	if (id === null) return undefined;
	const found = people.get(id);
	if (found === undefined) throw new Error("somebody has no pseudonym");
	return found;
}

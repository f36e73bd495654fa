import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import { requestId } from "../log/log.ts";

/** One act for the journal. Ids and codes only, never a text that a person wrote. */
export type Act = {
	/** verb and noun: "grant-office", "publish-round". */
	readonly act: string;
	/** The person it is about; they can see the entry. */
	readonly about?: string | undefined;
	readonly subject?: { readonly kind: string; readonly id: string };
	readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

const recorded = new WeakSet<Tx>();

/** Appends to the journal as whoever acts in this transaction. */
export async function record(tx: Tx, entry: Act): Promise<void> {
	await recordAll(tx, [entry]);
}

/** The same for many entries in one statement. */
export async function recordAll(
	tx: Tx,
	entries: readonly Act[],
): Promise<void> {
	recorded.add(tx);
	if (entries.length === 0) return;
	const rows = entries.map(({ act, about, subject, detail }) => ({
		act,
		about: about ?? null,
		kind: subject?.kind ?? null,
		id: subject?.id ?? null,
		detail: detail ?? {},
	}));
	await sql`
		insert into journal (request_id, person_id, process, act, about_person_id, subject, subject_id, detail)
		select ${requestId() ?? null}, acting_person(), case when acting_person() is null then acting_process() end,
			act, about, kind, id, detail
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (act text, about uuid, kind text, id uuid, detail jsonb)
	`.execute(tx);
}

/**
 * For the few acts whose existence the readers of the journal must not learn: they are recorded in a table of their own, which says so here.
 */
export function recordedElsewhere(tx: Tx): void {
	recorded.add(tx);
}

/** Whether this transaction has appended anything: a write that has not is refused by the web layer. */
export function hasRecorded(tx: Tx): boolean {
	return recorded.has(tx);
}

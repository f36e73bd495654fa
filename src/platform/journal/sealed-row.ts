import {
	withoutPersons,
	type SealedEntry,
} from "../../domain/journal/entry.ts";
import type { Json } from "../../domain/matching/canonical-json.ts";

/** An entry as the database gives it to whoever seals or checks: everything as text, the time to the microsecond. */
export type EntryRow = {
	readonly id: string;
	readonly at: string;
	readonly request_id: string | null;
	readonly person_id: string | null;
	readonly process: string | null;
	readonly act: string;
	readonly about_person_id: string | null;
	readonly subject: string | null;
	readonly subject_id: string | null;
	readonly detail: string;
};

/** The columns of `EntryRow`, of a journal named `entry`. */
export const entryColumns = `
	entry.id::text, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, entry.request_id, entry.person_id,
	entry.process, entry.act, entry.about_person_id, entry.subject, entry.subject_id, entry.detail::text`;

/** What is hashed: the row with its people replaced by their pseudonyms. */
export function sealedEntry(
	row: EntryRow,
	people: {
		readonly actor: string | null;
		readonly about: string | null;
		/** For ids inside the detail; nothing for what is no person. */
		readonly named: (id: string) => string | undefined;
	},
): SealedEntry {
	return {
		id: Number(row.id),
		at: row.at,
		request: row.request_id,
		actor: people.actor,
		process: row.process,
		act: row.act,
		about: people.about,
		subject: row.subject,
		subjectId: row.subject_id,
		detail: withoutPersons(detailOf(row), people.named),
	};
}

export function detailOf({ detail }: Pick<EntryRow, "detail">): Json {
	return detail === "{}" ? {} : JSON.parse(detail);
}

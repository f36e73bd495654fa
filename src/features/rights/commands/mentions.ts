import { sql } from "kysely";
import { z } from "zod";
import { type Tx, vaultOf } from "../../../platform/database/database.ts";

export type Known = {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly number: string | null;
	/** What the directory could be searched by. */
	readonly words: readonly string[];
	/** Their name is the one of every erased person by now: nothing may be searched by it. */
	readonly isErased: boolean;
};

/** What mentions a person in rows that are others' or nobody's. */
export async function forgetMentions(tx: Tx, person: Known): Promise<void> {
	await forgetInRounds(tx, person.id);
	if (person.isErased) return;
	await forgetMails(tx, person);
	await forgetFiles(tx, person);
	await forgetWords(tx, person);
	await sql`delete from link_request where lower(email) = lower(${person.email})`.execute(
		tx,
	);
}

// A mail to somebody else that names them: that it was sent stays, what it said goes.
async function forgetMails(tx: Tx, { name, email }: Known): Promise<void> {
	const mentions = sql`(
		position(lower(${email}) in lower(body_text)) > 0
		or (${name} <> '' and (position(lower(${name}) in lower(body_text)) > 0 or position(lower(${name}) in lower(subject)) > 0))
	)`;
	await sql`update mail set subject = '', body_text = '', body_html = '' where ${mentions}`.execute(
		tx,
	);
}

// Uploaded bytes and returned workbooks hold whole rows of people: they go, whoever else is in them.
async function forgetFiles(
	tx: Tx,
	{ name, email, number }: Known,
): Promise<void> {
	await sql`
		update people_import set file = null, look = null, returned = null
		where file is not null or look is not null or returned is not null
	`.execute(tx);
	await sql`
		delete from people_import_problem
		where lower(value) in (lower(${email}), lower(${name}), lower(${number ?? email}))
			or position(lower(${email}) in lower(detail::text)) > 0
	`.execute(tx);
}

// What a run was computed from names people by id, with everything they were weighed by. It is encrypted at rest, so it is opened to look.
async function forgetInRounds(tx: Tx, person: string): Promise<void> {
	const vault = vaultOf(tx);
	const rounds = await tx
		.selectFrom("round_input")
		.select(["round_id", "mentors", "mentees"])
		.execute();
	for (const { round_id: round, ...sides } of rounds)
		for (const side of ["mentors", "mentees"] as const) {
			const column = `round_input.${side}` as const;
			const text = vault.open(column, [round], sides[side]);
			if (!text.includes(person)) continue;
			const table = Kept.parse(JSON.parse(text));
			const rows = table.rows.filter(
				(row) => !JSON.stringify(row).includes(person),
			);
			await tx
				.updateTable("round_input")
				.set({
					[side]: vault.seal(
						column,
						[round],
						JSON.stringify({ ...table, rows }),
					),
				})
				.where("round_id", "=", round)
				.execute();
		}
}

const Kept = z.looseObject({ rows: z.array(z.unknown()) });

// A word that nobody else has would still be suggested when somebody mistypes it.
async function forgetWords(tx: Tx, { id, words }: Known): Promise<void> {
	if (words.length === 0) return;
	await sql`
		delete from directory_word where word = any (${words}::text[])
			and not exists (
				select from person where id <> ${id} and word = any (string_to_array(search_text, ' '))
			)
	`.execute(tx);
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import { letterHtml, letterText } from "./letter.ts";
import type { Outgoing } from "./mail.ts";

/** The same as `post` for a whole cohort: two statements however many mails there are. */
export async function postAll(
	tx: Tx,
	mails: readonly Outgoing[],
): Promise<void> {
	if (mails.length === 0) return;
	const rows = mails.map(({ to, kind, letter, holdsSignInLink = false }) => {
		const id = randomUUID();
		return {
			id,
			person_id: to,
			kind,
			subject: letter.subject,
			body_text: letterText(letter),
			body_html: letterHtml(letter),
			holds_sign_in_link: holdsSignInLink,
			message_id: `<${id}@baton>`,
		};
	});
	await sql`
		insert into mail (id, person_id, kind, subject, body_text, body_html, holds_sign_in_link, message_id)
		select id, person_id, kind, subject, body_text, body_html, holds_sign_in_link, message_id
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as outgoing
			(id uuid, person_id uuid, kind text, subject text, body_text text, body_html text, holds_sign_in_link boolean, message_id text)
	`.execute(tx);
	await sql`
		select count(*) from graphile_worker.add_jobs(array(
			select ('deliver-mail', json_build_object('mail', id), null, null, null, null, null, null)::graphile_worker.job_spec
			from unnest(${rows.map(({ id }) => id)}::uuid[]) as outgoing (id)
		))
	`.execute(tx);
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import {
	type MailChoice,
	type Sending,
	sendingOf,
} from "../../domain/mail/sending.ts";
import { usualTimes } from "../../domain/mail/times.ts";
import type { LetterKind } from "../../domain/mail/topic.ts";
import { actingAs } from "../database/acting.ts";
import { type Tx, nowOf } from "../database/database.ts";
import { mailChoices } from "./choices.ts";
import { type Letter, letterHtml, letterText } from "./letter.ts";

export type Outgoing = {
	readonly to: string;
	readonly kind: LetterKind;
	/** What happened, "proposal 3f2c…": of one event nobody gets the same letter twice, however often this is called. Ids, never texts. */
	readonly event: string;
	readonly letter: Letter;
	/** The last day on which it is of use, YYYY-MM-DD: it never waits for a digest that comes later. */
	readonly by?: string | undefined;
	readonly holdsSignInLink?: boolean;
};

/** Writes the mail down and asks for its delivery, both in this transaction: it goes out if and only if the act stands. */
export async function post(
	tx: Tx,
	mail: Outgoing,
	now: Date = nowOf(tx),
): Promise<void> {
	await postAll(tx, [mail], now);
}

/** The same for a whole cohort: the same few statements however many mails there are. */
export async function postAll(
	tx: Tx,
	mails: readonly Outgoing[],
	now: Date = nowOf(tx),
): Promise<void> {
	if (mails.length === 0) return;
	// When somebody wants their mail is known to the mail process alone.
	await actingAs(tx, "mail", () => write(tx, mails, now));
}

async function write(
	tx: Tx,
	mails: readonly Outgoing[],
	now: Date,
): Promise<void> {
	const choices = await mailChoices(
		tx,
		mails.map(({ to }) => to),
	);
	const sending = remembering(now);
	const rows = mails.map((mail) => {
		const id = randomUUID();
		const { to, kind, event, letter, by, holdsSignInLink = false } = mail;
		const found = sending({ kind, by, holdsSignInLink }, choices.get(to));
		return {
			id,
			person_id: to,
			kind,
			event,
			subject: letter.subject,
			body_text: letterText(letter),
			body_html: letterHtml(letter),
			button_label: letter.button?.label ?? null,
			button_url: holdsSignInLink ? null : (letter.button?.url ?? null),
			holds_sign_in_link: holdsSignInLink,
			message_id: `<${id}@baton>`,
			by_day: by ?? null,
			sending: found.way,
			due_at: found.way === "mail" ? found.at.toString() : now.toISOString(),
			created_at: now.toISOString(),
		};
	});
	await sql`
		with added as (
			insert into mail (id, person_id, kind, event, subject, body_text, body_html, button_label, button_url, holds_sign_in_link, message_id, by_day, sending, due_at, created_at)
			select id, person_id, kind, event, subject, body_text, body_html, button_label, button_url, holds_sign_in_link, message_id, by_day, sending, due_at, created_at
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as outgoing
				(id uuid, person_id uuid, kind text, event text, subject text, body_text text, body_html text, button_label text, button_url text,
				holds_sign_in_link boolean, message_id text, by_day date, sending text, due_at timestamptz, created_at timestamptz)
			on conflict (event, person_id, kind) where event is not null do nothing
			returning id, due_at, sending
		)
		select count(*) from graphile_worker.add_jobs(array(
			select ('deliver-mail', json_build_object('mail', id), null, due_at, null, 'mail-' || id, null, null)::graphile_worker.job_spec
			from added where sending = 'mail'
		))
	`.execute(tx);
}

type Sendable = Parameters<typeof sendingOf>[0];

// A cohort's letters differ by their recipients' choices, which are few.
function remembering(now: Date) {
	const known = new Map<string, Sending>();
	const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
	return (
		letter: Sendable,
		choice: MailChoice = { times: usualTimes, ways: {}, zone: "UTC" },
	): Sending => {
		const name = JSON.stringify([letter, choice]);
		const sending = known.get(name) ?? sendingOf(letter, choice, instant);
		known.set(name, sending);
		return sending;
	};
}

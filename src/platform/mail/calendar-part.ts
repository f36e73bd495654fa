import { sql } from "kysely";
import type { InvitationMethod } from "../calendar/write-calendar.ts";
import { actingAs } from "../database/acting.ts";
import { type Tx, vaultOf } from "../database/database.ts";
import { type Outgoing, postAll } from "./mail.ts";

/** A letter with what calendar programs read beside it. */
export type CalendarLetter = Outgoing & {
	readonly method: InvitationMethod;
	/** iCalendar. */
	readonly body: string;
};

/** Writes the mails down, each with its calendar part, which is kept sealed until the mail has gone out. */
export async function postWithCalendar(
	tx: Tx,
	told: readonly CalendarLetter[],
): Promise<void> {
	if (told.length === 0) return;
	await postAll(
		tx,
		told.map(({ to, kind, event, letter }) => ({ to, kind, event, letter })),
	);
	await actingAs(tx, "mail", () => attach(tx, told));
}

async function attach(tx: Tx, told: readonly CalendarLetter[]): Promise<void> {
	const mails = await tx
		.selectFrom("mail")
		.select(["id", "event", "person_id", "kind"])
		.where(sql<boolean>`event = any (${told.map(({ event }) => event)})`)
		.execute();
	const rows = told.flatMap(({ to, event, kind, method, body }) => {
		const mail = mails.find(
			(row) => row.event === event && row.person_id === to && row.kind === kind,
		);
		return mail === undefined
			? []
			: [
					{
						mail_id: mail.id,
						method,
						body: vaultOf(tx).seal("mail_calendar.body", [mail.id], body),
					},
				];
	});
	if (rows.length === 0) return;
	await tx
		.insertInto("mail_calendar")
		.values(rows)
		.onConflict((conflict) => conflict.column("mail_id").doNothing())
		.execute();
}

import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";
import type { Letter } from "../../platform/mail/letter.ts";
import { t } from "../../ui/text.ts";
import { mailPeople } from "../programs/letters.ts";
import { newestCheckpoint } from "./queries.ts";

/** Sends the newest checkpoint to those who look after the journal: in their mailboxes the database cannot reach it. */
export async function sendDigest(tx: Tx, origin: string): Promise<void> {
	const checkpoint = await newestCheckpoint(tx);
	if (checkpoint === undefined) return;
	const { entries, readings } = await pastWeek(tx);
	await mailPeople(tx, {
		kind: "journal-digest",
		event: `checkpoint ${checkpoint.size}`,
		people: await overseers(tx),
		letter: ({ firstName }) =>
			digestLetter({
				firstName,
				entries,
				readings,
				note: checkpoint.note,
				origin,
			}),
	});
	await tx
		.updateTable("journal_checkpoint")
		.set({ sent_at: sql<Date>`now()` })
		.where("size", "=", checkpoint.size)
		.execute();
	await record(tx, {
		act: "send-checkpoint",
		detail: { size: Number(checkpoint.size) },
	});
}

async function pastWeek(tx: Tx) {
	return tx
		.selectFrom("journal")
		.select(({ fn }) => [
			fn.countAll<string>().as("entries"),
			fn.countAll<string>().filterWhere("act", "like", "read-%").as("readings"),
		])
		.where("at", ">", sql<Date>`now() - interval '7 days'`)
		.executeTakeFirstOrThrow();
}

async function overseers(tx: Tx): Promise<string[]> {
	const rows = await tx
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select("office.person_id as id")
		.distinct()
		.where("office.office", "in", ["administrator", "analyst"])
		.where("office.program_id", "is", null)
		.where("office.from_at", "<=", sql<Date>`now()`)
		.where((office) =>
			office.or([
				office("office.until_at", "is", null),
				office("office.until_at", ">", sql<Date>`now()`),
			]),
		)
		.where("person.left_on", "is", null)
		.execute();
	return rows.map(({ id }) => id);
}

function digestLetter({
	firstName,
	entries,
	readings,
	note,
	origin,
}: {
	readonly firstName: string;
	readonly entries: string;
	readonly readings: string;
	readonly note: string;
	readonly origin: string;
}): Letter {
	return {
		subject: t("The journal this week, with its checkpoint"),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"in the past seven days the journal grew by {entries, plural, one {one entry} other {# entries}}; {readings, plural, =0 {nobody opened a colleague’s record} one {a colleague’s record was opened once} other {colleagues’ records were opened # times}}.",
				{ entries: Number(entries), readings: Number(readings) },
			),
			t(
				"Please keep this mail. The lines below state what the journal held today; if anybody ever changes, removes or adds an entry behind Baton’s back, they give it away:",
			),
			note.trimEnd(),
			t(
				"To check, save the lines in a file and run: ./baton check-journal --checkpoint FILE",
			),
		],
		button: {
			label: t("Open the checkpoints"),
			url: `${origin}/administration/journal/checkpoints`,
		},
		foot: t("Sent because you look after the journal by your office."),
	};
}

import { Temporal } from "temporal-polyfill";
import { sendingOf } from "../../domain/mail/sending.ts";
import { isLetterKind } from "../../domain/mail/topic.ts";
import type { Tx } from "../database/database.ts";
import { addJob } from "../jobs/jobs.ts";
import { mailChoices } from "./choices.ts";

/** What somebody chose anew holds for the letters that wait too. Must run as the process `mail`. */
export async function reschedule(
	tx: Tx,
	person: string,
	now: Date,
): Promise<void> {
	const choice = (await mailChoices(tx, [person])).get(person);
	if (choice === undefined) return;
	const waiting = await tx
		.selectFrom("mail")
		.select(["id", "kind", "by_day", "holds_sign_in_link"])
		.where("person_id", "=", person)
		.where("sent_at", "is", null)
		.where("digest_id", "is", null)
		.where("sending", "<>", "none")
		.execute();
	for (const { id, kind, by_day, holds_sign_in_link } of waiting) {
		if (!isLetterKind(kind)) continue;
		const sending = sendingOf(
			{
				kind,
				by: by_day ?? undefined,
				holdsSignInLink: holds_sign_in_link,
			},
			choice,
			Temporal.Instant.fromEpochMilliseconds(now.getTime()),
		);
		const due =
			sending.way === "mail" ? new Date(sending.at.epochMilliseconds) : now;
		await tx
			.updateTable("mail")
			.set({ sending: sending.way, due_at: due })
			.where("id", "=", id)
			.execute();
		if (sending.way === "mail")
			await addJob(
				tx,
				"deliver-mail",
				{ mail: id },
				{ key: `mail-${id}`, runAt: due },
			);
	}
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Side } from "../../../domain/programs/enrolment.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Invalid, NotAllowed } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { mailPeople, nominationLetter } from "../letters.ts";
import { lockProgram } from "./programs.ts";

export type Nomination = {
	readonly program: string;
	readonly person: string;
	readonly side: Side;
	readonly reason: string;
	readonly by: { readonly id: string; readonly name: string };
	readonly origin: string;
};

/**
 * Suggests somebody. Whether they stand in the program already, or said no before, the one who nominates does not learn: the suggestion is kept
 * either way, and only somebody new is asked.
 */
export async function nominate(tx: Tx, nomination: Nomination): Promise<void> {
	const { person, side, reason, by, origin } = nomination;
	const program = await lockProgram(tx, nomination.program);
	const isTakingPeople =
		program.status === "open" || program.status === "running";
	if (!program.takes_nominations || !isTakingPeople)
		throw new NotAllowed(t("This program takes no nominations."));
	const { numInsertedOrUpdatedRows: kept } = await tx
		.insertInto("nomination")
		.values({
			program_id: program.id,
			person_id: person,
			side,
			reason,
			nominated_by: by.id,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	if (kept === 0n)
		throw new Invalid({
			person: t("You have suggested this person already."),
		});
	const { numInsertedOrUpdatedRows: asked } = await tx
		.insertInto("enrolment")
		.values({
			program_id: program.id,
			person_id: person,
			side,
			status: "nominated",
			how: "nomination",
			entered_by: by.id,
			capacity: sql<number>`1`,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	await record(tx, {
		act: "nominate",
		about: person,
		subject: { kind: "program", id: program.id },
		detail: { side },
	});
	if (asked === 1n)
		await mailPeople(tx, {
			kind: "nomination",
			event: `nomination ${program.id} ${randomUUID()}`,
			people: [person],
			letter: ({ firstName }) =>
				nominationLetter({ program, origin }, { firstName, by: by.name }),
		});
}

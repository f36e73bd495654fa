// A pair proposed in the place of one that still runs: nothing ends before both have said yes. Runs as the process `pairing`.
import type { Tx } from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { peopleChanged } from "../../people/changed.ts";
import { postTo, proposalLetter, recipients } from "../letters.ts";
import { endedLetter } from "../movers/letters.ts";
import { replyLink } from "../reply/link.ts";
import type { OpenProposal } from "./settle.ts";

/** The mentor has said yes: now the mentee is asked, who learns of it here first. */
export async function askMentee(
	tx: Tx,
	{ id, mentee, programName, answerBy }: OpenProposal,
	origin: string,
): Promise<void> {
	await tx
		.updateTable("proposal")
		.set({ asked: "both" })
		.where("id", "=", id)
		.execute();
	if (answerBy === null) return;
	const people = await recipients(tx, [mentee]);
	await postTo(
		tx,
		people.get(mentee),
		{ kind: "proposal", event: `proposal ${id}`, by: answerBy },
		(to) =>
			proposalLetter(to, {
				program: programName,
				url: replyLink(origin, { about: "proposal", id, by: answerBy }),
				answerBy,
			}),
	);
}

/** Ends what the new pair takes the place of, if it still runs: the mentor who was is told the same words as at any such ending. */
export async function endReplaced(
	tx: Tx,
	{ replaces, mentee, program, programName }: OpenProposal,
	origin: string,
): Promise<void> {
	if (replaces === null) return;
	const { numInsertedOrUpdatedRows } = await tx
		.insertInto("relationship_ending")
		.values({ relationship_id: replaces })
		.onConflict((row) => row.column("relationship_id").doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 0n) return;
	const members = await tx
		.selectFrom("relationship_member")
		.select("person_id as id")
		.where("relationship_id", "=", replaces)
		.where("person_id", "<>", mentee)
		.execute();
	const people = await recipients(
		tx,
		members.map(({ id }) => id),
	);
	for (const recipient of people.values())
		await postTo(
			tx,
			recipient,
			{ kind: "change", event: `ended ${replaces}` },
			(to) =>
				endedLetter(to, {
					program: programName,
					url: `${origin}/relationships/${replaces}`,
				}),
		);
	await record(tx, {
		act: "end-relationship",
		subject: { kind: "program", id: program },
	});
	await peopleChanged(tx);
}

import { sql } from "kysely";
import { type Database, transact } from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { record } from "../../platform/journal/journal.ts";
import { sealJournal } from "../../platform/journal/seal.ts";
import { journalSigner } from "../../platform/journal/signer.ts";
import type { LeavingReaction } from "../people/leaving.ts";
import { erasePerson } from "./commands/erase.ts";
import { sweep } from "./commands/retention.ts";

const asErasure = {
	actor: { kind: "process", process: "erasure" },
	access: "write",
} as const;

export function rightsJobs(reactions: readonly LeavingReaction[]): Job[] {
	return [
		{
			name: "erase-person",
			run: async ({ person, request }, database) =>
				void (await eraseNow(database, {
					person: String(person),
					request: request === undefined ? null : String(request),
					reactions,
				})),
		},
		{
			name: "sweep",
			every: "20 2 * * *",
			run: async (_payload, database) => {
				await transact(
					database,
					{
						actor: { kind: "process", process: "housekeeping" },
						access: "write",
					},
					sweep,
				);
			},
		},
	];
}

type Erasing = {
	readonly person: string;
	readonly request: string | null;
	readonly reactions: readonly LeavingReaction[];
};

/**
 * Lets the person leave where they have not, seals the journal, and erases. Fails where entries still wait, and is then tried again. Says whether there was
 * somebody to erase: not who is not in the database, nor who was erased before (what a restored backup brought back about them goes all the same).
 */
export async function eraseNow(
	database: Database,
	{ person, request, reactions }: Erasing,
): Promise<boolean> {
	const isThere = await transact(database, asErasure, (tx) =>
		tx
			.selectFrom("person")
			.select("id")
			.where("id", "=", person)
			.where("erased_at", "is", null)
			.executeTakeFirst(),
	);
	await transact(database, asErasure, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable("person")
			.set({ left_on: sql<string>`current_date` })
			.where("id", "=", person)
			.where("left_on", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) return;
		for (const { left } of reactions) await left(tx, person);
		await record(tx, { act: "mark-as-left", about: person });
	});
	await sealJournal(database, {
		signer: journalSigner(database.vault),
		now: () => new Date(),
	});
	const isDone = await transact(database, asErasure, (tx) =>
		erasePerson(tx, person, request),
	);
	if (!isDone) throw new Error("entries about the person wait to be sealed");
	return isThere !== undefined;
}

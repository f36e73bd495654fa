import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { record } from "../../platform/journal/journal.ts";
import { giveUp, postAsked } from "./commands.ts";
import { type HandOver, lockHandOver } from "./queries.ts";

/** Whoever is asked is reminded twice at most; silence ends it, with the same words to the mentor as a no. */
export const handOverJobs: readonly Job[] = [
	{
		name: "remind-hand-over",
		run: ({ id, asked, number, origin }, database) =>
			stillAsked(database, { id, asked }, async (tx, found) => {
				await postAsked(tx, found, {
					origin: String(origin),
					reminder: Number(number),
				});
				await record(tx, {
					act: "remind-hand-over",
					subject: { kind: "hand-over", id: found.id },
					detail: { number: Number(number) },
				});
			}),
	},
	{
		name: "lapse-hand-over",
		run: ({ id, asked, origin }, database) =>
			stillAsked(
				database,
				{ id, asked },
				async (tx, found) => {
					await giveUp(tx, found, String(origin));
					await record(tx, {
						act: "lapse-hand-over",
						subject: { kind: "program", id: found.program },
					});
				},
				// Where the relationship has ended meanwhile, nobody has to be told.
				(tx) =>
					tx
						.deleteFrom("hand_over")
						.where("id", "=", String(id))
						.where("asked", "=", asked === "peer" ? "peer" : "mentee")
						.execute(),
			),
	},
];

async function stillAsked(
	database: Database,
	{ id, asked }: { readonly id: unknown; readonly asked: unknown },
	work: (tx: Tx, found: HandOver) => Promise<void>,
	otherwise: (tx: Tx) => Promise<unknown> = async () => {},
): Promise<void> {
	await transact(
		database,
		{ actor: { kind: "process", process: "pairing" }, access: "write" },
		async (tx) => {
			const found = await lockHandOver(tx, String(id));
			if (found !== undefined && found.asked === asked) await work(tx, found);
			else await otherwise(tx);
		},
	);
}

import { type Tx, vaultOf } from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { sessionChanged } from "../events.ts";
import { settledAlready } from "./move.ts";

/** A room, or a link to a call. Empty takes it away. */
export async function namePlace(
	tx: Tx,
	session: string,
	place: string,
): Promise<void> {
	const row = await tx
		.updateTable("session")
		.set((set) => ({
			place:
				place === ""
					? null
					: vaultOf(tx).seal("session.place", [session], place),
			sequence: set("sequence", "+", 1),
		}))
		.where("id", "=", session)
		.where("state", "in", ["proposed", "booked"])
		.returning(["sequence", "state"])
		.executeTakeFirst();
	if (row === undefined) throw settledAlready();
	await record(tx, {
		act: "name-session-place",
		subject: { kind: "session", id: session },
	});
	if (row.state === "booked")
		await sessionChanged(tx, {
			session,
			sequence: row.sequence,
			change: "moved",
		});
}

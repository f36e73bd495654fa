import { type Tx } from "../../../platform/database/database.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import type { FoundRoundtable } from "../queries.ts";
import {
	isTaken,
	lockRoundtable,
	refuseOver,
	takenThen,
	tellLater,
	tellLeft,
} from "./table.ts";

/** Takes a seat, or a place among those who wait. Who comes first is told by when each asked, one after the other. */
export async function takeSeat(
	tx: Tx,
	roundtable: FoundRoundtable,
	person: string,
): Promise<void> {
	const { id, program } = roundtable;
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	if (await isTaken(tx, { ...roundtable, person, except: id }))
		throw new Conflict(takenThen());
	const taken = await tx
		.insertInto("roundtable_seat")
		.values({ roundtable_id: id, program_id: program, person_id: person })
		.onConflict((row) =>
			row.columns(["roundtable_id", "person_id"]).doNothing(),
		)
		.returning("id")
		.executeTakeFirst();
	if (taken === undefined) throw new Conflict(t("You have asked already."));
	await record(tx, {
		act: "take-roundtable-seat",
		about: person,
		subject: { kind: "roundtable", id },
	});
	await tellLater(tx, id);
}

/** Gives a seat back, or no longer waits: whoever waits first has it then. */
export async function giveSeatBack(
	tx: Tx,
	{ id }: Pick<FoundRoundtable, "id">,
	person: string,
): Promise<void> {
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	const gone = await tx
		.deleteFrom("roundtable_seat")
		.where("roundtable_id", "=", id)
		.where("person_id", "=", person)
		.where("is_host", "=", false)
		.returning(["id", "told_sequence"])
		.executeTakeFirst();
	if (gone === undefined) throw new NotFound();
	await record(tx, {
		act: "give-back-roundtable-seat",
		about: person,
		subject: { kind: "roundtable", id },
	});
	await tellLeft(tx, {
		roundtable: id,
		person,
		seat: gone,
		news: "given-back",
	});
	await tellLater(tx, id);
}

/** Keeps one's seat after it was moved. */
export async function keepSeat(
	tx: Tx,
	roundtable: FoundRoundtable,
	person: string,
): Promise<void> {
	const { id } = roundtable;
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	if (await isTaken(tx, { ...roundtable, person, except: id }))
		throw new Conflict(takenThen());
	const kept = await actingAs(tx, "calendar", () =>
		tx
			.updateTable("roundtable_seat")
			.set({ answer: "yes" })
			.where("roundtable_id", "=", id)
			.where("person_id", "=", person)
			.where("is_host", "=", false)
			.returning("id")
			.executeTakeFirst(),
	);
	if (kept === undefined) throw new NotFound();
	await record(tx, {
		act: "keep-roundtable-seat",
		about: person,
		subject: { kind: "roundtable", id },
	});
}

// What calendar programs answer to a roundtable's invitation (RFC 5546, 3.2.3). Whoever declines gives the seat back, and hears so by mail: a mail may be forged,
// and the seat can be asked for again. Another time proposed for it is the host's alone to choose: the calendar is told that it stays.
import type {
	CalendarCounter,
	CalendarReply,
} from "../../platform/calendar/read-answer.ts";
import { type Tx, nowOf } from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";
import {
	isTaken,
	lockRoundtable,
	tellLater,
	tellLeft,
} from "./commands/table.ts";
import { type From, tellOne } from "./told.ts";

/** Takes an answer that came by mail. Acts as the process `calendar`. */
export async function answerSeat(
	tx: Tx,
	{
		seat: id,
		person,
		answered,
	}: {
		readonly seat: string;
		readonly person: string;
		readonly answered: CalendarReply | CalendarCounter;
	},
	from: From,
): Promise<"taken" | "unknown" | "outdated"> {
	const found = await findSeat(tx, { id, person });
	if (found === undefined || found.isHost) return "unknown";
	const { roundtable, sequence } = found;
	await lockRoundtable(tx, roundtable);
	if (
		found.calledOffAt !== null ||
		found.startsAt <= nowOf(tx) ||
		answered.sequence !== sequence
	)
		return "outdated";
	if (answered.kind === "counter") {
		await tellOne(
			tx,
			{ roundtable, person, seat: id, sequence, news: "stays" },
			from,
		);
		return "taken";
	}
	if (answered.answer === "no") {
		const seat = await tx
			.deleteFrom("roundtable_seat")
			.where("id", "=", id)
			.returning(["id", "told_sequence"])
			.executeTakeFirst();
		if (seat === undefined) return "outdated";
		await say("give-back-roundtable-seat");
		await tellLeft(tx, { roundtable, person, seat, news: "given-back" });
		await tellLater(tx, roundtable);
		return "taken";
	}
	// Nobody is promised to two places: the question stays open on their page.
	if (
		answered.answer === "yes" &&
		(await isTaken(tx, { ...found, person, except: roundtable }))
	)
		return "outdated";
	await tx
		.updateTable("roundtable_seat")
		.set({ answer: answered.answer })
		.where("id", "=", id)
		.execute();
	await say("keep-roundtable-seat");
	return "taken";

	function say(act: "give-back-roundtable-seat" | "keep-roundtable-seat") {
		return record(tx, {
			act,
			about: person,
			subject: { kind: "roundtable", id: roundtable },
			detail: { through: "mail" },
		});
	}
}

function findSeat(
	tx: Tx,
	{ id, person }: { readonly id: string; readonly person: string },
) {
	return tx
		.selectFrom("roundtable_seat as seat")
		.innerJoin("roundtable", "roundtable.id", "seat.roundtable_id")
		.select([
			"roundtable.id as roundtable",
			"seat.is_host as isHost",
			"starts_at as startsAt",
			"ends_at as endsAt",
			"called_off_at as calledOffAt",
			"sequence",
		])
		.where("seat.id", "=", id)
		.where("seat.person_id", "=", person)
		.executeTakeFirst();
}

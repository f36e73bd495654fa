import { organizerOf } from "../../platform/calendar/organizer.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { freeLostSeats } from "./lost-places.ts";
import { tellOne, tellSeats } from "./told.ts";
import { tellMoved } from "./waits.ts";

/** Tells calendars who has a seat, once each; who no longer has one, when it is moved, or that it does not take place. Those who wait get letters. */
export function roundtableJobs({
	origin,
	from,
}: {
	readonly origin: string;
	/** Who the invitations come from: "Baton <baton@example.org>". */
	readonly from: string | undefined;
}): readonly Job[] {
	const sender = { origin, organizer: organizerOf(from, origin) };
	return [
		{
			name: "roundtable-changed",
			run: ({ roundtable }, database) =>
				asCalendar(database, (tx) => tellSeats(tx, String(roundtable), sender)),
		},
		{
			name: "roundtable-moved",
			run: ({ roundtable, seat, sequence }, database) =>
				asCalendar(database, (tx) =>
					tellMoved(
						tx,
						{
							roundtable: String(roundtable),
							seat: String(seat),
							sequence: Number(sequence),
						},
						origin,
					),
				),
		},
		{
			name: "roundtable-left",
			run: ({ roundtable, person, seat, sequence, news }, database) =>
				asCalendar(database, (tx) =>
					tellOne(
						tx,
						{
							roundtable: String(roundtable),
							person: String(person),
							seat: String(seat),
							sequence: Number(sequence ?? 1),
							news: news === "no-place" ? "no-place" : "given-back",
						},
						sender,
					),
				),
		},
		{
			name: "roundtable-places",
			every: "*/10 * * * *",
			run: (_, database) => asCalendar(database, freeLostSeats),
		},
	];
}

function asCalendar(
	database: Database,
	work: (tx: Tx) => Promise<void>,
): Promise<void> {
	return transact(
		database,
		{ actor: { kind: "process", process: "calendar" }, access: "write" },
		work,
	);
}

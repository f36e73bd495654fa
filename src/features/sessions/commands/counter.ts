import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record, recordAll } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { lockRelationship } from "./book.ts";
import { refusingDoubleBooking } from "./double-booking.ts";
import { setTime, settledAlready } from "./move.ts";
import { sessionToMove } from "./move-by-link.ts";

type Settling = {
	readonly session: string;
	/** Who settles it: another member than whoever proposed. */
	readonly by: string;
	/** The time that was proposed, as it was shown: milliseconds since 1970. */
	readonly at: number;
};

/** Moves a session to a time that another member's calendar program proposed: both can then, and everyone else is asked anew. */
export async function moveToCounter(
	tx: Tx,
	{ session, by, at }: Settling,
	{ now, through }: { readonly now: number; readonly through: "page" | "link" },
): Promise<void> {
	const before = await sessionToMove(tx, { session, person: by });
	if (before === undefined) throw new NotFound();
	await lockRelationship(tx, before.relationship);
	if (at <= now)
		throw new Conflict(t("That time is over. Choose another one."));
	await actingAs(tx, "sessions", async () => {
		const proposers = await withdrawn(tx, { session, by, at });
		await refusingDoubleBooking(() =>
			setTime(tx, session, {
				startsAt: at,
				endsAt: at + before.endsAt.getTime() - before.startsAt.getTime(),
				zone: before.zone,
				by,
				through,
			}),
		);
		await tx
			.updateTable("session_member")
			.set({
				answer: "yes",
				answered_at: new Date(now),
				answered_through: "mail",
			})
			.where("session_id", "=", session)
			.where("person_id", "in", proposers)
			.execute();
	});
	await record(tx, {
		act: "move-session",
		about: by,
		subject: { kind: "session", id: session },
	});
}

/** Keeps a session when it is: whoever proposed another time is told so in their calendar. */
export async function keepTime(
	tx: Tx,
	{ session, by, at }: Settling,
): Promise<void> {
	if ((await sessionToMove(tx, { session, person: by })) === undefined)
		throw new NotFound();
	const proposers = await actingAs(tx, "sessions", () =>
		withdrawn(tx, { session, by, at }),
	);
	for (const person of proposers)
		await addJob(
			tx,
			"session-time-kept",
			{ session, person, at },
			{ key: `session-time-kept ${session} ${person} ${at}` },
		);
	await recordAll(
		tx,
		proposers.map((person) => ({
			act: "keep-session-time",
			about: person,
			subject: { kind: "session", id: session },
		})),
	);
}

/** Whose proposal it was; from here on nobody's. */
async function withdrawn(
	tx: Tx,
	{ session, by, at }: Settling,
): Promise<readonly string[]> {
	const rows = await tx
		.updateTable("session_member")
		.set({ counter_at: null })
		.where("session_id", "=", session)
		.where("person_id", "<>", by)
		.where("counter_at", "=", new Date(at))
		.returning("person_id as person")
		.execute();
	if (rows.length === 0) throw settledAlready();
	return rows.map(({ person }) => person);
}

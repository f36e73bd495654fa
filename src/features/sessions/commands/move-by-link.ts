import { mayMove } from "../../../domain/sessions/standing.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { Conflict, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { type Proposing, suitsAll } from "../queries/proposals.ts";
import { standingOf } from "../queries/sessions.ts";
import { lockRelationship } from "./book.ts";
import { refusingDoubleBooking } from "./double-booking.ts";
import { setTime } from "./move.ts";

export type SessionToMove = NonNullable<
	Awaited<ReturnType<typeof sessionToMove>>
>;

/** A session that one of its members may move, with who must be free; undefined: it is settled, or never was theirs. Shown to nobody. */
export function sessionToMove(
	db: Db,
	{ session, person }: { readonly session: string; readonly person: string },
) {
	return actingAs(db, "sessions", async () => {
		const rows = await db
			.selectFrom("session_member")
			.innerJoin("session", "session.id", "session_member.session_id")
			.leftJoin(
				"relationship_ending as ending",
				"ending.relationship_id",
				"session.relationship_id",
			)
			.select([
				"session.id",
				"session.relationship_id as relationship",
				"session.state",
				"session.format",
				"session.starts_at as startsAt",
				"session.ends_at as endsAt",
				"session.zone",
				"session_member.person_id as member",
				"ending.ended_at as endedAt",
			])
			.where("session.id", "=", session)
			.where("session.state", "=", "booked")
			.execute();
		const [first] = rows;
		const members = rows.map(({ member }) => member);
		if (first === undefined || !members.includes(person)) return undefined;
		const found = { ...first, isRunning: first.endedAt === null, members };
		return mayMove(standingOf(found)) ? found : undefined;
	});
}

/** What looks for times at which all of them can. */
export function proposingFor(
	{ id, members, startsAt, endsAt }: SessionToMove,
	now: number,
): Proposing {
	return {
		members,
		minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
		now,
		except: [id],
	};
}

/** Moves a session to another time that suits all, for whoever holds the link of its invitation: they can then, the others are asked anew. */
export async function moveByLink(
	tx: Tx,
	{ session, person }: { readonly session: string; readonly person: string },
	{ at, now }: { readonly at: number; readonly now: number },
): Promise<void> {
	const before = await sessionToMove(tx, { session, person });
	if (before === undefined) throw new NotFound();
	await lockRelationship(tx, before.relationship);
	if (!(await suitsAll(tx, at, proposingFor(before, now))))
		throw new Conflict(
			t("That time was taken meanwhile. Open the link again for others."),
		);
	await actingAs(tx, "sessions", () =>
		refusingDoubleBooking(() =>
			setTime(tx, session, {
				startsAt: at,
				endsAt: at + before.endsAt.getTime() - before.startsAt.getTime(),
				zone: before.zone,
				by: person,
				through: "link",
			}),
		),
	);
	await record(tx, {
		act: "move-session",
		about: person,
		subject: { kind: "session", id: session },
	});
}

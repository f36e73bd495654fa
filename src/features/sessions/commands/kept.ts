import { type Tx } from "../../../platform/database/database.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { refusingDoubleBooking } from "./double-booking.ts";
import { setTime } from "./move.ts";

/** Moves a session for somebody whose calendar one keeps: they can then, the others are asked anew. */
export async function moveForSomebody(
	tx: Tx,
	{ id, startsAt, endsAt }: { id: string; startsAt: Date; endsAt: Date },
	time: {
		readonly startsAt: number;
		readonly zone: string;
		/** Whose calendar it is. */
		readonly person: string;
		readonly now: number;
	},
): Promise<void> {
	if (time.startsAt <= time.now)
		throw new Invalid({ time: t("Choose a time to come.") });
	await refusingDoubleBooking(() =>
		setTime(tx, id, {
			startsAt: time.startsAt,
			endsAt: time.startsAt + endsAt.getTime() - startsAt.getTime(),
			zone: time.zone,
			by: time.person,
		}),
	);
	await record(tx, {
		act: "move-session",
		about: time.person,
		subject: { kind: "session", id },
	});
}

/** Who is to be there, as a list of ids for looking up free time: never shown. */
export async function peopleIn(
	tx: Parameters<typeof actingAs>[0],
	session: string,
): Promise<readonly string[]> {
	const rows = await actingAs(tx, "sessions", () =>
		tx
			.selectFrom("session_member")
			.select("person_id")
			.where("session_id", "=", session)
			.execute(),
	);
	return rows.map(({ person_id }) => person_id);
}

import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
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
} from "./table.ts";

export type NewRoundtable = {
	readonly program: string;
	readonly host: string;
	readonly topic: string;
	/** Empty: nowhere in particular yet. */
	readonly place: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly zone: string;
	readonly seats: number;
};

/** Sets a table, as somebody who mentors in the program: the database takes it from nobody else. */
export async function offerRoundtable(
	tx: Tx,
	{ program, host, topic, place, startsAt, endsAt, zone, seats }: NewRoundtable,
): Promise<string> {
	if (startsAt <= nowOf(tx))
		throw new Invalid({ day: t("Choose a time to come.") });
	if (await isTaken(tx, { person: host, startsAt, endsAt }))
		throw new Invalid({ time: takenThen() });
	const { id } = await tx
		.insertInto("roundtable")
		.values({
			program_id: program,
			host_id: host,
			topic,
			place: place === "" ? null : place,
			starts_at: startsAt,
			ends_at: endsAt,
			zone,
			seats,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("roundtable_seat")
		.values({
			roundtable_id: id,
			program_id: program,
			person_id: host,
			is_host: true,
		})
		.execute();
	await record(tx, {
		act: "offer-roundtable",
		about: host,
		subject: { kind: "roundtable", id },
	});
	await tellLater(tx, id);
	return id;
}

export type NewPlace = Pick<
	NewRoundtable,
	"place" | "startsAt" | "endsAt" | "zone"
>;

/** Moves a table to another time or place, as its host. Those who sit there keep their seats and are asked whether they still want them; those who wait go on waiting, and are told. */
export async function moveRoundtable(
	tx: Tx,
	{ id }: Pick<FoundRoundtable, "id">,
	{ host, startsAt, endsAt, zone, place }: NewPlace & { readonly host: string },
): Promise<void> {
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	if (startsAt <= nowOf(tx))
		throw new Invalid({ day: t("Choose a time to come.") });
	if (await isTaken(tx, { person: host, startsAt, endsAt, except: id }))
		throw new Invalid({ time: takenThen() });
	const moved = await tx
		.updateTable("roundtable")
		.set((set) => ({
			starts_at: startsAt,
			ends_at: endsAt,
			zone,
			place: place === "" ? null : place,
			sequence: set("sequence", "+", 1),
		}))
		.where("id", "=", id)
		.where("host_id", "=", host)
		.returning(["seats", "sequence"])
		.executeTakeFirst();
	if (moved === undefined) throw new NotFound();
	await record(tx, {
		act: "move-roundtable",
		about: host,
		subject: { kind: "roundtable", id },
	});
	const asked = await actingAs(tx, "calendar", async () => {
		await tx
			.updateTable("roundtable_seat")
			.set({ answer: null })
			.where("roundtable_id", "=", id)
			.where("is_host", "=", false)
			.execute();
		return tx
			.selectFrom("roundtable_seat")
			.select("id")
			.where("roundtable_id", "=", id)
			.where("is_host", "=", false)
			.orderBy("asked_at")
			.orderBy("id")
			.execute();
	});
	await tellLater(tx, id);
	// Whoever asks from now on has seen the new time.
	for (const { id: seat } of asked.slice(moved.seats))
		await addJob(
			tx,
			"roundtable-moved",
			{ roundtable: id, seat, sequence: moved.sequence },
			{ key: `roundtable-moved ${seat}` },
		);
}

/** Called off by its host, as long as it has not begun: everyone at it is told. */
export async function callOff(
	tx: Tx,
	{ id }: Pick<FoundRoundtable, "id">,
	host: string,
): Promise<void> {
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	const off = await tx
		.updateTable("roundtable")
		.set((set) => ({
			called_off_at: nowOf(tx),
			sequence: set("sequence", "+", 1),
		}))
		.where("id", "=", id)
		.where("host_id", "=", host)
		.returning("id")
		.executeTakeFirst();
	if (off === undefined) throw new NotFound();
	await record(tx, {
		act: "call-off-roundtable",
		about: host,
		subject: { kind: "roundtable", id },
	});
	await tellLater(tx, id);
}

// A roundtable to come in the demonstration: a mentor of the cast sets it, the first mentees who are free take its seats, through the commands that
// everybody's presses work.
import { Temporal } from "temporal-polyfill";
import { roundtableTopic } from "../../domain/demonstration/care-words.ts";
import { workingDay } from "../../domain/demonstration/days.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { Conflict, Invalid } from "../../platform/http/refusal.ts";
import { offerRoundtable } from "../roundtables/commands/host.ts";
import { takeSeat } from "../roundtables/commands/seats.ts";
import { findRoundtable } from "../roundtables/queries.ts";
import { castIds } from "./cast-ids.ts";
import { enrolledMentees } from "./write-circle.ts";

const zone = "Europe/Berlin";
const seats = 6;
/** Two seats stay free for whoever looks at it. */
const taken = seats - 2;
/** Some of whom are busy then. */
const asked = 4 * taken;

/** Each in a transaction of their own: where somebody is refused, the next one is asked. */
export async function writeRoundtable(database: Database): Promise<void> {
	const found = await transact(
		database,
		{ actor: { kind: "process", process: "demonstration" }, access: "read" },
		async (tx) => {
			const cast = await castIds(tx);
			const program = await tx
				.selectFrom("program")
				.select("id")
				.where("status", "=", "running")
				.executeTakeFirst();
			return {
				program: program?.id,
				host: cast.get("second-mentor"),
				guests:
					program &&
					(await enrolledMentees(tx, program.id, {
						without: [...cast.values()],
						most: asked,
					})),
			};
		},
	);
	const { program, host, guests = [] } = found;
	if (host === undefined || program === undefined) return;
	const roundtable = await offer(database, { program, host });
	let left = taken;
	for (const guest of guests) {
		if (left === 0) return;
		if (await sits(database, { program, roundtable, guest })) left -= 1;
	}
}

function as<T>(
	database: Database,
	person: string,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "person", person }, access: "write" },
		work,
	);
}

/** At the first hour of a day in twelve days at which the host is free. */
async function offer(
	database: Database,
	{ program, host }: { readonly program: string; readonly host: string },
): Promise<string> {
	const date = workingDay(
		Temporal.Instant.fromEpochMilliseconds(database.now().getTime())
			.toZonedDateTimeISO(zone)
			.toPlainDate()
			.add({ days: 12 }),
	);
	for (const hour of [16, 17, 15, 14, 13, 11, 10, 9, 18]) {
		const start = date.toZonedDateTime({
			timeZone: zone,
			plainTime: { hour },
		}).epochMilliseconds;
		try {
			return await as(database, host, (tx) =>
				offerRoundtable(tx, {
					program,
					host,
					topic: roundtableTopic,
					place: "",
					startsAt: new Date(start),
					endsAt: new Date(start + 75 * 60_000),
					zone,
					seats,
				}),
			);
		} catch (error) {
			if (!(error instanceof Invalid)) throw error;
		}
	}
	throw new Error("the host of the roundtable has no free hour that day");
}

async function sits(
	database: Database,
	{
		program,
		roundtable,
		guest,
	}: {
		readonly program: string;
		readonly roundtable: string;
		readonly guest: string;
	},
): Promise<boolean> {
	try {
		await as(database, guest, async (tx) =>
			takeSeat(
				tx,
				await findRoundtable(tx, { program, roundtable }, guest),
				guest,
			),
		);
		return true;
	} catch (error) {
		if (!(error instanceof Conflict)) throw error;
		return false;
	}
}

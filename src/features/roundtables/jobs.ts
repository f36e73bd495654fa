import { sql } from "kysely";
import { organizerOf } from "../../platform/calendar/organizer.ts";
import {
	type CalendarEntry,
	type InvitationMethod,
	type Mailbox,
	writeInvitation,
} from "../../platform/calendar/write-calendar.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import {
	type CalendarLetter,
	postWithCalendar,
} from "../../platform/mail/calendar-part.ts";
import { t } from "../../ui/text.ts";
import { lockRoundtable } from "./commands.ts";
import { type RoundtableNews, roundtableLetter } from "./letters.ts";

type From = { readonly origin: string; readonly organizer: Mailbox };

/** Tells calendars who has a seat, once each; and who no longer has one, or that it does not take place. */
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
			name: "roundtable-left",
			run: ({ roundtable, person, seat }, database) =>
				asCalendar(database, async (tx) => {
					const found = await findTable(tx, String(roundtable));
					const to = await findPerson(tx, String(person));
					if (found === undefined || to === undefined) return;
					await postWithCalendar(tx, [
						notice(found, {
							...to,
							seat: String(seat),
							news: "given-back",
							sender,
						}),
					]);
				}),
		},
	];
}

async function tellSeats(tx: Tx, id: string, sender: From): Promise<void> {
	await lockRoundtable(tx, id);
	const found = await findTable(tx, id);
	if (found === undefined || found.isOver) return;
	const rows = await tx
		.selectFrom("roundtable_seat as seat")
		.innerJoin("person", "person.id", "seat.person_id")
		.select([
			"seat.id as seat",
			"seat.is_host as isHost",
			"seat.told",
			...personColumns,
		])
		.where("seat.roundtable_id", "=", id)
		.where("person.left_on", "is", null)
		.orderBy("seat.asked_at")
		.orderBy("seat.id")
		.execute();
	const guests = rows.filter(({ isHost }) => !isHost).slice(0, found.seats);
	const told = found.isOff
		? rows
				.filter((row) => row.told === "on")
				.map((row) => ({ ...row, news: "off" as const }))
		: [...rows.filter(({ isHost }) => isHost), ...guests]
				.filter((row) => row.told === null)
				.map((row) => ({
					...row,
					news: row.isHost ? ("host" as const) : ("seat" as const),
				}));
	if (told.length === 0) return;
	await postWithCalendar(
		tx,
		told.map((row) => notice(found, { ...row, sender })),
	);
	await sql`
		update roundtable_seat set told = ${found.isOff ? "off" : "on"} where id = any (${told.map(({ seat }) => seat)}::uuid[])
	`.execute(tx);
}

const personColumns = [
	"person.id as to",
	"person.email",
	"person.locale",
	"person.time_zone as ownZone",
	"person.first_name as first",
	"person.last_name as last",
] as const;

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
type Table = NonNullable<Awaited<ReturnType<typeof findTable>>>;

function notice(
	found: Table,
	{
		seat,
		news,
		sender: { origin, organizer },
		...person
	}: Person & {
		readonly seat: string;
		readonly news: RoundtableNews;
		readonly sender: From;
	},
): CalendarLetter {
	const { to, locale, ownZone, first, last, email } = person;
	const isOn = news === "host" || news === "seat";
	const method: InvitationMethod = isOn ? "request" : "cancel";
	return inLocale(asLocale(locale) ?? "en", () => ({
		to,
		kind: isOn ? ("roundtable-seat" as const) : ("roundtable-off" as const),
		event: `roundtable seat ${seat} ${isOn ? "on" : "off"}`,
		method,
		letter: roundtableLetter(news, found, {
			origin,
			zone: ownZone ?? found.zone,
		}),
		body: writeInvitation(entryOf(found, { seat, origin, isOn }), {
			method,
			organizer,
			attendee: { name: `${first} ${last}`.trim(), address: email },
		}),
	}));
}

// Each seat is an entry of its own: who gives it back and takes one again has a new one.
function entryOf(
	{ id, program, topic, startsAt, endsAt, zone, place, offeredAt }: Table,
	{
		seat,
		origin,
		isOn,
	}: { readonly seat: string; readonly origin: string; readonly isOn: boolean },
): CalendarEntry {
	const url = `${origin}/programs/${program}/roundtables/${id}`;
	return {
		uid: `roundtable-${seat}@${new URL(origin).hostname}`,
		sequence: isOn ? 0 : 1,
		start: startsAt,
		end: endsAt,
		zone,
		title: t("Roundtable: {topic}", { topic }),
		text: t("Who comes, and how to give your seat back:\n{url}", { url }),
		url,
		place: place ?? undefined,
		stamp: offeredAt,
		asks: false,
	};
}

function findTable(tx: Tx, id: string) {
	return tx
		.selectFrom("roundtable")
		.innerJoin("person as host", "host.id", "roundtable.host_id")
		.select([
			"roundtable.id",
			"roundtable.program_id as program",
			"topic",
			"place",
			"starts_at as startsAt",
			"ends_at as endsAt",
			"roundtable.zone",
			"seats",
			"offered_at as offeredAt",
			sql<boolean>`called_off_at is not null`.as("isOff"),
			sql<boolean>`ends_at < now()`.as("isOver"),
			sql<string>`trim(concat_ws(' ', host.first_name, host.last_name))`.as(
				"hostName",
			),
		])
		.where("roundtable.id", "=", id)
		.executeTakeFirst();
}

function findPerson(tx: Tx, id: string) {
	return tx
		.selectFrom("person")
		.select(personColumns)
		.where("id", "=", id)
		.where("left_on", "is", null)
		.executeTakeFirst();
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

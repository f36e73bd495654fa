import { sql } from "kysely";
import {
	type CalendarEntry,
	type InvitationMethod,
	type Mailbox,
	writeInvitation,
} from "../../platform/calendar/write-calendar.ts";
import { type Tx, nowOf } from "../../platform/database/database.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import {
	type CalendarLetter,
	postWithCalendar,
} from "../../platform/mail/calendar-part.ts";
import { t } from "../../ui/text.ts";
import { isTaken, lockRoundtable } from "./commands/table.ts";
import { type SeatNews, roundtableLetter } from "./letters.ts";
import {
	findPerson,
	findTable,
	type FoundPerson as Person,
	type FoundTable as Table,
	seatsOf,
} from "./told-rows.ts";
import { tellOff } from "./waits.ts";

export type From = { readonly origin: string; readonly organizer: Mailbox };

/** Tells the calendars of those at a table what they do not know yet: that they have a seat, that it was moved, that it is off. Acts as `calendar`. */
export async function tellSeats(
	tx: Tx,
	id: string,
	sender: From,
): Promise<void> {
	await lockRoundtable(tx, id);
	const found = await findTable(tx, id);
	if (found === undefined || found.endsAt < nowOf(tx)) return;
	const rows = await seatsOf(tx, id);
	const guests = rows.filter(({ isHost }) => !isHost).slice(0, found.seats);
	if (found.isOff) await tellOff(tx, found, sender.origin);
	const off = found.isClosed ? ("closed" as const) : ("off" as const);
	const told = found.isOff
		? rows
				.filter(({ told }) => told === "on")
				.map((row) => ({ ...row, news: off }))
		: [...rows.filter(({ isHost }) => isHost), ...guests]
				.filter(({ knows }) => knows === null || knows < found.sequence)
				.map((row) => ({ ...row, news: newsFor(row) }));
	const letters = [];
	for (const row of told) {
		const isBusy =
			!found.isOff &&
			!row.isHost &&
			(await isTaken(tx, { ...found, person: row.to, except: id }));
		// A seat that came free, or was moved, onto something else is theirs to keep or to give back.
		if (isBusy) await askAgain(tx, row.seat);
		letters.push(
			notice(found, { ...row, isBusy, sequence: found.sequence, sender }),
		);
	}
	if (told.length === 0) return;
	await postWithCalendar(tx, letters);
	await sql`
		update roundtable_seat set told = ${found.isOff ? "off" : "on"}, told_sequence = ${found.sequence}
		where id = any (${told.map(({ seat }) => seat)}::uuid[])
	`.execute(tx);
}

/** Takes a table out of the calendar of somebody who has no seat there any more, or tells it that it stays when it is. Acts as `calendar`. */
export async function tellOne(
	tx: Tx,
	{
		roundtable,
		person,
		...what
	}: {
		readonly roundtable: string;
		readonly person: string;
		readonly seat: string;
		readonly sequence: number;
		readonly news: "given-back" | "no-place" | "stays";
	},
	sender: From,
): Promise<void> {
	const found = await findTable(tx, roundtable);
	const to = await findPerson(tx, person);
	if (found === undefined || to === undefined) return;
	await postWithCalendar(tx, [
		notice(found, { ...to, ...what, isBusy: false, sender }),
	]);
}

function newsFor({
	isHost,
	knows,
}: {
	readonly isHost: boolean;
	readonly knows: number | null;
}): SeatNews {
	if (isHost) return knows === null ? "host" : "host-moved";
	return knows === null ? "seat" : "moved";
}

async function askAgain(tx: Tx, seat: string): Promise<void> {
	await tx
		.updateTable("roundtable_seat")
		.set({ answer: null })
		.where("id", "=", seat)
		.execute();
}

function notice(
	found: Table,
	{
		seat,
		news,
		isBusy,
		sequence,
		sender: { origin, organizer },
		...person
	}: Person & {
		readonly seat: string;
		readonly news: SeatNews;
		/** In a session or at another table then. */
		readonly isBusy: boolean;
		readonly sequence: number;
		readonly sender: From;
	},
): CalendarLetter {
	const { to, locale, ownZone, first, last, email } = person;
	const method = methodOf(news);
	const isOff = method === "cancel";
	return inLocale(asLocale(locale) ?? "en", () => ({
		to,
		kind: isOff ? ("roundtable-off" as const) : ("roundtable-seat" as const),
		event: `roundtable seat ${seat} ${sequence} ${method}`,
		method,
		letter: roundtableLetter(news, found, {
			origin,
			zone: ownZone ?? found.zone,
			isBusy,
		}),
		body: writeInvitation(
			entryOf(found, {
				uid: seatUid(seat, origin),
				sequence,
				origin,
				// To be there was their own wish: only where something changed are they asked.
				asks: news === "moved" || isBusy,
			}),
			{
				method,
				organizer,
				attendee: { name: `${first} ${last}`.trim(), address: email },
			},
		),
	}));
}

function methodOf(news: SeatNews): InvitationMethod {
	switch (news) {
		case "host":
		case "host-moved":
		case "seat":
		case "moved":
			return "request";
		case "off":
		case "closed":
		case "given-back":
		case "no-place":
			return "cancel";
		case "stays":
			return "declinecounter";
	}
}

// Each seat is an entry of its own: who gives it back and takes one again has a new one.
function entryOf(
	{ id, program, topic, startsAt, endsAt, zone, place, offeredAt }: Table,
	{
		uid,
		sequence,
		origin,
		asks,
	}: {
		readonly uid: string;
		readonly sequence: number;
		readonly origin: string;
		readonly asks: boolean;
	},
): CalendarEntry {
	const url = `${origin}/programs/${program}/roundtables/${id}`;
	return {
		uid,
		sequence,
		start: startsAt,
		end: endsAt,
		zone,
		title: t("Roundtable: {topic}", { topic }),
		text: t("Who comes, and how to give your seat back:\n{url}", { url }),
		url,
		place: place ?? undefined,
		stamp: offeredAt,
		asks,
	};
}

function seatUid(seat: string, origin: string): string {
	return `roundtable-${seat}@${new URL(origin).hostname}`;
}

/** The seat that an entry of ours is about; undefined: it is about none. */
export function seatIn(uid: string, origin: string): string | undefined {
	const [, seat] = /^roundtable-([0-9a-f-]{36})@/.exec(uid) ?? [];
	return seat !== undefined && uid === seatUid(seat, origin) ? seat : undefined;
}

// Those who wait for a seat have no entry in their calendar: that the table was moved, or does not take place, they read in a letter. Acts as `calendar`.
import { wallTimeOf } from "../../domain/calendar/wall-time.ts";
import { type Tx, nowOf } from "../../platform/database/database.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { type Outgoing, postAll } from "../../platform/mail/mail.ts";
import { lockRoundtable } from "./commands/table.ts";
import { roundtableLetter, type WaitNews } from "./letters.ts";
import { findTable, type FoundTable, seatsOf } from "./told-rows.ts";

/** Tells one who waited when the table was moved; nothing where it was moved again, where they have a seat by now or wait no longer. */
export async function tellMoved(
	tx: Tx,
	{
		roundtable,
		seat,
		sequence,
	}: {
		readonly roundtable: string;
		readonly seat: string;
		readonly sequence: number;
	},
	origin: string,
): Promise<void> {
	await lockRoundtable(tx, roundtable);
	const found = await findTable(tx, roundtable);
	if (
		found === undefined ||
		found.isOff ||
		found.sequence !== sequence ||
		found.startsAt <= nowOf(tx)
	)
		return;
	const waiting = await waitingAt(tx, found);
	await postAll(
		tx,
		waiting
			.filter((row) => row.seat === seat)
			.map((row) => letterTo(row, found, { news: "waits-moved", origin })),
	);
}

/** Tells all who waited that it does not take place. */
export async function tellOff(
	tx: Tx,
	found: FoundTable,
	origin: string,
): Promise<void> {
	const waiting = await waitingAt(tx, found);
	await postAll(
		tx,
		waiting.map((row) => letterTo(row, found, { news: "waits-off", origin })),
	);
}

type Row = Awaited<ReturnType<typeof seatsOf>>[number];

async function waitingAt(
	tx: Tx,
	{ id, seats }: FoundTable,
): Promise<readonly Row[]> {
	const rows = await seatsOf(tx, id);
	return rows
		.filter(({ isHost }) => !isHost)
		.slice(seats)
		.filter(({ told }) => told === null);
}

function letterTo(
	{ to, seat, locale, ownZone }: Row,
	found: FoundTable,
	{
		news,
		origin,
	}: {
		readonly news: WaitNews;
		readonly origin: string;
	},
): Outgoing {
	const zone = ownZone ?? found.zone;
	return inLocale(asLocale(locale) ?? "en", () => ({
		to,
		kind: "roundtable-wait" as const,
		event: `roundtable wait ${seat} ${found.sequence}`,
		letter: roundtableLetter(news, found, { origin, zone, isBusy: false }),
		by: wallTimeOf(found.startsAt.getTime(), zone).day,
	}));
}

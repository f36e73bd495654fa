import { createHash, randomBytes } from "node:crypto";
import {
	actAs,
	type Db,
	type Tx,
	nowOf,
} from "../../platform/database/database.ts";
import {
	type CalendarEntry,
	writeFeed,
} from "../../platform/calendar/write-calendar.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { t } from "../../ui/text.ts";
import { type Roundtable, seatsInCalendar } from "../roundtables/queries.ts";
import { entryOf } from "./entry.ts";
import { sessionsOf } from "./queries.ts";

/** Makes a person's feed, in place of any before, and gives its secret away once. */
export async function makeFeed(tx: Tx, me: string): Promise<string> {
	const token = randomBytes(32).toString("base64url");
	const row = { token_hash: hashOf(token), made_at: nowOf(tx) };
	await tx
		.insertInto("calendar_feed")
		.values({ person_id: me, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
	await record(tx, { act: "make-calendar-feed", about: me });
	return token;
}

/** From here on its address opens nothing. */
export async function endFeed(tx: Tx, me: string): Promise<void> {
	const gone = await tx
		.deleteFrom("calendar_feed")
		.where("person_id", "=", me)
		.returning("person_id")
		.executeTakeFirst();
	if (gone === undefined) throw new NotFound();
	await record(tx, { act: "end-calendar-feed", about: me });
}

export async function feedSince(db: Db, me: string): Promise<Date | undefined> {
	const row = await db
		.selectFrom("calendar_feed")
		.select("made_at")
		.where("person_id", "=", me)
		.executeTakeFirst();
	return row?.made_at;
}

/** What a calendar program reads with the secret: when the person's sessions are, and nothing else. The request becomes the process `calendar`. */
export async function readFeed(
	db: Db,
	token: string,
	origin: string,
): Promise<string> {
	await actAs(db, { kind: "process", process: "calendar" });
	const person = await db
		.selectFrom("calendar_feed")
		.innerJoin("person", "person.id", "calendar_feed.person_id")
		.select(["person.id", "person.locale"])
		.where("token_hash", "=", hashOf(token))
		.where("person.left_on", "is", null)
		.executeTakeFirst();
	if (person === undefined) throw new NotFound();
	const sessions = await sessionsOf(db, person.id);
	const monthAgo = new Date(nowOf(db).getTime() - 31 * 86_400_000);
	const tables = await seatsInCalendar(db, person.id, monthAgo);
	return inLocale(asLocale(person.locale) ?? "en", () =>
		writeFeed(
			[
				...sessions.map((session) => entryOf(session, origin)),
				...tables.map((table) => tableEntry(table, origin)),
			],
			t("Mentoring"),
		),
	);
}

// As with sessions, when and nothing else: whoever has the address reads it.
function tableEntry(
	{ id, program, startsAt, endsAt, zone, sequence }: Roundtable,
	origin: string,
): CalendarEntry {
	return {
		uid: `roundtable-${id}@${new URL(origin).hostname}`,
		sequence,
		start: startsAt,
		end: endsAt,
		zone,
		title: t("Roundtable"),
		text: "",
		url: `${origin}/programs/${program}/roundtables/${id}`,
		place: undefined,
		stamp: startsAt,
	};
}

function hashOf(token: string): Buffer {
	return createHash("sha256").update(token).digest();
}

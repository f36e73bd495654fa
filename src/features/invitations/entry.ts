import type { CalendarEntry } from "../../platform/calendar/write-calendar.ts";
import { t } from "../../ui/text.ts";

export type FoundSession = {
	readonly id: string;
	readonly format: string;
	readonly state: string;
	readonly starts_at: Date;
	readonly ends_at: Date;
	readonly zone: string;
	readonly sequence: number;
	readonly place: string | undefined;
	readonly booked_at: Date;
};

/** What is answered in one's own time takes nobody's calendar. */
export function takesCalendarTime(format: string): boolean {
	return format !== "reflection" && format !== "case-table";
}

/** `writeUp`: where whoever reads it writes it up afterwards. A feed has none: one address in it would be read by whoever has the feed. */
export function entryOf(
	session: FoundSession,
	origin: string,
	writeUp?: string,
): CalendarEntry {
	const url = `${origin}/sessions/${session.id}`;
	return {
		uid: uidOf(session.id, origin),
		sequence: session.sequence,
		start: session.starts_at,
		end: session.ends_at,
		zone: session.zone,
		title: t("Mentoring session"),
		text: [
			t("With whom and what about stands in Baton:\n{url}", { url }),
			...(writeUp === undefined
				? []
				: [
						t(
							"Afterwards, what came of it, without signing in (reads nothing):\n{url}",
							{ url: writeUp },
						),
					]),
		].join("\n\n"),
		url,
		place: session.place,
		stamp: session.booked_at,
	};
}

export function uidOf(session: string, origin: string): string {
	return `${session}@${new URL(origin).hostname}`;
}

/** The session that an entry of ours is about; undefined: it is none of ours. */
export function sessionIn(uid: string, origin: string): string | undefined {
	const [id = "", host] = uid.split("@");
	const isOurs =
		host === new URL(origin).hostname &&
		/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
	return isOurs ? id : undefined;
}

// What goes to calendars elsewhere (RFC 5545, 5546). A title says "Mentoring session" and nothing more: calendars are read by assistants, shown on walls
// and shared with teams. For the same reason everyone gets an invitation of their own, in which nobody else is named.
import ical, {
	ICalAttendeeRole,
	ICalAttendeeStatus,
	ICalCalendarMethod,
	ICalEventStatus,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { vtimezone } from "./vtimezone.ts";

export type CalendarEntry = {
	/** The same for the whole life of a session. */
	readonly uid: string;
	readonly sequence: number;
	readonly start: Date;
	readonly end: Date;
	/** The zone it was agreed in. */
	readonly zone: string;
	readonly title: string;
	readonly text: string;
	readonly url: string;
	readonly place: string | undefined;
	readonly stamp: Date;
	/** False: nobody is asked to answer, for being there was their own wish. */
	readonly asks?: boolean;
};

export type Mailbox = { readonly name: string; readonly address: string };

export type InvitationMethod = "request" | "cancel" | "declinecounter";

const methods = {
	request: ICalCalendarMethod.REQUEST,
	cancel: ICalCalendarMethod.CANCEL,
	declinecounter: ICalCalendarMethod.DECLINECOUNTER,
} as const;

/** For one person: asks them to come, tells them of a change, that it will not take place, or that it stays when it is though they proposed another time. */
export function writeInvitation(
	entry: CalendarEntry,
	{
		method,
		organizer,
		attendee,
	}: {
		readonly method: InvitationMethod;
		readonly organizer: Mailbox;
		readonly attendee: Mailbox;
	},
): string {
	const calendar = emptyCalendar([entry], methods[method]);
	calendar.createEvent({
		...eventOf(entry),
		status:
			method === "cancel"
				? ICalEventStatus.CANCELLED
				: ICalEventStatus.CONFIRMED,
		organizer: { name: organizer.name, email: organizer.address },
		attendees: [
			{
				name: attendee.name,
				email: attendee.address,
				rsvp: method === "request" && entry.asks !== false,
				role: ICalAttendeeRole.REQ,
				status: ICalAttendeeStatus.NEEDSACTION,
			},
		],
	});
	return calendar.toString();
}

/** For reading again and again: sessions to come and just gone. */
export function writeFeed(
	entries: readonly CalendarEntry[],
	name: string,
): string {
	const calendar = emptyCalendar(entries, ICalCalendarMethod.PUBLISH);
	calendar.name(name);
	for (const entry of entries)
		calendar.createEvent({
			...eventOf(entry),
			status: ICalEventStatus.CONFIRMED,
		});
	return calendar.toString();
}

function emptyCalendar(
	entries: readonly CalendarEntry[],
	method: ICalCalendarMethod,
) {
	const moments = entries.flatMap(({ start, end }) => [
		start.getTime(),
		end.getTime(),
	]);
	const span = [Math.min(...moments), Math.max(...moments)] as const;
	return ical({
		prodId: { company: "Baton", product: "Baton", language: "EN" },
		method,
		timezone: {
			name: null,
			generator: (zone) =>
				zone === "UTC" ? null : vtimezone(zone, span[0], span[1]),
		},
	});
}

function eventOf(entry: CalendarEntry) {
	const at = (moment: Date) =>
		Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(
			entry.zone,
		);
	return {
		id: entry.uid,
		sequence: entry.sequence,
		start: at(entry.start),
		end: at(entry.end),
		timezone: entry.zone,
		stamp: entry.stamp,
		summary: entry.title,
		description: entry.text,
		url: entry.url,
		location: entry.place ?? null,
	};
}

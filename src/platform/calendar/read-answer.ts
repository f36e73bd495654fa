import ICAL from "ical.js";
import { readTimeZone } from "../../domain/people/read-time-zone.ts";
import { instantAt, zoneIdOf } from "./instant.ts";

type Answered = {
	readonly uid: string;
	readonly sequence: number;
	/** Of whoever answers, in lower case. */
	readonly address: string;
};

/** What somebody's calendar program answers to an invitation (RFC 5546, 3.2.3). */
export type CalendarReply = Answered & {
	readonly kind: "reply";
	readonly answer: "yes" | "no" | "tentative";
};

/** That it proposes another time instead (RFC 5546, 3.2.7). How long it would be then is not looked at: a session keeps its length. */
export type CalendarCounter = Answered & {
	readonly kind: "counter";
	/** Milliseconds since 1970, a whole minute. */
	readonly startsAt: number;
	/** What is said to the time that stands. */
	readonly answer: "no" | "tentative" | undefined;
};

const answers: Readonly<Record<string, CalendarReply["answer"]>> = {
	ACCEPTED: "yes",
	DECLINED: "no",
	TENTATIVE: "tentative",
};

/** The answer in a calendar text; undefined where it is none, or says nothing that counts. Only these few things are ever taken from it. */
export function readAnswer(
	text: string,
): CalendarReply | CalendarCounter | undefined {
	try {
		const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, "").trim());
		if (!Array.isArray(parsed)) return undefined;
		const calendar = new ICAL.Component(parsed);
		const method = String(calendar.getFirstPropertyValue("method"));
		const event = calendar.getFirstSubcomponent("vevent");
		const attendees = event?.getAllProperties("attendee") ?? [];
		const [attendee] = attendees;
		if (!event || !attendee || attendees.length !== 1) return undefined;
		const address = String(attendee.getFirstValue()).toLowerCase();
		if (!address.startsWith("mailto:")) return undefined;
		const status = String(attendee.getFirstParameter("partstat")).toUpperCase();
		const answer = Object.hasOwn(answers, status) ? answers[status] : undefined;
		const answered = {
			uid: String(event.getFirstPropertyValue("uid") ?? ""),
			sequence: Number(event.getFirstPropertyValue("sequence") ?? 0),
			address: address.slice("mailto:".length),
		};
		switch (method.toUpperCase()) {
			case "REPLY":
				return answer && { kind: "reply", ...answered, answer };
			case "COUNTER":
				return counterIn(event, answered, answer);
			default:
				return undefined;
		}
	} catch {
		return undefined;
	}
}

function counterIn(
	component: ICAL.Component,
	answered: Answered,
	answer: CalendarReply["answer"] | undefined,
): CalendarCounter | undefined {
	const event = new ICAL.Event(component);
	const start = event.startDate;
	const zone = zoneIdOf(event, "dtstart");
	// A whole day is no time to meet, and a time in no zone is nobody's.
	if (!start || start.isDate || !isPlaced(start, zone)) return undefined;
	const at = instantAt(start, zone, "UTC");
	if (!Number.isFinite(at)) return undefined;
	return {
		kind: "counter",
		...answered,
		startsAt: at - (at % 60_000),
		answer: answer === "yes" ? undefined : answer,
	};
}

function isPlaced({ zone }: ICAL.Time, zoneId: string): boolean {
	const isDescribed = zone !== null && zone?.tzid !== "floating";
	return isDescribed || (zoneId !== "" && readTimeZone(zoneId) !== null);
}

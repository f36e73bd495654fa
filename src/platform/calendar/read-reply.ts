import ICAL from "ical.js";

/** What somebody's calendar program answers to an invitation (RFC 5546, 3.2.3). */
export type CalendarReply = {
	readonly uid: string;
	readonly sequence: number;
	/** Of whoever answers, in lower case. */
	readonly address: string;
	readonly answer: "yes" | "no" | "tentative";
};

const answers: Readonly<Record<string, CalendarReply["answer"]>> = {
	ACCEPTED: "yes",
	DECLINED: "no",
	TENTATIVE: "tentative",
};

/** The reply in a calendar text; undefined where it is none, or says nothing that counts. Only these four things are ever taken from it. */
export function readReply(text: string): CalendarReply | undefined {
	try {
		const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, "").trim());
		if (!Array.isArray(parsed)) return undefined;
		const calendar = new ICAL.Component(parsed);
		if (
			String(calendar.getFirstPropertyValue("method")).toUpperCase() !== "REPLY"
		)
			return undefined;
		const event = calendar.getFirstSubcomponent("vevent");
		const attendees = event?.getAllProperties("attendee") ?? [];
		const [attendee] = attendees;
		if (!event || !attendee || attendees.length !== 1) return undefined;
		const status = String(attendee.getFirstParameter("partstat")).toUpperCase();
		const address = String(attendee.getFirstValue()).toLowerCase();
		const answer = Object.hasOwn(answers, status) ? answers[status] : undefined;
		if (answer === undefined || !address.startsWith("mailto:"))
			return undefined;
		return {
			uid: String(event.getFirstPropertyValue("uid") ?? ""),
			sequence: Number(event.getFirstPropertyValue("sequence") ?? 0),
			address: address.slice("mailto:".length),
			answer,
		};
	} catch {
		return undefined;
	}
}

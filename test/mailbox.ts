// A mailbox that Baton reads, and what calendar programs put into it.
import hoodiecrow from "hoodiecrow-imap";
import { addressOf } from "./address.ts";

/** A real IMAP server with an empty mailbox. */
export async function mailboxServer() {
	const server = hoodiecrow({
		plugins: ["UIDPLUS", "ENABLE", "LITERALPLUS", "ID"],
		users: { baton: { password: "p&s" } },
		storage: { INBOX: { messages: [] } },
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = addressOf(server.server);
	return {
		address: `imap://baton:${encodeURIComponent("p&s")}@127.0.0.1:${port}/`,
		put: (raw: string) => server.appendMessage("INBOX", [], false, raw),
		[Symbol.asyncDispose]: () =>
			new Promise<void>((resolve) => server.close(resolve)),
	};
}

export function replyMail(
	uid: string,
	{
		from,
		partstat,
		sequence = 0,
	}: { from: string; partstat: string; sequence?: number },
): string {
	return [
		`From: ${from}`,
		"To: baton@meridian.example",
		"Subject: Accepted",
		"MIME-Version: 1.0",
		"Content-Type: text/calendar; charset=utf-8; method=REPLY",
		"",
		"BEGIN:VCALENDAR",
		"METHOD:REPLY",
		"BEGIN:VEVENT",
		`UID:${uid}`,
		`SEQUENCE:${sequence}`,
		`ATTENDEE;PARTSTAT=${partstat}:mailto:${from}`,
		"END:VEVENT",
		"END:VCALENDAR",
		"",
	].join("\r\n");
}

/** What a calendar program sends that proposes another time, as Outlook and Google do. */
export function counterMail(
	uid: string,
	{
		from,
		startsAt,
		sequence = 0,
	}: { from: string; startsAt: number; sequence?: number },
): string {
	const stamp = (moment: number) =>
		`${new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
	return [
		`From: ${from}`,
		"To: baton@meridian.example",
		"Subject: New Time Proposed: Mentoring session",
		"MIME-Version: 1.0",
		"Content-Type: text/calendar; charset=utf-8; method=COUNTER",
		"",
		"BEGIN:VCALENDAR",
		"METHOD:COUNTER",
		"BEGIN:VEVENT",
		`UID:${uid}`,
		`SEQUENCE:${sequence}`,
		`DTSTART:${stamp(startsAt)}`,
		`DTEND:${stamp(startsAt + 3_600_000)}`,
		`ATTENDEE;PARTSTAT=TENTATIVE:mailto:${from}`,
		"COMMENT:Could we make it later?",
		"END:VEVENT",
		"END:VCALENDAR",
		"",
	].join("\r\n");
}

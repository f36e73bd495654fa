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

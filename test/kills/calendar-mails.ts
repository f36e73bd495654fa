// What a mail server received about sessions, compared with what their members did.
import { simpleParser } from "mailparser";
import { Temporal } from "temporal-polyfill";
import type { Story } from "./history.ts";
import { type Arrival, isBetween } from "./post.ts";

/** One mail as it came: to whom, about what, and under which Message-ID. */
type Received = {
	readonly to: string;
	readonly messageId: string;
	readonly method: string;
	readonly session: string;
	readonly sequence: number;
	/** Milliseconds since 1970. */
	readonly startsAt: number;
	readonly at: Date;
};

export type CalendarMails = {
	readonly problems: readonly string[];
	readonly mails: number;
	/** Came twice, under one Message-ID, with a kill or a cut between. */
	readonly twice: number;
	/** Came after one with a higher sequence number: calendar programs leave it aside (RFC 5546, 2.1.5). */
	readonly late: number;
};

export async function compareCalendarMails(
	arrivals: readonly Arrival[],
	stories: readonly Story[],
	{
		addresses,
		breaks,
	}: {
		/** By person. */
		readonly addresses: ReadonlyMap<string, string>;
		/** When something was killed or cut off. */
		readonly breaks: readonly Date[];
	},
): Promise<CalendarMails> {
	const problems: string[] = [];
	const received = await Promise.all(arrivals.map(read));
	const known = new Map(stories.map((story) => [story.session.id, story]));
	const told = new Map<string, Received>();
	let [twice, late] = [0, 0];
	const newest = new Map<string, Received>();
	for (const mail of received) {
		const what = `${mail.to} ${mail.session}`;
		const before = told.get(`${what} ${mail.sequence}`);
		const problem =
			before === undefined
				? problemOf(mail, known.get(mail.session))
				: problemAgain(mail, before, breaks);
		if (problem !== undefined)
			problems.push(`${problem}: ${JSON.stringify(mail)}`);
		if (before === undefined) told.set(`${what} ${mail.sequence}`, mail);
		else twice++;
		const last = newest.get(what);
		if (last !== undefined && last.sequence > mail.sequence) late++;
		else newest.set(what, mail);
	}
	if (new Set(received.map(({ messageId }) => messageId)).size !== told.size)
		problems.push("two mails share a Message-ID");
	for (const { session, isCancelled } of stories)
		for (const person of session.members) {
			const last = newest.get(`${addresses.get(person)} ${session.id}`);
			const wasTold = session.told[person] ?? null;
			// Whoever never heard that it was on does not hear that it is off.
			const owed = isCancelled && wasTold === null ? null : session.sequence;
			if (wasTold !== owed || (last?.sequence ?? null) !== owed)
				problems.push(
					`${person} was told ${wasTold} and got ${last?.sequence} of ${session.id} at ${session.sequence}`,
				);
		}
	return { problems, mails: received.length, twice, late };
}

function problemOf(
	mail: Received,
	story: Story | undefined,
): string | undefined {
	if (story === undefined) return "of a session that is not there";
	if (mail.startsAt !== story.startsAt[mail.sequence])
		return "with a time that it never had under this number";
	const isLast = mail.sequence === story.session.sequence;
	const method = isLast && story.isCancelled ? "CANCEL" : "REQUEST";
	return mail.method === method ? undefined : `should be ${method}`;
}

function problemAgain(
	mail: Received,
	before: Received,
	breaks: readonly Date[],
): string | undefined {
	if (mail.messageId !== before.messageId)
		return `doubled, as ${before.messageId} too`;
	return breaks.some((each) => isBetween(each, before.at, mail.at))
		? undefined
		: "came twice, and nothing broke off between";
}

async function read({ source, at }: Arrival): Promise<Received> {
	const mail = await simpleParser(source, {
		skipHtmlToText: true,
		skipTextToHtml: true,
	});
	const file = mail.attachments.find(
		({ contentType }) => contentType === "text/calendar",
	);
	const calendar = file?.content.toString("utf8") ?? "";
	const line = (name: string) =>
		new RegExp(`^${name}[:=](.*?)\\r?$`, "m").exec(calendar)?.[1] ?? "";
	const [to] = [mail.to].flat();
	return {
		to: to?.value[0]?.address ?? "",
		messageId: mail.messageId ?? "",
		method: line("METHOD"),
		session: line("UID").split("@")[0] ?? "",
		sequence: Number(line("SEQUENCE")),
		// A time zone's own beginnings have no zone.
		startsAt: instantOf(line("DTSTART;TZID")),
		at,
	};
}

/** "Europe/Berlin:20260301T090000": the only zone of these members. */
function instantOf(value: string): number {
	const [, zone = "", wall = ""] = /^([^:]+):(\w+)$/.exec(value) ?? [];
	const day = `${wall.slice(0, 4)}-${wall.slice(4, 6)}-${wall.slice(6, 8)}`;
	const time = `${wall.slice(9, 11)}:${wall.slice(11, 13)}`;
	return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
		.epochMilliseconds;
}

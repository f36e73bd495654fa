import type { Mailbox } from "./write-calendar.ts";

/** Whom calendars name as the organiser: the sender of our mails, "Baton <baton@example.org>". */
export function organizerOf(from: string | undefined, origin: string): Mailbox {
	const [, name, address] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(
		from ?? "",
	) ?? [undefined, "Baton", from];
	return {
		name: name || "Baton",
		address: address ?? `baton@${new URL(origin).hostname}`,
	};
}

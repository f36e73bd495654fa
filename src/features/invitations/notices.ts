import { type Tx, vaultOf } from "../../platform/database/database.ts";
import {
	type InvitationMethod,
	type Mailbox,
	writeInvitation,
} from "../../platform/calendar/write-calendar.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import type { Letter } from "../../platform/mail/letter.ts";
import type { CalendarLetter } from "../../platform/mail/calendar-part.ts";
import { writeUpPath } from "../sessions/link.ts";
import { entryOf, type FoundSession } from "./entry.ts";
import type { membersOf } from "./queries.ts";

export type Member = Omit<
	Awaited<ReturnType<typeof membersOf>>[number],
	"session_id"
>;

export type Notice = CalendarLetter & {
	readonly session: string;
	/** The session's, which they know with this mail. */
	readonly sequence: number;
};

/** A letter with what their calendar program reads beside it. */
export function noticeTo(
	tx: Tx,
	{
		found,
		member,
		origin,
		organizer,
		kind,
		method,
		event,
		letter,
	}: {
		readonly found: FoundSession;
		readonly member: Member;
		readonly origin: string;
		readonly organizer: Mailbox;
		readonly kind: CalendarLetter["kind"];
		readonly method: InvitationMethod;
		/** Where it is not that the session has changed. */
		readonly event?: string;
		/** In their language, by the clock of this zone. */
		readonly letter: (zone: string) => Letter;
	},
): Notice {
	const { person_id: person, lead } = member;
	const zone = member.time_zone ?? found.zone;
	const session = { ...found, sequence: found.sequence + lead };
	// Signed at once, for the calendar's text is kept sealed; in the mail's own text it is signed when it goes out.
	const writeUp =
		method === "cancel"
			? undefined
			: `${origin}${writeUpPath(vaultOf(tx), { session: found.id, person }, found.ends_at.getTime())}`;
	return inLocale(asLocale(member.locale) ?? "en", () => ({
		to: person,
		session: found.id,
		sequence: found.sequence,
		kind,
		event: event ?? `session ${found.id} ${session.sequence}`,
		method,
		letter: letter(zone),
		body: writeInvitation(entryOf(session, origin, writeUp), {
			method,
			organizer,
			attendee: {
				name: `${member.first_name} ${member.last_name}`.trim(),
				address: member.email,
			},
		}),
	}));
}

import type { Letter } from "../../platform/mail/letter.ts";
import { formatDateTime, t } from "../../ui/text.ts";

/** What goes with an entry for calendars. */
export type SeatNews =
	| "host"
	| "host-moved"
	| "seat"
	| "moved"
	| "off"
	| "closed"
	| "given-back"
	| "no-place"
	| "stays";

/** What those read who wait, whose calendars know nothing of it. */
export type WaitNews = "waits-moved" | "waits-off";

export type LetterAbout = {
	readonly id: string;
	readonly program: string;
	readonly topic: string;
	readonly hostName: string;
	readonly startsAt: Date;
};

/** What a roundtable is about is the program's to read: its mails may say so, unlike those of sessions. */
export function roundtableLetter(
	what: SeatNews | WaitNews,
	{ id, program, topic, hostName, startsAt }: LetterAbout,
	{
		origin,
		zone,
		isBusy,
	}: {
		readonly origin: string;
		readonly zone: string;
		/** Whoever reads it is in a session or at another table then. */
		readonly isBusy: boolean;
	},
): Letter {
	const moment = formatDateTime(startsAt, zone);
	const { subject, text } = words(what, { topic, hostName, moment, zone });
	return {
		subject,
		paragraphs: [
			text,
			...(isBusy
				? [
						t(
							"As far as Baton knows you are in a session or at another table at that time. Say on its page whether you keep the seat.",
						),
					]
				: []),
		],
		button: {
			label: t("Look at it"),
			url: `${origin}/programs/${program}/roundtables/${id}`,
		},
		foot: t("Sent because of a roundtable of yours."),
	};
}

function words(
	what: SeatNews | WaitNews,
	values: {
		readonly topic: string;
		readonly hostName: string;
		readonly moment: string;
		readonly zone: string;
	},
): { readonly subject: string; readonly text: string } {
	switch (what) {
		case "host":
			return {
				subject: t("Your roundtable on {moment}", values),
				text: t(
					"Your roundtable “{topic}” is on {moment} ({zone}). Who comes stands on its page.",
					values,
				),
			};
		case "seat":
			return {
				subject: t("You have a seat: roundtable on {moment}", values),
				text: t(
					"You have a seat at the roundtable “{topic}” of {hostName} on {moment} ({zone}). If you cannot come after all, give it back on its page: somebody may be waiting.",
					values,
				),
			};
		case "host-moved":
			return {
				subject: t("Moved: your roundtable, now on {moment}", values),
				text: t(
					"Your roundtable “{topic}” is now on {moment} ({zone}). Everyone with a seat is asked whether they keep it.",
					values,
				),
			};
		case "moved":
			return {
				subject: t("Moved: roundtable, now on {moment}", values),
				text: t(
					"The roundtable “{topic}” of {hostName} was moved: it is now on {moment} ({zone}). Do you keep your seat? Say so on its page, or with your calendar’s answer; you keep it until you give it back.",
					values,
				),
			};
		case "off":
			return {
				subject: t("Not taking place: roundtable on {moment}", values),
				text: t(
					"The roundtable “{topic}” on {moment} ({zone}) does not take place. Your calendar can take it out by itself.",
					values,
				),
			};
		case "closed":
			return {
				subject: t("Not taking place: roundtable on {moment}", values),
				text: t(
					"The program is closed, and so its roundtable “{topic}” on {moment} ({zone}) does not take place. Your calendar can take it out by itself.",
					values,
				),
			};
		case "waits-moved":
			return {
				subject: t(
					"Moved: roundtable for which you wait, now on {moment}",
					values,
				),
				text: t(
					"The roundtable “{topic}” of {hostName}, where you wait for a seat, was moved: it is now on {moment} ({zone}). You keep your place in the order; should that time not suit you, say on its page that you wait no longer.",
					values,
				),
			};
		case "waits-off":
			return {
				subject: t("Not taking place: roundtable on {moment}", values),
				text: t(
					"The roundtable “{topic}” of {hostName} on {moment} ({zone}), where you wait for a seat, does not take place.",
					values,
				),
			};
		case "given-back":
			return {
				subject: t(
					"Given back: your seat at the roundtable on {moment}",
					values,
				),
				text: t(
					"You have given back your seat at the roundtable “{topic}” on {moment} ({zone}). Your calendar can take it out by itself.",
					values,
				),
			};
		case "no-place":
			return {
				subject: t(
					"No longer yours: your seat at the roundtable on {moment}",
					values,
				),
				text: t(
					"You no longer have a place in the program, and so no seat at its roundtable “{topic}” on {moment} ({zone}). Your calendar can take it out by itself.",
					values,
				),
			};
		case "stays":
			return {
				subject: t("It stays: roundtable on {moment}", values),
				text: t(
					"Your calendar proposed another time for the roundtable “{topic}”. It has a table of people, so it stays on {moment} ({zone}). You keep your seat, or give it back on its page.",
					values,
				),
			};
	}
}

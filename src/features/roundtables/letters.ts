import type { Letter } from "../../platform/mail/letter.ts";
import { formatDateTime, t } from "../../ui/text.ts";

export type RoundtableNews = "host" | "seat" | "off" | "given-back";

export type LetterAbout = {
	readonly id: string;
	readonly program: string;
	readonly topic: string;
	readonly hostName: string;
	readonly startsAt: Date;
};

/** What a roundtable is about is the program's to read: its mails may say so, unlike those of sessions. */
export function roundtableLetter(
	what: RoundtableNews,
	{ id, program, topic, hostName, startsAt }: LetterAbout,
	{ origin, zone }: { readonly origin: string; readonly zone: string },
): Letter {
	const moment = formatDateTime(startsAt, zone);
	const { subject, text } = words(what, { topic, hostName, moment, zone });
	return {
		subject,
		paragraphs: [text],
		button: {
			label: t("Look at it"),
			url: `${origin}/programs/${program}/roundtables/${id}`,
		},
		foot: t("Sent because of a roundtable of yours."),
	};
}

function words(
	what: RoundtableNews,
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
		case "off":
			return {
				subject: t("Not taking place: roundtable on {moment}", values),
				text: t(
					"The roundtable “{topic}” on {moment} ({zone}) does not take place. Your calendar can take it out by itself.",
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
	}
}

import type { Letter } from "../../../platform/mail/letter.ts";
import { formatDate, t } from "../../../ui/text.ts";
import type { Recipient } from "../letters.ts";

export type TalkMail = {
	readonly program: string;
	readonly talks: number;
	readonly answerBy: string;
	readonly url: string;
};

/** Short talks are proposed. */
export function talksLetter(
	{ firstName }: Recipient,
	{ program, talks, answerBy, url }: TalkMail,
): Letter {
	return {
		subject: t(
			"{talks, plural, one {One short talk} other {# short talks}} before pairs are made in {program}",
			{ talks, program },
		),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"before pairs are made, Baton proposes {talks, plural, one {a talk of half an hour} other {# talks of half an hour each}}. Please say privately by {day} how it was; nobody but the pairing reads it.",
				{ talks, day: formatDate(answerBy) },
			),
		],
		button: { label: t("See with whom"), url },
		foot: footOf(program),
	};
}

export function reminderLetter(
	{ firstName }: Recipient,
	{ program, answerBy, url }: TalkMail,
): Letter {
	return {
		subject: t("Until {day}: how were your talks?", {
			day: formatDate(answerBy),
		}),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"pairs are made after {day}. What you say until then weighs in; where you say nothing, nothing is counted against anyone.",
				{ day: formatDate(answerBy) },
			),
		],
		button: { label: t("Say how it was"), url },
		foot: footOf(program),
	};
}

function footOf(program: string): string {
	return t("Sent because you take part in {program}.", { program });
}

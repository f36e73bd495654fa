// Mails of a hand-over. They name nobody: with whom and why stands in Baton, or nowhere.
import type { Letter } from "../../platform/mail/letter.ts";
import { formatDate, t } from "../../ui/text.ts";
import type { Recipient } from "../matching/letters.ts";

type About = { readonly program: string; readonly url: string };

/** Whoever is asked now: the peer whether they take over, or the mentee whether they agree. */
export function askedLetter(
	{ firstName }: Recipient,
	{
		program,
		url,
		asked,
		answerBy,
		isReminder,
	}: About & {
		readonly asked: "peer" | "mentee";
		readonly answerBy: string;
		readonly isReminder: boolean;
	},
): Letter {
	const day = formatDate(answerBy);
	const subject =
		asked === "peer"
			? t("A colleague asks you to take over in {program}", { program })
			: t("Your mentor proposes somebody to go on with, in {program}", {
					program,
				});
	return {
		subject: isReminder
			? t("Until {day}: {subject}", { day, subject })
			: subject,
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			asked === "peer"
				? t(
						"A mentor of {program} asks whether you take over one of their mentees. Who it is stands in Baton. Yes and no are both good answers until {day}; nobody asks for reasons, and the mentee is asked only once you have said yes.",
						{ program, day },
					)
				: t(
						"Your mentor in {program} would like to hand over to somebody who has already said yes. Nothing changes unless you agree, by {day}. If you would rather not, everything stays as it is, and nobody learns that you said so.",
						{ program, day },
					),
		],
		button: { label: t("See who it is"), url },
		foot: t("Sent because you take part in {program}.", { program }),
	};
}

/** The same words whoever said no, or nothing. */
export function closedLetter(
	{ firstName }: Recipient,
	{ program, url }: About,
): Letter {
	return {
		subject: t("Your hand-over in {program} did not come about", { program }),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"It stays as it is. This happens for many reasons and says nothing about anyone. You can ask somebody else, go on, take a pause, or end it without a reason.",
			),
		],
		button: { label: t("See what you can do"), url },
		foot: t("Sent because you take part in {program}.", { program }),
	};
}

/** To a peer who has said yes. It stays open at whose word it ends: the mentor's, the mentee's, or a place that is taken. */
export function notNeededLetter(
	{ firstName }: Recipient,
	{ program, url }: About,
): Letter {
	return {
		subject: t("The hand-over to you in {program} did not come about", {
			program,
		}),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"You had said yes, thank you. It stays as it is, for one of many reasons, and says nothing about anyone. Nothing more is asked of you.",
			),
		],
		button: { label: t("Open Baton"), url },
		foot: t("Sent because you take part in {program}.", { program }),
	};
}

export function doneLetter(
	{ firstName }: Recipient,
	{ program, url }: About,
): Letter {
	return {
		subject: t("Your hand-over in {program} is done", { program }),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"Both said yes. Your sessions to come are taken out of the calendars; what the two of you wrote stays between you. Thank you for the time you gave.",
			),
		],
		button: { label: t("Leave a word of thanks"), url },
		foot: t("Sent because you take part in {program}.", { program }),
	};
}

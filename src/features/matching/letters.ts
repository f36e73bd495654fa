// Mails of a round. They say little: whoever reads over a shoulder learns that there is something to answer, and no more.
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import type { Letter } from "../../platform/mail/letter.ts";
import { type Outgoing, post } from "../../platform/mail/mail.ts";
import { formatDate, t } from "../../ui/text.ts";
import { anyOf } from "../programs/queries/person-facts.ts";

export type Recipient = {
	readonly id: string;
	readonly firstName: string;
	readonly locale: string | null;
};

export async function recipients(
	db: Db,
	ids: readonly string[],
): Promise<ReadonlyMap<string, Recipient>> {
	const rows = await db
		.selectFrom("person")
		.select([
			"id",
			"first_name as firstName",
			sql<
				string | null
			>`coalesce(locale, (select locale from organisation))`.as("locale"),
		])
		.where("id", "=", anyOf([...new Set(ids)]))
		.execute();
	return new Map(rows.map((row) => [row.id, row]));
}

/** Somebody is proposed to somebody. */
export function proposalLetter(
	{ firstName }: Recipient,
	about: {
		readonly program: string;
		readonly url: string;
		readonly answerBy: string;
	},
): Letter {
	return {
		subject: t("Somebody is proposed to you in {program}", about),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"Baton has a proposal for you in {program}: who it is and why you two. Please say yes, “not now”, or ask for more by {day}. Two minutes are enough, and nobody asks for reasons.",
				{ program: about.program, day: formatDate(about.answerBy) },
			),
		],
		button: { label: t("See who it is"), url: about.url },
		foot: footOf(about.program),
	};
}

/** Before the last day, to whoever has not answered. */
export function reminderLetter(
	{ firstName }: Recipient,
	about: {
		readonly program: string;
		readonly url: string;
		readonly answerBy: string;
	},
): Letter {
	return {
		subject: t("Until {day}: somebody is proposed to you in {program}", {
			day: formatDate(about.answerBy),
			program: about.program,
		}),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"A proposal for you in {program} is still open. Yes and “not now” are both good answers; after {day} it ends by itself, and nothing is held against anyone.",
				{ program: about.program, day: formatDate(about.answerBy) },
			),
		],
		button: { label: t("See who it is"), url: about.url },
		foot: footOf(about.program),
	};
}

/** The other side would like to know something first. */
export function questionLetter(
	{ firstName }: Recipient,
	about: { readonly program: string; readonly url: string },
): Letter {
	return {
		subject: t("A question before you meet, in {program}", about),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"The person proposed to you has a question before answering. It waits for you in Baton.",
			),
		],
		button: { label: t("Read the question"), url: about.url },
		foot: footOf(about.program),
	};
}

/** A mentor is asked for one more place. Nobody is named: it is about room, not about a person. */
export function placeLetter(
	{ firstName }: Recipient,
	about: { readonly program: string; readonly url: string },
): Letter {
	return {
		subject: t("Have you room for one more, in {program}?", about),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"More people would like a mentor in {program} than there are places. If you have room for one more, please say so in Baton; “not now” is just as good an answer.",
				about,
			),
		],
		button: { label: t("Answer"), url: about.url },
		foot: footOf(about.program),
	};
}

/** Before the last day, to a mentor who has not said whether there is room. */
export function placeReminderLetter(
	{ firstName }: Recipient,
	about: {
		readonly program: string;
		readonly url: string;
		readonly answerBy: string;
	},
): Letter {
	return {
		subject: t("Until {day}: have you room for one more, in {program}?", {
			day: formatDate(about.answerBy),
			program: about.program,
		}),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"The question whether you have room for one more in {program} is still open. Yes and “not now” are both good answers; after {day} the round goes on without it, and nothing is held against anyone.",
				{ program: about.program, day: formatDate(about.answerBy) },
			),
		],
		button: { label: t("Answer"), url: about.url },
		foot: footOf(about.program),
	};
}

/** Two yeses. */
export function beginningLetter(
	{ firstName }: Recipient,
	about: {
		readonly program: string;
		readonly partner: string;
		readonly url: string;
	},
): Letter {
	return {
		subject: t("You and {partner} begin", about),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"You both said yes. What comes next is a first date; how to reach each other is written in Baton.",
			),
		],
		button: { label: t("See how to begin"), url: about.url },
		foot: footOf(about.program),
	};
}

/** The same words to both, so that no mail tells who said what. */
export function returnLetter(
	{ firstName }: Recipient,
	about: { readonly program: string; readonly url: string },
): Letter {
	return {
		subject: t("A proposal in {program} did not come about", about),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"The proposal did not come about, and you are back in the round. This happens for many reasons and says nothing about anyone. There is nothing you need to do.",
			),
		],
		button: { label: t("Open Baton"), url: about.url },
		foot: footOf(about.program),
	};
}

/** Which letter it is, what happened, and until when it is of use. */
export type LetterAbout = Pick<Outgoing, "kind" | "event" | "by">;

/** Posts a letter in its recipient's language. */
export async function postTo(
	tx: Tx,
	recipient: Recipient | undefined,
	about: LetterAbout,
	write: (recipient: Recipient) => Letter,
): Promise<void> {
	if (recipient !== undefined)
		await post(tx, addressed(recipient, about, write));
}

/** A mail in its recipient's language, ready to be posted. */
export function addressed(
	recipient: Recipient,
	about: LetterAbout,
	write: (recipient: Recipient) => Letter,
): Outgoing {
	const letter = inLocale(asLocale(recipient.locale) ?? "en", () =>
		write(recipient),
	);
	return { ...about, to: recipient.id, letter };
}

function footOf(program: string): string {
	return t("Sent because you take part in {program}.", { program });
}

import type { Side } from "../../domain/programs/enrolment.ts";
import type { Tx } from "../../platform/database/database.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import type { Letter } from "../../platform/mail/letter.ts";
import type { LetterKind } from "../../domain/mail/topic.ts";
import { type Outgoing, postAll } from "../../platform/mail/mail.ts";
import { formatDate, t } from "../../ui/text.ts";
import { recipients } from "./queries/people.ts";
import { findOrganisation } from "./queries/programs.ts";

export type LetterFacts = {
	readonly program: { readonly id: string; readonly name: string };
	readonly origin: string;
};

type Mailing = {
	readonly kind: LetterKind;
	/** Of one event nobody gets the letter twice. */
	readonly event: string | ((person: string) => string);
	/** The last day on which it is of use. */
	readonly by?: string | undefined;
	readonly people: readonly string[];
	/** Composed once for each recipient, in their language. */
	readonly letter: (to: {
		readonly firstName: string;
		readonly id: string;
	}) => Letter;
	readonly holdsSignInLink?: (person: string) => boolean;
};

/** Writes the same letter to many people, each in their own language, or the organisation's where they chose none. */
export async function mailPeople(tx: Tx, mailing: Mailing): Promise<void> {
	const organisation = await findOrganisation(tx);
	const people = await recipients(tx, mailing.people);
	await postAll(
		tx,
		people.map(
			(to): Outgoing => ({
				to: to.id,
				kind: mailing.kind,
				event:
					typeof mailing.event === "string"
						? mailing.event
						: mailing.event(to.id),
				by: mailing.by,
				holdsSignInLink: mailing.holdsSignInLink?.(to.id) ?? false,
				letter: inLocale(
					asLocale(to.locale) ?? asLocale(organisation?.locale) ?? "en",
					() => mailing.letter(to),
				),
			}),
		),
	);
}

export function invitationLetter(
	{ program, origin }: LetterFacts,
	{
		firstName,
		side,
		answerBy,
		link,
	}: {
		readonly firstName: string;
		readonly side: Side;
		readonly answerBy: string;
		/** A link that signs in, for someone who never was here. */
		readonly link: string | undefined;
	},
): Letter {
	return {
		subject:
			side === "mentor"
				? t("A place for you as mentor in “{program}”", {
						program: program.name,
					})
				: t("A place for you as mentee in “{program}”", {
						program: program.name,
					}),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"a place in this program is kept for you. Please say by {date} whether you take it. A no needs no reason.",
				{ date: formatDate(answerBy) },
			),
			...(link === undefined
				? []
				: [
						t(
							"The link lets you in for the first time; it works once, within fourteen days.",
						),
					]),
		],
		button: {
			label: t("Read more and answer"),
			url: link ?? `${origin}/programs/${program.id}/invitation`,
		},
		foot: footOf(program),
	};
}

export function nominationLetter(
	{ program, origin }: LetterFacts,
	{ firstName, by }: { readonly firstName: string; readonly by: string },
): Letter {
	return {
		subject: t("{name} suggests you for “{program}”", {
			name: by,
			program: program.name,
		}),
		paragraphs: [
			t("Dear {name},", { name: firstName }),
			t(
				"{by} would like to see you in this program and has said why. Nothing happens unless you say yes yourself.",
				{ by },
			),
		],
		button: {
			label: t("Read more and answer"),
			url: `${origin}/programs/${program.id}/invitation`,
		},
		foot: footOf(program),
	};
}

/** Only what concerns a place: enrolled, waiting, or not this time. */
export function placeLetter(
	{ program, origin }: LetterFacts,
	{
		firstName,
		status,
	}: {
		readonly firstName: string;
		readonly status: "enrolled" | "waiting" | "not-admitted";
	},
): Letter {
	return {
		subject: t("Your place in “{program}”", { program: program.name }),
		paragraphs: [t("Dear {name},", { name: firstName }), placeSentence(status)],
		button: {
			label: t("Open the program"),
			url: `${origin}/programs/${program.id}`,
		},
		foot: footOf(program),
	};
}

function placeSentence(
	status: "enrolled" | "waiting" | "not-admitted",
): string {
	switch (status) {
		case "enrolled":
			return t("you have a place in this program.");
		case "waiting":
			return t(
				"you are on the waiting list of this program. You will hear as soon as a place is free.",
			);
		case "not-admitted":
			return t(
				"there is no place for you in this program this time. The people who run it will gladly say more.",
			);
	}
}

function footOf(program: LetterFacts["program"]): string {
	return t("Sent because of your part in “{program}”.", {
		program: program.name,
	});
}

import { unsignedLink } from "../../platform/links/signed-link.ts";
import type { Letter } from "../../platform/mail/letter.ts";
import { formatDateTime, t } from "../../ui/text.ts";
import { unsignedWriteUpLink } from "../sessions/link.ts";
import type { FoundSession } from "./entry.ts";

export const ANSWER = "session-answer";

export type InvitationKind =
	| "session-invitation"
	| "session-change"
	| "session-cancellation";

/** Says when, and nothing of with whom or what about: mails are read over shoulders and by assistants. */
export function invitationLetter(
	kind: InvitationKind,
	{
		session,
		origin,
		zone,
	}: {
		readonly session: FoundSession;
		readonly origin: string;
		readonly zone: string;
	},
): Letter {
	const moment = formatDateTime(session.starts_at, zone);
	const foot = t("Sent because you are to be in this session.");
	if (kind === "session-cancellation")
		return {
			subject: t("Not taking place: mentoring session on {moment}", { moment }),
			paragraphs: [
				t(
					"The mentoring session on {moment} ({zone}) does not take place. Your calendar can take it out by itself.",
					{ moment, zone },
				),
			],
			button: { label: t("Open Baton"), url: `${origin}/` },
			foot,
		};
	return {
		subject:
			kind === "session-invitation"
				? t("Mentoring session on {moment}", { moment })
				: t("Moved: mentoring session, now on {moment}", { moment }),
		paragraphs: [
			kind === "session-invitation"
				? t("You are asked to a mentoring session on {moment} ({zone}).", {
						moment,
						zone,
					})
				: t(
						"A mentoring session has changed. It is now on {moment} ({zone}).",
						{ moment, zone },
					),
			t(
				"Your calendar program can answer, or you answer with one press, without signing in. If it does not suit you, the same page offers other times.",
			),
			t(
				"Afterwards, what came of it, in three fields, also without signing in:\n{url}",
				{
					url: unsignedWriteUpLink(
						origin,
						session.id,
						session.ends_at.getTime(),
					),
				},
			),
		],
		button: answerButton(session, origin),
		foot,
	};
}

/** That another time is proposed, to whoever decides; or that it was not taken, to whoever proposed it. Names nobody. */
export function counterLetter(
	what: "asked" | "kept",
	{
		session,
		origin,
		zone,
		at,
	}: {
		readonly session: FoundSession;
		readonly origin: string;
		readonly zone: string;
		/** The time that is proposed, in milliseconds since 1970. */
		readonly at: number;
	},
): Letter {
	const moment = formatDateTime(session.starts_at, zone);
	const proposed = formatDateTime(at, zone);
	const foot = t("Sent because you are to be in this session.");
	const button = answerButton(session, origin);
	return what === "asked"
		? {
				subject: t("Another time is proposed: mentoring session on {moment}", {
					moment,
				}),
				paragraphs: [
					t(
						"For the mentoring session on {moment} another time is proposed: {proposed} ({zone}).",
						{ moment, proposed, zone },
					),
					t(
						"One press moves it there or keeps it as it is, without signing in.",
					),
				],
				button,
				foot,
			}
		: {
				subject: t("It stays: mentoring session on {moment}", { moment }),
				paragraphs: [
					t(
						"The time you proposed, {proposed}, was not taken: the mentoring session stays on {moment} ({zone}).",
						{ moment, proposed, zone },
					),
					t(
						"If you cannot come then, the same page offers times that suit all of you.",
					),
				],
				button,
				foot,
			};
}

function answerButton({ id, ends_at }: FoundSession, origin: string) {
	return {
		label: t("Answer"),
		url: unsignedLink(origin, "/answer", {
			purpose: ANSWER,
			subject: id,
			expires: ends_at,
		}),
	};
}

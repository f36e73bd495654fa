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
		button: {
			label: t("Answer"),
			url: unsignedLink(origin, "/answer", {
				purpose: ANSWER,
				subject: session.id,
				expires: session.ends_at,
			}),
		},
		foot,
	};
}

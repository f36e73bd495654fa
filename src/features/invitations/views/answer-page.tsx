import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";

/** Opened from a mail, without signing in. Opening it answers nothing: mail scanners follow links. */
export function AnswerPage({
	frame,
	token,
	session,
}: {
	frame: Frame;
	token: string;
	session: {
		readonly start: Date;
		readonly zone: string;
		readonly ownZone: string | null;
		readonly answer: string | null;
	};
}) {
	const zone = session.ownZone ?? session.zone;
	const action = `/answer/${token}`;
	return (
		<PlainPage
			frame={frame}
			title={t("Can you come on {moment}?", {
				moment: formatDateTime(session.start, zone),
			})}
			lead={`${t("A mentoring session, by the clock of {zone}.", { zone })} ${standing(session.answer)}`}
		>
			<Actions>
				<ButtonForm action={action} values={{ answer: "yes" }} weight="primary">
					{t("Yes, I come")}
				</ButtonForm>
				<ButtonForm action={action} values={{ answer: "no" }}>
					{t("I cannot come")}
				</ButtonForm>
				<ButtonForm
					action={action}
					values={{ answer: "tentative" }}
					weight="quiet"
				>
					{t("Perhaps")}
				</ButtonForm>
			</Actions>
			<p>{t("The others in the session read what you answer.")}</p>
		</PlainPage>
	);
}

function standing(answer: string | null): string {
	switch (answer) {
		case "yes":
			return t("You said that you come.");
		case "no":
			return t("You said that you cannot come.");
		case "tentative":
			return t("You said that you may come.");
		case null:
		default:
			return t("You have not answered yet.");
	}
}

export function StaleAnswerPage({ frame }: { frame: Frame }) {
	return (
		<PlainPage
			frame={frame}
			title={t("There is nothing to answer here any more")}
			lead={t(
				"The session is over or does not take place, or a mail program cut the link in two. Your sessions are in Baton.",
			)}
		>
			<Actions>
				<LinkButton href="/">{t("Open Baton")}</LinkButton>
			</Actions>
		</PlainPage>
	);
}

import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import { CounterButtons } from "../../sessions/views/counter-section.tsx";

type Invited = {
	readonly start: Date;
	readonly zone: string;
	readonly ownZone: string | null;
	readonly answer: string | null;
};

/** Opened from a mail, without signing in. Opening it answers nothing: mail scanners follow links. */
export function AnswerPage({
	frame,
	token,
	session,
	proposed,
}: {
	frame: Frame;
	token: string;
	session: Invited;
	/** By the calendars of others. */
	proposed: readonly Date[];
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
			{proposed.map((at) => (
				<Section
					key={at.getTime()}
					title={t("Another time is proposed: {moment}", {
						moment: formatDateTime(at, zone),
					})}
				>
					<CounterButtons action={`${action}/counter`} at={at} />
				</Section>
			))}
			<Stack>
				<p class="hint">
					{t("The others in the session read what you answer.")}
				</p>
				<Actions>
					{session.answer !== "yes" && (
						<ButtonForm
							action={action}
							values={{ answer: "yes" }}
							weight={proposed.length === 0 ? "primary" : "secondary"}
						>
							{t("Yes, I come")}
						</ButtonForm>
					)}
					<LinkButton href={`${action}/times`}>{t("Another time")}</LinkButton>
					{session.answer !== "no" && (
						<ButtonForm
							action={action}
							values={{ answer: "no" }}
							weight="quiet"
						>
							{t("I cannot come")}
						</ButtonForm>
					)}
					{session.answer !== "tentative" && (
						<ButtonForm
							action={action}
							values={{ answer: "tentative" }}
							weight="quiet"
						>
							{t("Perhaps")}
						</ButtonForm>
					)}
				</Actions>
			</Stack>
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

/** Times at which all can: one press moves it, and everyone is asked anew. */
export function TimesPage({
	frame,
	token,
	session,
	times,
}: {
	frame: Frame;
	token: string;
	session: Invited;
	/** Milliseconds since 1970. */
	times: readonly number[];
}) {
	const zone = session.ownZone ?? session.zone;
	return (
		<PlainPage
			frame={frame}
			title={t("When suits you better?")}
			lead={t(
				"Instead of {moment}, by the clock of {zone}. These times suit all of you; one press moves it, and the others are asked anew.",
				{ moment: formatDateTime(session.start, zone), zone },
			)}
		>
			{times.length === 0 ? (
				<p>
					{t(
						"In the next three weeks no time suits you all. Say that you cannot come, or sign in and choose a time yourself.",
					)}
				</p>
			) : (
				<ul class="slots">
					{times.map((at) => (
						<li key={at}>
							<ButtonForm
								action={`/answer/${token}/times`}
								values={{ at: String(at) }}
							>
								{formatDateTime(at, zone)}
							</ButtonForm>
						</li>
					))}
				</ul>
			)}
			<Actions>
				<LinkButton weight="quiet" href={`/answer/${token}`}>
					{t("Back to your answer")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
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
				<LinkButton weight="primary" href="/">
					{t("Open Baton")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
}

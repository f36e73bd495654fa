import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, formatDateTime, t } from "../../../ui/text.ts";
import type { OpenTrouble } from "../../mail/queries.ts";
import type { OutboxMail } from "../queries.ts";

export function OutboxPage({
	frame,
	mails,
	canMail,
	runsInstallation,
	timeZone,
	troubles,
}: {
	frame: Frame;
	troubles: readonly OpenTrouble[];
	mails: readonly OutboxMail[];
	canMail: boolean;
	runsInstallation: boolean;
	timeZone: string;
}) {
	return (
		<Page
			frame={frame}
			title={t("What Baton has written to people")}
			lead={
				canMail
					? t(
							"The last hundred mails. Mail that holds a sign-in link is never shown here.",
						)
					: t(
							"No mail server is set up (SMTP_URL), so these mails were kept here instead of being sent. Mail that holds a sign-in link is never shown.",
						)
			}
			action={
				runsInstallation && (
					<LinkButton weight="quiet" href="/administration/replies">
						{t("Answers from calendars")}
					</LinkButton>
				)
			}
		>
			{troubles.length > 0 && <Troubles troubles={troubles} />}
			{mails.length === 0 ? (
				<EmptyState title={t("No mail yet")}>
					{t(
						"Invitations and proposals to people will be listed here, latest first.",
					)}
				</EmptyState>
			) : (
				<ol class="outbox">
					{mails.map((mail) => (
						<li>
							<Disclosure
								summary={`${mail.subject} · ${mail.first_name} ${mail.last_name}`}
							>
								<p class="hint">
									{mail.email} · {formatDateTime(mail.created_at, timeZone)}
								</p>
								<pre class="letter">{mail.body_text}</pre>
							</Disclosure>
							<MailStatus mail={mail} timeZone={timeZone} />
						</li>
					))}
				</ol>
			)}
		</Page>
	);
}

function Troubles({ troubles }: { troubles: readonly OpenTrouble[] }) {
	return (
		<Section
			title={t("Addresses that take no mail")}
			lead={t(
				"Nothing more is sent there until the address is corrected, or somebody says that it works again.",
			)}
		>
			<ol class="outbox">
				{troubles.map(({ id, firstName, lastName, address, code, since }) => (
					<li key={id}>
						<div>
							<a href={`/people/${id}`}>{`${firstName} ${lastName}`.trim()}</a>
							<p class="hint">
								{address} · {code} ·{" "}
								{t("since {day}", { day: formatDate(since) })}
							</p>
						</div>
						<ButtonForm
							weight="quiet"
							action={`/administration/outbox/${id}/works`}
						>
							{t("It works again")}
						</ButtonForm>
					</li>
				))}
			</ol>
		</Section>
	);
}

function MailStatus({
	mail,
	timeZone,
}: {
	mail: OutboxMail;
	timeZone: string;
}) {
	if (mail.comesBack)
		return (
			<Status kind="attention">
				{t("the address takes no mail ({code})", {
					code: mail.failure ?? "",
				})}
			</Status>
		);
	if (mail.sent_at !== null) return <Status kind="done">{t("sent")}</Status>;
	if (mail.sending === "none")
		return <Status kind="quiet">{t("wanted by mail no more")}</Status>;
	if (mail.sending === "digest")
		return <Status kind="waiting">{t("waits for the digest")}</Status>;
	if (mail.due_at > new Date(mail.created_at.getTime() + 60_000))
		return (
			<Status kind="waiting">
				{t("waits until {moment}", {
					moment: formatDateTime(mail.due_at, timeZone),
				})}
			</Status>
		);
	if (mail.failure !== null)
		return <Status kind="attention">{t("could not be delivered yet")}</Status>;
	return <Status kind="waiting">{t("kept here")}</Status>;
}

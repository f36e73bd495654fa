import type { OptionalTopic } from "../../../domain/mail/topic.ts";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { PlainPage } from "../../../ui/page.tsx";
import { Stack } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import { topicDetail, topicName } from "../words.ts";

/** Turns mails about a topic off, or on again. Opening it changes nothing. */
export function StopPage({
	frame,
	token,
	topic,
	isOff,
}: {
	frame: Frame;
	token: string;
	topic: OptionalTopic;
	isOff: boolean;
}) {
	return (
		<PlainPage
			frame={frame}
			title={
				isOff
					? t("Mails of this kind no longer come: {topic}", {
							topic: topicName(topic),
						})
					: t("No more mails of this kind: {topic}?", {
							topic: topicName(topic),
						})
			}
			lead={
				isOff
					? t(
							"What they would have said stands on Today whenever you come. Everything else comes as before.",
						)
					: t(
							"What they say stands on Today all the same, whenever you come. Everything else comes as before.",
						)
			}
		>
			<Stack>
				{!isOff && <p>{topicDetail(topic)}</p>}
				<Actions>
					{isOff ? (
						<ButtonForm action={`/mail/start/${token}`}>
							{t("Let them come again")}
						</ButtonForm>
					) : (
						<ButtonForm action={`/mail/stop/${token}`} weight="primary">
							{t("No more of these")}
						</ButtonForm>
					)}
					<LinkButton weight="quiet" href="/me/mail">
						{t("Choose when mails come")}
					</LinkButton>
				</Actions>
			</Stack>
		</PlainPage>
	);
}

export function StaleLinkPage({ frame }: { frame: Frame }) {
	return (
		<PlainPage
			frame={frame}
			title={t("This link no longer opens anything")}
			lead={t(
				"It has expired, or was cut in two by a mail program. Everything it led to is in Baton.",
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

import { shapeOf } from "../../../domain/sessions/formats.ts";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { FoundSession } from "../queries/sessions.ts";
import { sessionFormatName, timeText } from "../words.ts";
import { type Choosing, TimeChoice } from "./when-parts.tsx";

export function MovePage({
	frame,
	session,
	choosing,
}: {
	frame: Frame;
	session: FoundSession;
	choosing: Choosing;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Move it to when?")}
			parent={{
				label: sessionFormatName(session.format),
				href: `/sessions/${session.id}`,
			}}
			lead={t("Now: {time}. The others are asked anew.", {
				time: timeText(session.startsAt, choosing.zone, choosing.others),
			})}
		>
			<TimeChoice {...choosing} />
		</Page>
	);
}

export function CancelPage({
	frame,
	session,
	zone,
}: {
	frame: Frame;
	session: FoundSession;
	zone: string;
}) {
	const { id, company, startsAt } = session;
	if (shapeOf(session.format).isAnsweredAlone)
		return (
			<Page
				frame={frame}
				width="measure"
				title={t("Take the question back?")}
				parent={{
					label: sessionFormatName(session.format),
					href: `/sessions/${id}`,
				}}
			>
				<Section title={t("What happens")}>
					<p>{t("Nobody is asked to answer it any more.")}</p>
					<Actions>
						<ButtonForm action={`/sessions/${id}/cancel`} weight="danger">
							{t("Take it back")}
						</ButtonForm>
						<LinkButton href={`/sessions/${id}`}>
							{t("Leave it open")}
						</LinkButton>
					</Actions>
				</Section>
			</Page>
		);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Cancel this session?")}
			parent={{
				label: sessionFormatName(session.format),
				href: `/sessions/${id}`,
			}}
			lead={timeText(startsAt, zone, company.others)}
		>
			<Section title={t("What happens")}>
				<ul class="steps-ahead">
					<li>{t("It goes from everyone’s calendar. No reason is asked.")}</li>
					<li>
						{t(
							"The agenda stays here, and open commitments go to the next one.",
						)}
					</li>
				</ul>
				<Actions>
					<ButtonForm action={`/sessions/${id}/cancel`} weight="danger">
						{t("Cancel it")}
					</ButtonForm>
					<LinkButton href={`/sessions/${id}/move`}>
						{t("Rather move it")}
					</LinkButton>
				</Actions>
			</Section>
		</Page>
	);
}

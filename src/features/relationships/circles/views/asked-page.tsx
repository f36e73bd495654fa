import { Actions, ButtonForm, LinkButton } from "../../../../ui/button.tsx";
import { DescriptionList } from "../../../../ui/description-list.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { PersonLine } from "../../../../ui/person-line.tsx";
import { Section } from "../../../../ui/section.tsx";
import { Status } from "../../../../ui/status.tsx";
import { t } from "../../../../ui/text.ts";
import type { askedInto } from "../queries.ts";
import { rhythmText } from "../words.ts";

/** For somebody who is asked into a circle: what it is about, who else is asked, and two answers. */
export function AskedPage({
	frame,
	asked,
}: {
	frame: Frame;
	asked: Awaited<ReturnType<typeof askedInto>>;
}) {
	const facilitator = asked.others.find(({ side }) => side === "facilitator");
	return (
		<Page
			frame={frame}
			width="measure"
			title={asked.name}
			parent={{ label: t("Today"), href: "/" }}
			lead={asked.theme}
		>
			<Answering asked={asked} />
			<Section title={t("What you would come into")}>
				<DescriptionList
					items={[
						{ term: t("Program"), text: asked.programName },
						{ term: t("Rhythm"), text: rhythmText(asked) },
						{
							term: t("Facilitator"),
							text:
								asked.side === "facilitator"
									? t("You are asked to facilitate.")
									: (facilitator?.name ?? t("still being asked")),
						},
					]}
				/>
			</Section>
			<Section title={t("Who else is asked")}>
				{asked.others.map((seat) => (
					<PersonLine
						key={seat.person}
						name={seat.name}
						href={`/people/${seat.person}`}
						title={seat.title ?? undefined}
						place={seat.function ?? undefined}
					/>
				))}
			</Section>
		</Page>
	);
}

function Answering({
	asked,
}: {
	asked: Awaited<ReturnType<typeof askedInto>>;
}) {
	const path = `/circles/${asked.id}/answer`;
	if (asked.endedAt !== null)
		return (
			<p>
				<Status kind="quiet">{t("ended")}</Status>
			</p>
		);
	if (asked.own === null)
		return (
			<Section
				title={
					asked.side === "facilitator"
						? t("Do you facilitate it?")
						: t("Do you come in?")
				}
				lead={t(
					"Nobody asks for reasons. The others do not learn what you say; who runs the program does.",
				)}
			>
				<Actions>
					<ButtonForm action={path} values={{ answer: "yes" }} weight="primary">
						{t("Yes")}
					</ButtonForm>
					<ButtonForm action={path} values={{ answer: "no" }} weight="quiet">
						{t("Not this time")}
					</ButtonForm>
				</Actions>
			</Section>
		);
	if (asked.own === "no")
		return (
			<p>
				<Status kind="quiet">{t("You said: not this time.")}</Status>
			</p>
		);
	return asked.relationship === null ? (
		<p>
			<Status kind="waiting">
				{t(
					"You said yes. It begins once enough others have, and you get a mail then.",
				)}
			</Status>
		</p>
	) : (
		<LinkButton weight="primary" href={`/relationships/${asked.relationship}`}>
			{t("See your circle")}
		</LinkButton>
	);
}

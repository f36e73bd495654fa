import type { VNode } from "preact";
import { Actions, LinkButton } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import { languageName } from "../../people/language-name.ts";
import { mentorKindName } from "../../matching/mentor-kinds.ts";
import { hoursText } from "../../matching/hours-text.ts";
import type { SharedHours } from "../../matching/shared-hours.ts";
import { kindName } from "../kind-name.ts";
import type { Relationship } from "../queries.ts";
import { EndedParts, type EndedPartsProps } from "./ended-parts.tsx";
import { Promises, type PromisesProps } from "./promises.tsx";
import { NotesSection } from "./notes-section.tsx";

type RelationshipPageProps = {
	frame: Frame;
	relationship: Relationship;
	/** When they meet. */
	meeting: VNode;
	/** What they want to reach. */
	goals: VNode;
	/** How it goes, and who helps. */
	care: VNode;
	promises: PromisesProps;
	ended: EndedPartsProps;
	/** Who keeps the partner's calendar today. */
	delegates: readonly { readonly name: string }[];
	languages: readonly string[];
	hours: SharedHours | "none" | undefined;
};

export function RelationshipPage(props: RelationshipPageProps) {
	const { frame, relationship } = props;
	const { name, firstName, endedAt, programName } = relationship;
	const isRunning = endedAt === null;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("You and {name}", { name: firstName })}
			parent={{ label: t("Whom you learn with"), href: "/relationships" }}
			lead={
				isRunning
					? relationship.side === "mentee"
						? t("{name} is your mentor in {program}.", {
								name,
								program: programName,
							})
						: t("{name} is your mentee in {program}.", {
								name,
								program: programName,
							})
					: t("This relationship ended on {day}.", { day: formatDate(endedAt) })
			}
		>
			<PersonLine
				name={name}
				href={`/people/${relationship.partner}`}
				title={relationship.title ?? undefined}
				place={
					[relationship.function, relationship.location]
						.filter(Boolean)
						.join(", ") || undefined
				}
			/>
			{props.meeting}
			{props.goals}
			{!isRunning && <EndedParts {...props.ended} />}
			<Promises {...props.promises} />
			<NotesSection relationship={relationship.id} name={firstName} />
			<Section title={t("The two of you")}>
				<DescriptionList items={facts(props)} />
			</Section>
			{props.care}
			{isRunning && (
				<Section title={t("When it is time to end")}>
					<p>
						{t(
							"Either of you can end this at any time, without giving a reason and without any mark on anyone.",
						)}
					</p>
					<Actions>
						{relationship.side === "mentor" && (
							<LinkButton href={`/relationships/${relationship.id}/hand-over`}>
								{t("Hand over to a peer")}
							</LinkButton>
						)}
						<LinkButton
							weight="quiet"
							href={`/relationships/${relationship.id}/end`}
						>
							{t("End this relationship")}
						</LinkButton>
					</Actions>
				</Section>
			)}
			<p class="hint">
				{t("Is something not right between you?")}{" "}
				<a href="/concerns">{t("Raise a concern")}</a>
			</p>
		</Page>
	);
}

function facts(props: RelationshipPageProps) {
	const { relationship, delegates, languages, hours } = props;
	const { beganAt, kind, mentorKind, email, endedAt } = relationship;
	const shared = hoursText(hours);
	return [
		{ term: t("Since"), text: formatDate(beganAt) },
		{ term: t("Kind"), text: kindName(kind) },
		...(mentorKind === null
			? []
			: [
					{
						term:
							relationship.side === "mentee"
								? t("What they are to you")
								: t("What you are to them"),
						text: mentorKindName(mentorKind),
					},
				]),
		...(endedAt === null
			? [{ term: t("E-mail"), text: <a href={`mailto:${email}`}>{email}</a> }]
			: []),
		...(delegates.length > 0
			? [
					{
						term: t("Moves their meetings for them"),
						text: formatList(delegates.map(({ name }) => name)),
						source: t("Sees when and where, not with whom or what about."),
					},
				]
			: []),
		...(languages.length > 0
			? [
					{
						term: t("Languages you share"),
						text: formatList(languages.map(languageName)),
					},
				]
			: []),
		...(shared === undefined
			? []
			: [{ term: t("Hours you share"), text: shared }]),
	];
}

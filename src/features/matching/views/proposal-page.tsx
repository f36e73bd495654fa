import type { VNode } from "preact";
import { Audience } from "../../../ui/audience.tsx";
import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import { Quote } from "../../../ui/why-lines.tsx";
import { languageName } from "../../people/language-name.ts";
import { AskFirst } from "./ask-first.tsx";
import { InPlaceOfAnother } from "./in-place-of-another.tsx";
import { PauseChoice } from "./pause-choice.tsx";
import { hoursText } from "../hours-text.ts";
import { columnName } from "../policy-names.ts";
import { mentorKindMeaning, mentorKindName } from "../mentor-kinds.ts";
import type { Proposal, WhyYouTwo } from "../queries/proposal.ts";
import type { SharedHours } from "../shared-hours.ts";

type ProposalPageProps = {
	frame: Frame;
	proposal: Proposal;
	/** Only while the proposal is open. */
	why: WhyYouTwo | undefined;
	/** Nothing where a time zone is not known. */
	hours: SharedHours | "none" | undefined;
	question: string | null;
	state: FormState | undefined;
};

/** Why you two, and three ways to answer. Fits one thumb. */
export function ProposalPage(props: ProposalPageProps) {
	const { frame, proposal, why } = props;
	const { partner, programName } = proposal;
	if (why === undefined)
		return <SettledProposal frame={frame} proposal={proposal} />;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("You and {name}?", { name: partner.firstName })}
			lead={
				proposal.own === "mentee"
					? t("{name} is proposed as your mentor in {program}.", {
							name: partner.name,
							program: programName,
						})
					: t("You are proposed as the mentor of {name} in {program}.", {
							name: partner.name,
							program: programName,
						})
			}
		>
			<PersonLine
				name={partner.name}
				href={`/people/${partner.id}`}
				title={partner.title ?? undefined}
				place={
					[partner.function, partner.location].filter(Boolean).join(", ") ||
					undefined
				}
			/>
			{props.question !== null && (
				<Section
					title={t("{name} asks before answering", { name: partner.firstName })}
				>
					<Quote by={partner.name}>{props.question}</Quote>
					<p>
						<a href={`mailto:${partner.email}`}>
							{t("Answer {name} by mail", { name: partner.firstName })}
						</a>
					</p>
				</Section>
			)}
			{proposal.mentorKind !== null && (
				<p>
					<span class="mentor-kind">{mentorKindName(proposal.mentorKind)}</span>{" "}
					{mentorKindMeaning(proposal.mentorKind)}
				</p>
			)}
			<Section title={t("Why you two")}>
				<DescriptionList items={reasons(props, why)} />
			</Section>
			<Section
				title={t("Your answer")}
				lead={t("Until {day}. Nobody asks for reasons.", {
					day: proposal.answerBy === null ? "" : formatDate(proposal.answerBy),
				})}
			>
				<InPlaceOfAnother proposal={proposal} />
				<Answers {...props} />
			</Section>
		</Page>
	);
}

function Answers({ proposal, state }: ProposalPageProps) {
	const { partner, answer } = proposal;
	const action = `/proposals/${proposal.id}/answer`;
	const name = partner.firstName;
	return (
		<div class="answers">
			<Audience of="you-alone" />
			{answer?.answer === "yes" && (
				<p>
					<Status kind="done">{t("You said yes.")}</Status>{" "}
					{t(
						"You hear from Baton when it is settled, at the latest after the last day. Until then you may change your mind.",
					)}
				</p>
			)}
			{answer?.answer === "not-now" && (
				<p>
					<Status kind="quiet">{t("You said not now.")}</Status>{" "}
					{t(
						"It is settled once both have answered, at the latest after the last day, so that nobody can tell who said what. Until then you may change your mind.",
					)}
				</p>
			)}
			{answer?.answer === "ask-me-more" && (
				<p>
					<Status kind="waiting">{t("You asked {name}:", { name })}</Status>{" "}
					{answer.question}
				</p>
			)}
			<div class="actions">
				{answer?.answer !== "yes" && (
					<ButtonForm
						action={action}
						values={{ answer: "yes" }}
						weight="primary"
					>
						{t("Say yes")}
					</ButtonForm>
				)}
				{answer?.answer !== "not-now" && (
					<ButtonForm action={action} values={{ answer: "not-now" }}>
						{t("Not now")}
					</ButtonForm>
				)}
			</div>
			<p class="hint">
				{proposal.replaces === null
					? t(
							"If you both say yes, you begin. If not, both of you read the same words, and neither learns what the other said; nor does anyone else.",
						)
					: t("Neither learns what the other said; nor does anyone else.")}
			</p>
			<PauseChoice action={action} />
			<AskFirst action={action} proposal={proposal} state={state} />
		</div>
	);
}

function reasons({ proposal, hours }: ProposalPageProps, why: WhyYouTwo) {
	const { partner, own } = proposal;
	const name = partner.firstName;
	const items: { term: string; text: VNode | string }[] = [];
	if (why.sought.length > 0)
		items.push({
			term:
				own === "mentee"
					? t("What you seek and {name} offers", { name })
					: t("What {name} seeks and you offer", { name }),
			text: formatList(why.sought.map((one) => one.name)),
		});
	if (why.differs.length > 0)
		items.push({
			term: t("Where you differ"),
			text: (
				<ul class="differences">
					{why.differs.map(({ fact, own: mine, other }) => (
						<li key={fact}>
							{t("{fact}: you {mine}, {name} {other}", {
								fact: columnName(fact),
								mine,
								name,
								other,
							})}
						</li>
					))}
				</ul>
			),
		});
	if (why.languages.length > 0)
		items.push({
			term: t("Languages you share"),
			text: formatList(why.languages.map(languageName)),
		});
	const shared = hoursText(hours);
	if (shared !== undefined)
		items.push({ term: t("Hours you share"), text: shared });
	for (const words of [partner.about, partner.experience])
		if (words)
			items.push({ term: t("In {name}’s own words", { name }), text: words });
	return items;
}

function SettledProposal({
	frame,
	proposal,
}: Pick<ProposalPageProps, "frame" | "proposal">) {
	const { partner, relationship } = proposal;
	if (proposal.status === "agreed")
		return (
			<Page
				frame={frame}
				width="measure"
				title={t("You and {name} begin", { name: partner.firstName })}
			>
				<EmptyState
					title={t("You both said yes")}
					action={
						relationship ? (
							<LinkButton
								weight="primary"
								href={`/relationships/${relationship}`}
							>
								{t("See how to begin")}
							</LinkButton>
						) : undefined
					}
				>
					{t(
						"How to reach {name}, and what comes first, stands with your relationship.",
						{ name: partner.firstName },
					)}
				</EmptyState>
			</Page>
		);
	return (
		<Page frame={frame} width="measure" title={t("You are back in the round")}>
			<EmptyState
				title={t("This proposal did not come about")}
				action={<LinkButton href="/">{t("To Today")}</LinkButton>}
			>
				{t(
					"This happens for many reasons and says nothing about anyone. There is nothing you need to do: when the next round finds somebody for you, you read it here.",
				)}
			</EmptyState>
		</Page>
	);
}

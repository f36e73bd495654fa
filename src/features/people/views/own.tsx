import type { CustomField } from "../../../domain/people/custom-field.ts";
import type { StyleAnswers } from "../../../domain/style/questions.ts";
import {
	styleProfile,
	styleStatements,
} from "../../../domain/style/profile.ts";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Tags } from "../../../ui/status.tsx";
import { Audience } from "../../../ui/audience.tsx";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import { languageName } from "../language-name.ts";
import type { Employment } from "../queries/employment.ts";
import type {
	OwnAvailability,
	OwnFact,
	OwnWords,
	Reading,
} from "../queries/own.ts";
import type { PersonPageFacts, ShownSkill } from "../queries/person.ts";
import { styleSentence } from "../style-words.ts";
import { present } from "./person.tsx";
import { HrSection, ReadingsSection } from "./own-record.tsx";
import { SkillList } from "./skill-list.tsx";

type Props = {
	frame: Frame;
	person: PersonPageFacts;
	employment: Employment;
	fields: readonly CustomField[];
	office: readonly {
		readonly id: string;
		readonly first_name: string;
		readonly last_name: string;
	}[];
	words: OwnWords;
	availability: OwnAvailability;
	offers: readonly ShownSkill[];
	seeks: readonly ShownSkill[];
	answers: StyleAnswers;
	facts: readonly OwnFact[];
	readings: readonly Reading[];
};

/** Everything Baton knows about oneself on one page: what is whose word, who reads it, and who has. */
export function OwnPage(props: Props) {
	const { frame, person } = props;
	return (
		<Page
			frame={frame}
			title={t("About you")}
			lead={t(
				"What is known about you here, whose word it is, and who reads it.",
			)}
			action={
				<LinkButton href={`/people/${person.id}`}>
					{t("See what others see")}
				</LinkButton>
			}
		>
			<OwnWordsSection {...props} />
			<SkillSection
				title={t("What you offer")}
				readers="organisation"
				skills={props.offers}
				href="/me/offers"
				empty={t(
					"Nothing yet. Say in which competencies you could help somebody grow.",
				)}
			/>
			<SkillSection
				title={t("What you seek")}
				readers="program-managers"
				skills={props.seeks}
				href="/me/seeks"
				empty={t("Nothing yet. Say in which competencies you want to grow.")}
			/>
			<AvailabilitySection {...props} />
			<StyleSection {...props} />
			<SensitiveSection {...props} />
			<HrSection {...props} />
			<Section
				title={t("Your data")}
				lead={t(
					"Who may read what, take everything with you, have something corrected, be erased.",
				)}
				layout="beside"
			>
				<LinkButton href="/me/data">{t("See what you can do")}</LinkButton>
			</Section>
			<ReadingsSection
				readings={props.readings}
				timeZone={person.time_zone ?? "UTC"}
			/>
			<Section title={t("Your account")} layout="beside">
				<ul>
					<li>
						<a href="/me/sign-ins">{t("How and where you are signed in")}</a>
					</li>
					<li>
						<a href="/me/calendar">{t("When you can be asked to meet")}</a>
					</li>
					<li>
						<a href="/first-steps">{t("How to begin")}</a>
					</li>
					<li>
						<a href="/me/load">{t("What mentoring takes of your time")}</a>
					</li>
					<li>
						<a href="/me/mail">{t("When Baton may write to you")}</a>
					</li>
					<li>
						<a href="/me/delegates">{t("Who keeps your calendar")}</a>
					</li>
					<li>
						<a href="/calendars">{t("Whose calendar you keep")}</a>
					</li>
					<li>
						<a href="/me/notes">{t("Your own notes")}</a>
					</li>
					<li>
						<a href="/me/keys">
							{t("The keys to what you seal, and the ways to open them")}
						</a>
					</li>
				</ul>
			</Section>
		</Page>
	);
}

function change(href: string, what: string) {
	return (
		<a href={href}>
			{t("Change")}
			<span class="unseen">: {what}</span>
		</a>
	);
}

function OwnWordsSection({ words }: Props) {
	const items = present([
		[t("About you"), words.about],
		[t("Experience"), words.experience],
		[
			t("Clients"),
			words.clients.length > 0 ? <Tags words={words.clients} /> : null,
		],
		[
			t("Industries"),
			words.industries.length > 0 ? <Tags words={words.industries} /> : null,
		],
	]);
	return (
		<Section
			title={t("In your own words")}
			lead={<Audience of="organisation" />}
			layout="beside"
			action={change("/me/words", t("In your own words"))}
		>
			{items.length > 0 ? (
				<DescriptionList items={items} />
			) : (
				<p>
					{t("Nothing yet. Two sentences are enough to start a conversation.")}
				</p>
			)}
		</Section>
	);
}

function SkillSection({
	title,
	readers,
	skills,
	href,
	empty,
}: {
	title: string;
	readers: "organisation" | "program-managers";
	skills: readonly ShownSkill[];
	href: string;
	empty: string;
}) {
	return (
		<Section
			title={title}
			lead={<Audience of={readers} />}
			layout="beside"
			action={change(href, title)}
		>
			{skills.length > 0 ? <SkillList skills={skills} /> : <p>{empty}</p>}
		</Section>
	);
}

function AvailabilitySection({ availability }: Props) {
	const { languages, timeZone, capacity, pausedUntil } = availability;
	return (
		<Section
			title={t("Languages, time and room")}
			lead={<Audience of="organisation" />}
			layout="beside"
			action={change("/me/availability", t("Languages, time and room"))}
		>
			<DescriptionList
				items={[
					{
						term: t("Languages"),
						text:
							languages.length === 0
								? t("not said")
								: formatList(languages.map(languageName)),
					},
					{ term: t("Time zone"), text: timeZone ?? t("not said") },
					{
						term: t("Room for mentees"),
						text:
							capacity === null
								? t("not said")
								: t("{count, plural, one {one person} other {# people}}", {
										count: capacity,
									}),
					},
					...present([
						[
							t("Pausing until"),
							pausedUntil === null ? null : formatDate(pausedUntil),
						],
					]),
				]}
			/>
		</Section>
	);
}

function StyleSection({ answers }: Props) {
	const statements = styleStatements(styleProfile(answers));
	return (
		<Section
			title={t("How you like to talk")}
			lead={<Audience of="pairing-only" />}
			layout="beside"
			action={change("/me/style", t("How you like to talk"))}
		>
			{statements.length === 0 ? (
				<p>
					{t("Ten short choices, two minutes. They sort nobody into types.")}
				</p>
			) : (
				<ul>
					{statements.map((statement) => (
						<li key={statement.dimension}>{styleSentence(statement)}</li>
					))}
				</ul>
			)}
		</Section>
	);
}

function SensitiveSection({ facts }: Props) {
	const said = facts.filter(({ declared }) => declared !== null).length;
	const waiting = facts.filter(({ proposed }) => proposed !== null).length;
	return (
		<Section
			title={t("What only you can say")}
			lead={<Audience of="you-alone" />}
			layout="beside"
			action={change("/me/sensitive", t("What only you can say"))}
		>
			<p>
				{t(
					"Year of birth, gender and the like. {said, plural, =0 {You have said nothing} one {You have said one thing} other {You have said # things}}; each is used only for what you agree to.",
					{ said },
				)}
			</p>
			{waiting > 0 && (
				<p>
					<strong>
						{t(
							"{count, plural, one {One thing from a file waits} other {# things from a file wait}} for your word.",
							{ count: waiting },
						)}
					</strong>
				</p>
			)}
		</Section>
	);
}

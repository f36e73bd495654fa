import {
	agreementTopics,
	type AgreementTopic,
} from "../../../domain/relationships/agreement.ts";
import { starterAgreement } from "../../../domain/relationships/agreement-starters.ts";
import { Actions, LinkButton } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { currentLocale, formatDate, t } from "../../../ui/text.ts";
import type { Standing } from "../../programs/standing.ts";
import {
	parentList,
	parentOf,
	ProgramTabs,
} from "../../programs/views/program-tabs.tsx";
import type { AcceptanceCounts, PublishedText } from "../queries.ts";
import { topicName, topicQuestion } from "../words.ts";
import { AgreementChanges, AgreementWords } from "./agreement-text.tsx";

type ProgramAgreementsProps = {
	frame: Frame;
	standing: Standing;
	texts: readonly PublishedText[];
	drafted: readonly AgreementTopic[];
	/** For those who run the program. */
	counts: AcceptanceCounts | undefined;
	state?: FormState | undefined;
};

export function ProgramAgreementsPage(props: ProgramAgreementsProps) {
	const { frame, standing, texts, drafted } = props;
	const { program, manages, oversees } = standing;
	const unbegun = agreementTopics.filter(
		(topic) =>
			!drafted.includes(topic) && !texts.some((text) => text.topic === topic),
	);
	return (
		<Page
			frame={frame}
			title={t("What members of “{program}” promise each other", {
				program: program.name,
			})}
			lead={t(
				"Each member reads and accepts these texts for themself before the first session, and again when they change.",
			)}
			parent={oversees ? parentList() : parentOf(program)}
		>
			<ProgramTabs standing={standing} current="agreements" />
			{props.counts !== undefined && texts.length > 0 && (
				<Counts counts={props.counts} />
			)}
			{manages && unbegun.length > 0 && (
				<Starters program={program.id} state={props.state} />
			)}
			{agreementTopics.map((topic) => (
				<Topic
					key={topic}
					program={program.id}
					topic={topic}
					versions={texts.filter((text) => text.topic === topic)}
					manages={manages}
					isDrafted={drafted.includes(topic)}
				/>
			))}
		</Page>
	);
}

function Counts({
	counts: { running, complete },
}: {
	counts: AcceptanceCounts;
}) {
	return (
		<Section title={t("How far it is")} layout="beside">
			<p>
				{running === 0
					? t("No relationship runs yet; each will be asked when it begins.")
					: t(
							"In {complete, number} of {running, plural, one {# running relationship} other {# running relationships}} every member has accepted everything.",
							{ complete, running },
						)}
			</p>
			<p class="hint">
				{t(
					"Who has not yet accepted stays between the members; Today reminds them.",
				)}
			</p>
		</Section>
	);
}

function Starters({
	program,
	state,
}: {
	program: string;
	state: FormState | undefined;
}) {
	return (
		<Section
			title={t("Begin with texts that can be signed as they are")}
			lead={t(
				"Short and plain, for all that is not begun below. You can change them before or after.",
			)}
			layout="beside"
		>
			<Form
				action={`/programs/${program}/agreements/starters`}
				submit={t("Publish the starter texts")}
				state={state}
			>
				<RadioGroup
					name="language"
					label={t("Language of the texts")}
					layout="row"
					value={currentLocale()}
					choices={[
						{ value: "en", label: "English" },
						{ value: "de", label: "Deutsch" },
					]}
					required
				/>
			</Form>
		</Section>
	);
}

function Topic({
	program,
	topic,
	versions,
	manages,
	isDrafted,
}: {
	program: string;
	topic: AgreementTopic;
	versions: readonly PublishedText[];
	manages: boolean;
	isDrafted: boolean;
}) {
	const [current] = versions;
	const base = `/programs/${program}/agreements/${topic}`;
	return (
		<Section
			title={topicName(topic)}
			lead={topicQuestion(topic)}
			layout="beside"
			id={topic}
		>
			{current === undefined ? (
				<>
					<Status kind="waiting">{t("Not published yet")}</Status>
					{manages && (
						<Disclosure summary={t("The starter text")}>
							<AgreementWords text={starterAgreement(topic, currentLocale())} />
						</Disclosure>
					)}
				</>
			) : (
				<>
					<p class="hint">{versionLine(current)}</p>
					<AgreementWords text={current.text} />
				</>
			)}
			{manages && (
				<Actions>
					{isDrafted ? (
						<>
							<LinkButton href={`${base}/publish`}>
								{t("Look at the draft")}
							</LinkButton>
							<LinkButton weight="quiet" href={`${base}/edit`}>
								{t("Go on writing")}
							</LinkButton>
						</>
					) : (
						<LinkButton href={`${base}/edit`}>
							{current === undefined ? t("Write it") : t("Change this text")}
						</LinkButton>
					)}
				</Actions>
			)}
			<Versions versions={versions} />
		</Section>
	);
}

function Versions({ versions }: { versions: readonly PublishedText[] }) {
	if (versions.length < 2) return null;
	return (
		<Disclosure summary={t("How it came to say this")}>
			{versions.map((version, place) => {
				const before = versions[place + 1];
				return (
					<div key={version.version} class="agreement-version">
						<p>
							<strong>{versionLine(version)}</strong>
						</p>
						{version.whyNotAgain !== null && (
							<p>
								{t("Nobody was asked again: {reason}", {
									reason: version.whyNotAgain,
								})}
							</p>
						)}
						{before === undefined ? (
							<p class="hint">{t("The first version.")}</p>
						) : (
							<AgreementChanges before={before.text} after={version.text} />
						)}
					</div>
				);
			})}
		</Disclosure>
	);
}

export function versionLine({ version, at, by }: PublishedText): string {
	return by === undefined
		? t("Version {version}, {date}", { version, date: formatDate(at) })
		: t("Version {version}, {date}, by {name}", {
				version,
				date: formatDate(at),
				name: by,
			});
}

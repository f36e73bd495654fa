import type { OpenAcceptance } from "../../../domain/relationships/agreement.ts";
import { agreementTopics } from "../../../domain/relationships/agreement.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, formatCompany, t } from "../../../ui/text.ts";
import type { OwnClause } from "../clauses.ts";
import type {
	acceptancesOf,
	PromisingPair,
	PublishedText,
} from "../queries.ts";
import { topicName, topicQuestion } from "../words.ts";
import { AgreementChanges, AgreementWords } from "./agreement-text.tsx";
import { OwnClauses } from "./own-clauses.tsx";
import { versionLine } from "./program-agreements.tsx";

type OwnAgreementsProps = {
	frame: Frame;
	visitor: string;
	pair: PromisingPair;
	texts: readonly PublishedText[];
	open: readonly OpenAcceptance[];
	acceptances: Awaited<ReturnType<typeof acceptancesOf>>;
	clauses: readonly OwnClause[];
	state?: FormState | undefined;
};

export function OwnAgreementsPage(props: OwnAgreementsProps) {
	const { frame, visitor, pair, texts, open, acceptances } = props;
	const others = otherNames(pair, visitor);
	const own = open.filter(({ person }) => person === visitor);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What you and {names} promise each other", {
				names: formatCompany(others),
			})}
			lead={leadOf(props)}
			parent={{
				label: t("You and {name}", { name: formatCompany(others) }),
				href: `/relationships/${pair.id}`,
			}}
			action={
				texts.length > 0 && (
					<LinkButton href={`/relationships/${pair.id}/agreements/paper`}>
						{t("Layout for printing")}
					</LinkButton>
				)
			}
		>
			{texts.length === 0 ? (
				<EmptyState title={t("Nothing to accept yet")}>
					{t(
						"The people who run {program} write down what members promise each other. As soon as they publish it, you find it here.",
						{ program: pair.programName },
					)}
				</EmptyState>
			) : (
				<>
					{own.length > 0 && pair.endedAt === null && (
						<Accepting {...props} own={own} />
					)}
					<Accepted {...props} own={own} />
				</>
			)}
			<OwnClauses {...props} others={others} />
			{acceptances.length > 0 && <Record {...props} />}
		</Page>
	);
}

function leadOf({ visitor, pair, texts, open }: OwnAgreementsProps) {
	if (texts.length === 0) return undefined;
	if (pair.endedAt !== null)
		return t("As you accepted it. What you promised on confidence stays.");
	const waiting = [...new Set(open.map(({ person }) => person))];
	if (waiting.length === 0)
		return t("All of you have accepted. Nothing is in the way of a session.");
	const names = waiting.map((person) =>
		person === visitor ? t("you") : (pair.names.get(person)?.first ?? ""),
	);
	return t(
		"Before your next session everyone accepts, each for themself. Still to come: {names}.",
		{ names: formatCompany(names) },
	);
}

function Accepting({
	visitor,
	pair,
	texts,
	own,
	acceptances,
	state,
}: OwnAgreementsProps & { own: readonly OpenAcceptance[] }) {
	return (
		<Form
			action={`/relationships/${pair.id}/agreements`}
			submit={t("Accept what is ticked")}
			state={state}
		>
			{own.map(({ topic, version, accepted }) => {
				const [current] = versionsOf(texts, topic);
				const before = texts.find(
					(text) => text.topic === topic && text.version === accepted,
				);
				if (current === undefined) return null;
				return (
					<Section
						key={topic}
						title={topicName(topic)}
						lead={topicQuestion(topic)}
					>
						{before === undefined ? (
							<AgreementWords text={current.text} />
						) : (
							<>
								<p>
									{t(
										"You accepted version {version} on {date}. This is what has changed since:",
										{
											version: before.version,
											date: formatDate(
												acceptances.find(
													(each) =>
														each.person === visitor &&
														each.topic === topic &&
														each.version === accepted,
												)?.at ?? before.at,
											),
										},
									)}
								</p>
								<AgreementChanges before={before.text} after={current.text} />
							</>
						)}
						<input type="hidden" name={`version-${topic}`} value={version} />
						<Checkbox
							name={`accept-${topic}`}
							label={t("I accept this text, version {version}", { version })}
							required
						/>
					</Section>
				);
			})}
		</Form>
	);
}

function Accepted({
	texts,
	own,
}: OwnAgreementsProps & { own: readonly OpenAcceptance[] }) {
	const settled = agreementTopics.filter(
		(topic) =>
			texts.some((text) => text.topic === topic) &&
			!own.some((each) => each.topic === topic),
	);
	return (
		<>
			{settled.length > 0 && (
				<Section title={t("Accepted by you")}>
					{settled.map((topic) => {
						const [current] = versionsOf(texts, topic);
						return (
							current && (
								<Disclosure
									key={topic}
									summary={`${topicName(topic)}. ${versionLine(current)}`}
								>
									{current.whyNotAgain !== null && (
										<p class="hint">
											{t("Nobody was asked again: {reason}", {
												reason: current.whyNotAgain,
											})}
										</p>
									)}
									<AgreementWords text={current.text} />
								</Disclosure>
							)
						);
					})}
				</Section>
			)}
		</>
	);
}

function Record({ pair, visitor, acceptances }: OwnAgreementsProps) {
	return (
		<Section
			title={t("Who accepted what, and when")}
			lead={t(
				"You see this, and {names}. The people who run the program see only in how many relationships everything is accepted.",
				{ names: formatCompany(otherNames(pair, visitor)) },
			)}
		>
			<AcceptanceRecord pair={pair} acceptances={acceptances} />
		</Section>
	);
}

export function AcceptanceRecord({
	pair,
	acceptances,
}: Pick<OwnAgreementsProps, "pair" | "acceptances">) {
	return (
		<ul class="acceptances">
			{acceptances.map(({ person, topic, version, at }) => (
				<li key={`${person} ${topic} ${version}`}>
					{t("{name}: {topic}, version {version}, on {date}", {
						name: pair.names.get(person)?.whole ?? "",
						topic: topicName(topic),
						version,
						date: formatDate(at),
					})}
				</li>
			))}
		</ul>
	);
}

function versionsOf(
	texts: readonly PublishedText[],
	topic: PublishedText["topic"],
) {
	return texts.filter((text) => text.topic === topic);
}

export function otherNames(pair: PromisingPair, visitor: string): string[] {
	return pair.members
		.filter((person) => person !== visitor)
		.map((person) => pair.names.get(person)?.first ?? "");
}

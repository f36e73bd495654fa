import type { ComponentChildren } from "preact";
import { shapeOf } from "../../../domain/sessions/formats.ts";
import {
	isOnesToCancel,
	mayCancel,
	mayMove,
} from "../../../domain/sessions/standing.ts";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { t } from "../../../ui/text.ts";
import { longestLine } from "../forms.ts";
import { type FoundSession, standingOf } from "../queries/sessions.ts";
import { calledAmong, companyName } from "../../relationships/company-name.ts";
import {
	sessionFormatName,
	sessionStateKind,
	sessionStateName,
	timeText,
} from "../words.ts";

export type SessionPageProps = {
	frame: Frame;
	session: FoundSession;
	visitor: string;
	zone: string;
	now: number;
	/** What belongs to the format: agenda, question, write-up. */
	children?: ComponentChildren;
	state?: FormState | undefined;
};

/** One session: when and where, who comes, what about, and what came of it. */
export function SessionPage(props: SessionPageProps) {
	const { frame, session, zone } = props;
	const { company, startsAt } = session;
	const isDated = shapeOf(session.format).takes === "calendar";
	return (
		<Page
			frame={frame}
			width="measure"
			title={sessionFormatName(session.format)}
			parent={{
				label: companyName(company),
				href: `/relationships/${company.id}`,
			}}
			lead={isDated ? timeText(startsAt, zone, company.others) : undefined}
		>
			{isDated && <Standing {...props} />}
			{props.children}
			{isDated && <WhenAndWhere {...props} />}
			{!isDated &&
				mayCancel(standingOf(session)) &&
				isOnesToCancel(session, props.visitor) && (
					<LinkButton weight="quiet" href={`/sessions/${session.id}/cancel`}>
						{t("Take the question back")}
					</LinkButton>
				)}
		</Page>
	);
}

/** What is to be decided now: a proposed date, or one's own answer. */
function Standing({ session, visitor, now }: SessionPageProps) {
	const own = session.members.find(({ id }) => id === visitor);
	const isAhead = session.endsAt.getTime() > now;
	if (session.state === "proposed" && session.isRunning)
		return (
			<Section title={t("Does this date suit you?")}>
				<p>
					{t(
						"It follows from your rhythm, moved to a time at which you can all come.",
					)}
				</p>
				<Actions>
					<ButtonForm
						action={`/sessions/${session.id}/confirm`}
						weight="primary"
					>
						{t("Take this date")}
					</ButtonForm>
					<LinkButton href={`/sessions/${session.id}/move`}>
						{t("Another time")}
					</LinkButton>
				</Actions>
			</Section>
		);
	if (
		session.state !== "booked" ||
		!isAhead ||
		own === undefined ||
		own.answer === "yes"
	)
		return (
			<p>
				<Status kind={sessionStateKind(session.state, !isAhead)}>
					{sessionStateName(session.state, !isAhead)}
				</Status>
			</p>
		);
	return (
		<Section title={t("Can you come?")}>
			<Actions>
				<AnswerButton session={session.id} answer="yes" weight="primary">
					{t("Yes")}
				</AnswerButton>
				<AnswerButton session={session.id} answer="tentative">
					{t("Not sure yet")}
				</AnswerButton>
				<LinkButton href={`/sessions/${session.id}/move`}>
					{t("Another time")}
				</LinkButton>
				<AnswerButton session={session.id} answer="no" weight="quiet">
					{t("No")}
				</AnswerButton>
			</Actions>
		</Section>
	);
}

function AnswerButton({
	session,
	answer,
	weight = "secondary",
	children,
}: {
	session: string;
	answer: "yes" | "no" | "tentative";
	weight?: "primary" | "secondary" | "quiet";
	children: ComponentChildren;
}) {
	return (
		<ButtonForm
			action={`/sessions/${session}/answer`}
			values={{ answer }}
			weight={weight}
		>
			{children}
		</ButtonForm>
	);
}

function WhenAndWhere(props: SessionPageProps) {
	const { session, zone, state } = props;
	const standing = standingOf(session);
	const { company } = session;
	return (
		<Section title={t("When and where")}>
			<DescriptionList
				items={[
					{
						term: t("Time"),
						text: timeText(session.startsAt, zone, company.others),
					},
					{
						term: t("How long it takes"),
						text: t("{minutes} minutes", {
							minutes:
								(session.endsAt.getTime() - session.startsAt.getTime()) /
								60_000,
						}),
					},
					...(session.place === null
						? []
						: [{ term: t("Place"), text: <Place place={session.place} /> }]),
					{ term: t("Who comes"), text: <Answers {...props} /> },
				]}
			/>
			{mayMove(standing) && (
				<Disclosure
					summary={
						session.place === null ? t("Say where") : t("Change the place")
					}
					isOpen={state?.errors["place"] !== undefined}
				>
					<Form
						action={`/sessions/${session.id}/place`}
						submit={t("Keep this")}
						weight="secondary"
						state={state}
					>
						<TextField
							name="place"
							label={t("A room, or a link to a call")}
							audience={{
								who: "relationship",
								names: [
									...company.others.map(({ first }) => first),
									t("whoever keeps your calendars"),
								],
							}}
							value={session.place ?? ""}
							maxLength={longestLine}
						/>
					</Form>
				</Disclosure>
			)}
			<Actions>
				{mayMove(standing) && (
					<LinkButton href={`/sessions/${session.id}/move`}>
						{t("Move it")}
					</LinkButton>
				)}
				{mayCancel(standing) && (
					<LinkButton weight="quiet" href={`/sessions/${session.id}/cancel`}>
						{t("Cancel it")}
					</LinkButton>
				)}
			</Actions>
		</Section>
	);
}

export function Place({ place }: { place: string }) {
	return /^https:\/\/\S+$/.test(place) ? (
		<a href={place}>{place}</a>
	) : (
		<>{place}</>
	);
}

function Answers({ session, visitor }: SessionPageProps) {
	return (
		<ul class="plain-list">
			{session.members.map(
				({ id, answer, answeredThrough, attended, ...member }) => (
					<li key={id}>
						<Status
							kind={
								(attended ?? answer === "yes")
									? "done"
									: attended === false || answer === "no"
										? "quiet"
										: "waiting"
							}
						>
							{`${id === visitor ? t("You") : calledAmong(member, session.members.length)}: ${answerName(answer, attended)}`}
						</Status>
						{attended === null && answeredThrough !== null && (
							<span class="hint"> {throughName(answeredThrough)}</span>
						)}
					</li>
				),
			)}
		</ul>
	);
}

function answerName(
	answer: "yes" | "no" | "tentative" | null,
	attended: boolean | null,
): string {
	if (attended !== null) return attended ? t("was there") : t("was not there");
	switch (answer) {
		case "yes":
			return t("comes");
		case "no":
			return t("cannot come");
		case "tentative":
			return t("not sure yet");
		case null:
			return t("no answer yet");
	}
}

/** An answer by mail says so: it may be from anybody who knows the invitation. */
function throughName(through: "page" | "link" | "mail"): string {
	switch (through) {
		case "page":
			return t("answered here");
		case "link":
			return t("answered by the link in the mail");
		case "mail":
			return t("answered by mail, from a calendar");
	}
}

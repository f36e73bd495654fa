import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { shapeOf } from "../../../domain/sessions/formats.ts";
import type { Company } from "../../relationships/company-queries.ts";
import type { Habit } from "../queries/company.ts";
import type { Session } from "../queries/sessions.ts";
import { companyName } from "../../relationships/company-name.ts";
import {
	rhythmName,
	sessionFormatName,
	sessionStateKind,
	sessionStateName,
	timeText,
} from "../words.ts";

type Props = {
	frame: Frame;
	company: Company;
	habit: Habit;
	sessions: readonly Session[];
	zone: string;
	now: number;
};

/** All dates of a relationship: those to come, then those that were. */
export function SessionsPage(props: Props) {
	const { frame, company, habit, sessions, now } = props;
	const ahead = sessions.filter((each) => isToCome(each, now));
	const before = sessions.filter((each) => !isToCome(each, now)).toReversed();
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("When you meet")}
			parent={{
				label: companyName(company),
				href: `/relationships/${company.id}`,
			}}
			lead={t("{format}, {minutes} minutes, {rhythm}.", {
				format: sessionFormatName(habit.format),
				minutes: habit.minutes,
				rhythm: rhythmName(habit.rhythm),
			})}
			action={
				company.isRunning ? (
					<>
						<LinkButton
							weight="primary"
							href={`/relationships/${company.id}/sessions/new`}
						>
							{t("Find a date")}
						</LinkButton>
						<LinkButton
							weight="quiet"
							href={`/relationships/${company.id}/cadence`}
						>
							{t("Another rhythm")}
						</LinkButton>
					</>
				) : undefined
			}
		>
			{sessions.length === 0 && (
				<EmptyState title={t("No date yet")}>
					{t(
						"Baton proposes times at which you can all come. Choosing one is enough; the others get an invitation for their calendar.",
					)}
				</EmptyState>
			)}
			{ahead.length > 0 && (
				<Section title={t("To come")}>
					<SessionList {...props} sessions={ahead} />
				</Section>
			)}
			{before.length > 0 && (
				<Section title={t("Before")}>
					<SessionList {...props} sessions={before} />
				</Section>
			)}
		</Page>
	);
}

function isOver({ endsAt }: Session, now: number): boolean {
	return endsAt.getTime() <= now;
}

function SessionList({ company, sessions, zone, now }: Props) {
	return (
		<ul class="session-list">
			{sessions.map((session) => (
				<li key={session.id}>
					<p>
						<a href={`/sessions/${session.id}`}>
							{shapeOf(session.format).takes === "calendar"
								? timeText(session.startsAt, zone, company.others)
								: t("until {day}", { day: formatDate(session.endsAt, zone) })}
						</a>
						<span class="hint">{sessionFormatName(session.format)}</span>
					</p>
					<Status kind={sessionStateKind(session.state, isOver(session, now))}>
						{sessionStateName(session.state, isOver(session, now))}
					</Status>
					{session.state === "proposed" &&
						!isOver(session, now) &&
						company.isRunning && (
							<ButtonForm
								action={`/sessions/${session.id}/confirm`}
								weight="secondary"
							>
								{t("Take this date")}
							</ButtonForm>
						)}
				</li>
			))}
		</ul>
	);
}

function isToCome({ state, endsAt }: Session, now: number): boolean {
	return (state === "booked" || state === "proposed") && endsAt.getTime() > now;
}

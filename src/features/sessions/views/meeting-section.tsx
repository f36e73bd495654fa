import { shapeOf } from "../../../domain/sessions/formats.ts";
import { Actions, LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Company } from "../../relationships/company-queries.ts";
import type { Habit } from "../queries/company.ts";
import type { Session } from "../queries/sessions.ts";
import { rhythmName, sessionFormatName, timeText } from "../words.ts";
import { Place } from "./session-page.tsx";

type Props = {
	company: Company;
	habit: Habit;
	sessions: readonly Session[];
	isAgreed: boolean;
	zone: string;
	now: number;
};

export function MeetingSection(props: Props) {
	const { company, sessions, now } = props;
	const ahead = sessions.filter(
		({ state, endsAt, format }) =>
			shapeOf(format).takes === "calendar" &&
			(state === "booked" || state === "proposed") &&
			endsAt.getTime() > now,
	);
	const [next, ...later] = ahead;
	if (!company.isRunning)
		return sessions.length === 0 ? (
			<></>
		) : (
			<Section title={t("When you met")}>
				<AllDates {...props} />
			</Section>
		);
	return next === undefined ? (
		<NoDate {...props} />
	) : (
		<NextDate {...props} next={next} later={later} />
	);
}

function NoDate({ company, habit, sessions, isAgreed }: Props) {
	const isFirst = sessions.length === 0;
	return (
		<Section title={isFirst ? t("What comes first") : t("Your next session")}>
			<p>
				{isFirst
					? t(
							"Agree on a first date. Half an hour is enough: what each of you hopes for, how often you want to meet, and what stays between you.",
						)
					: t("No date yet. Your rhythm: {rhythm}.", {
							rhythm: rhythmName(habit.rhythm),
						})}
			</p>
			{isAgreed ? (
				<Actions>
					<LinkButton
						weight="primary"
						href={`/relationships/${company.id}/sessions/new`}
					>
						{isFirst ? t("Find a first date") : t("Find a date")}
					</LinkButton>
					<LinkButton
						weight="quiet"
						href={`/relationships/${company.id}/cadence`}
					>
						{t("Choose a rhythm")}
					</LinkButton>
				</Actions>
			) : (
				<p class="hint">
					{t(
						"You choose a date here as soon as all of you have accepted what you promise each other.",
					)}
				</p>
			)}
			{!isFirst && <AllDates company={company} />}
		</Section>
	);
}

function NextDate({
	company,
	zone,
	next,
	later,
}: Props & { readonly next: Session; readonly later: readonly Session[] }) {
	return (
		<Section
			title={t("Your next session")}
			lead={timeText(next.startsAt, zone, company.others)}
		>
			<p>
				{sessionFormatName(next.format)}
				{next.place !== null && (
					<>
						{" · "}
						<Place place={next.place} />
					</>
				)}
			</p>
			{later.length > 0 && (
				<p class="hint">
					{t("Then: {dates}", {
						dates: later
							.slice(0, 3)
							.map(({ startsAt }) => formatDate(startsAt, zone))
							.join(" · "),
					})}
				</p>
			)}
			<Actions>
				<LinkButton weight="primary" href={`/sessions/${next.id}`}>
					{next.state === "proposed" ? t("Look at this date") : t("Open it")}
				</LinkButton>
				{next.state === "booked" && (
					<LinkButton href={`/sessions/${next.id}/move`}>
						{t("Move it")}
					</LinkButton>
				)}
			</Actions>
			<AllDates company={company} />
		</Section>
	);
}

function AllDates({ company }: Pick<Props, "company">) {
	return (
		<p>
			<a href={`/relationships/${company.id}/sessions`}>
				{t("All your dates")}
			</a>
		</p>
	);
}

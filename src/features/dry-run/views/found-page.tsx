import { mailTopics } from "../../../domain/mail/topic.ts";
import { LineChart } from "../../../ui/chart/line-chart.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatDate, formatNumber, t } from "../../../ui/text.ts";
import type { Standing } from "../../programs/standing.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import { type Findings, sum } from "../findings-kept.ts";
import type { DryRun } from "../queries.ts";
import { Assumptions } from "./assumptions.tsx";
import { Attention } from "./attention.tsx";
import { MailsByKind } from "./mails-by-kind.tsx";
import { topicName } from "./topic-name.ts";

/** What a year showed: mails and sessions by week, who waits, what would need somebody. */
export function FoundPage({
	frame,
	standing,
	run,
	findings,
}: {
	frame: Frame;
	standing: Standing;
	run: DryRun;
	findings: Findings;
}) {
	const { weeks, mails, mailsAWeek } = findings;
	const held = sum(weeks, ({ held: count }) => count);
	const dates = weeks.map(({ from }) => formatDate(from));
	return (
		<Page
			frame={frame}
			title={t("A year of this program, gone through in advance")}
			parent={{
				label: t("Dry runs"),
				href: `/programs/${run.program}/dry-runs`,
			}}
			lead={t(
				"{mentors, plural, one {One mentor} other {# mentors}} and {mentees, plural, one {one mentee} other {# mentees}}, all made up, twelve months from {day}. Figures of a simulation, not a forecast: they follow from this program’s charter, from Baton’s rules and from the assumptions below.",
				{
					mentors: findings.mentors,
					mentees: findings.mentees,
					day: formatDate(run.plan.startsOn),
				},
			)}
		>
			<ProgramTabs standing={standing} current="dry-runs" />
			<KeyFigures>
				<KeyFigure
					value={formatNumber(mailsAWeek.mean, 1)}
					label={t("mails in a week, for whoever gets any")}
					note={t("The most in one week for one person: {most}", {
						most: mailsAWeek.most,
					})}
					tone={mailsAWeek.most > mailsAWeek.limit ? "attention" : "plain"}
				/>
				<KeyFigure
					value={formatNumber(held)}
					label={t("sessions written up as held")}
					note={t("{mails} mails in all were written to that end", {
						mails: formatNumber(mails),
					})}
				/>
				<KeyFigure
					value={
						findings.mentorsRunOut === null
							? t("enough")
							: formatDate(findings.mentorsRunOut)
					}
					label={
						findings.mentorsRunOut === null
							? t("mentors all year")
							: t("the week in which mentors run out")
					}
					tone={findings.mentorsRunOut === null ? "plain" : "attention"}
				/>
			</KeyFigures>
			<Attention findings={findings} />
			<Section title={t("Week by week")}>
				<Stack>
					<LineChart
						title={t("Mails that go out")}
						finding={busiest(findings)}
						column={t("Week from")}
						periods={dates}
						series={mailTopics
							.filter((topic) => topic !== "account")
							.map((topic) => ({
								label: topicName(topic),
								values: weeks.map((week) => week.mails[topic] ?? 0),
							}))}
						format={formatNumber}
					/>
					<MailsByKind findings={findings} />
					<LineChart
						title={t("Sessions by what became of them")}
						finding={t(
							"Of {all} sessions {held} were written up, {off} called off, {missed} fell through; of {open} nobody said anything.",
							{
								all: formatNumber(
									held +
										sum(
											weeks,
											(week) => week.calledOff + week.missed + week.open,
										),
								),
								held: formatNumber(held),
								off: formatNumber(sum(weeks, ({ calledOff }) => calledOff)),
								missed: formatNumber(sum(weeks, ({ missed }) => missed)),
								open: formatNumber(sum(weeks, ({ open }) => open)),
							},
						)}
						column={t("Week from")}
						periods={dates}
						series={[
							{
								label: t("Held"),
								values: weeks.map(({ held: count }) => count),
							},
							{
								label: t("Called off"),
								values: weeks.map(
									({ calledOff, missed }) => calledOff + missed,
								),
							},
							{ label: t("Not said"), values: weeks.map(({ open }) => open) },
							{ label: t("Moved"), values: weeks.map(({ moved }) => moved) },
						]}
						format={formatNumber}
					/>
					<LineChart
						title={t("Who waits, and how many places are left")}
						finding={waits(findings)}
						column={t("Week from")}
						periods={dates}
						series={[
							{
								label: t("Mentees waiting"),
								values: weeks.map(({ waiting }) => waiting),
							},
							{
								label: t("Places left"),
								values: weeks.map(({ places }) => places),
							},
							{
								label: t("Relationships"),
								values: weeks.map(({ running }) => running),
							},
						]}
						format={formatNumber}
					/>
				</Stack>
			</Section>
			<Assumptions />
		</Page>
	);
}

function busiest({ weeks }: Findings): string {
	const counted = weeks.map((week) => ({
		from: week.from,
		all: Object.values(week.mails).reduce<number>(
			(all, count) => all + (count ?? 0),
			0,
		),
	}));
	const most = counted.toSorted((a, b) => b.all - a.all)[0];
	return t(
		"The busiest week begins on {day}: {count} mails to everyone together.",
		{
			day: most === undefined ? "–" : formatDate(most.from),
			count: formatNumber(most?.all ?? 0),
		},
	);
}

function waits({ weeks, mentorsRunOut }: Findings): string {
	const last = weeks.at(-1);
	const waiting = last?.waiting ?? 0;
	return mentorsRunOut === null
		? t(
				"There is a place for everyone who comes; at the end {waiting, plural, =0 {nobody waits} one {one mentee waits} other {# mentees wait}} for the next round.",
				{ waiting },
			)
		: t(
				"From {day} on no place is left; at the end {waiting, plural, =0 {nobody waits} one {one mentee waits} other {# mentees wait}}.",
				{ day: formatDate(mentorsRunOut), waiting },
			);
}

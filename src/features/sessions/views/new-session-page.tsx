import {
	formatsOf,
	type SessionFormat,
	shapeOf,
} from "../../../domain/sessions/formats.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { t } from "../../../ui/text.ts";
import type { Company } from "../../relationships/company-queries.ts";
import type { Habit } from "../queries/company.ts";
import { companyName } from "../../relationships/company-name.ts";
import { rhythmName, sessionFormatHint, sessionFormatName } from "../words.ts";
import { formatPath } from "./alone-pages.tsx";
import { type Choosing, TimeChoice } from "./when-parts.tsx";

type Props = {
	frame: Frame;
	company: Company;
	habit: Habit;
	format: SessionFormat;
	minutes: number;
	/** Whether everyone has accepted what they promise each other. */
	isAgreed: boolean;
	choosing: Choosing;
};

/** When could you meet: choosing a time is booking it. */
export function NewSessionPage(props: Props) {
	const { frame, company, habit, format, minutes, isAgreed, choosing } = props;
	const isFirst =
		habit.series === undefined &&
		habit.rhythm.unit !== "own" &&
		habit.format === format;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("When could you meet?")}
			parent={{
				label: companyName(company),
				href: `/relationships/${company.id}`,
			}}
			lead={
				isFirst
					? t(
							"{format}, {minutes} minutes, {rhythm}. The first date you take sets the day and the time; the next ones follow from it.",
							{
								format: sessionFormatName(format),
								minutes,
								rhythm: rhythmName(habit.rhythm),
							},
						)
					: t("{format}, {minutes} minutes.", {
							format: sessionFormatName(format),
							minutes,
						})
			}
		>
			{isAgreed ? (
				<>
					<TimeChoice {...choosing} />
					<Others {...props} />
				</>
			) : (
				<EmptyState
					title={t("First, what you promise each other")}
					action={
						<LinkButton
							weight="primary"
							href={`/relationships/${company.id}/agreements`}
						>
							{t("Read and accept")}
						</LinkButton>
					}
				>
					{t(
						"Before the first session everyone reads and accepts it, each for themself. Then you choose a date here.",
					)}
				</EmptyState>
			)}
		</Page>
	);
}

function Others({ company, format }: Props) {
	const formats = formatsOf(company.kind).filter((each) => each !== format);
	return (
		<Section title={t("Something else")}>
			<ul class="plain-list">
				{formats.map((each) => (
					<li key={each}>
						<a href={formatPath(company.id, each)}>{sessionFormatName(each)}</a>
						<span class="hint"> {sessionFormatHint(each)}</span>
					</li>
				))}
			</ul>
			<p>
				<a href={`/relationships/${company.id}/cadence`}>
					{t("Meet in another rhythm, longer or shorter")}
				</a>
			</p>
		</Section>
	);
}

/** The formats that take a time in everyone's calendar. */
export function datedFormats(kind: Company["kind"]): readonly SessionFormat[] {
	return formatsOf(kind).filter((each) => shapeOf(each).takes === "calendar");
}

/** Minutes a new session of this format has: those of the habit where it is the habit's own format, else what is usual. */
export function minutesFor(format: SessionFormat, habit: Habit): number {
	return habit.format === format
		? habit.minutes
		: shapeOf(format).minutes.usual;
}

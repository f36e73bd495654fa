import type { Interval } from "../../../domain/calendar/intervals.ts";
import type { PaintedHours } from "../../../domain/calendar/painted-hours.ts";
import type { Frame } from "../../../ui/frame.ts";
import { HoursGrid } from "../../../ui/hours-grid.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, formatDateTime, t } from "../../../ui/text.ts";
import type { QuietPeriod } from "../queries.ts";

/** For a delegate: when the person can be asked to meet, and nothing else. */
export function FreePage({
	frame,
	name,
	zone,
	painted,
	quiet,
	busy,
}: {
	frame: Frame;
	name: string;
	zone: string;
	painted: PaintedHours;
	quiet: readonly QuietPeriod[];
	busy: readonly Interval[];
}) {
	return (
		<Page
			frame={frame}
			title={t("When can {name} be asked to meet?", { name })}
			parent={{ label: t("Whose calendar you keep"), href: "/calendars" }}
			lead={t("By the clock of {zone}. {name} changes these hours.", {
				zone,
				name,
			})}
		>
			<Section title={t("Working hours")} layout="beside">
				<HoursGrid
					name="hours"
					label={t("Hours in which {name} can be asked to meet", { name })}
					painted={painted}
					isFixed
					required
				/>
			</Section>
			<Section title={t("Quiet periods")} layout="beside">
				{quiet.length === 0 ? (
					<p>{t("None.")}</p>
				) : (
					<ul>
						{quiet.map(({ id, from, until }) => (
							<li key={id}>
								{t("{from} to {until}", {
									from: formatDate(from),
									until: formatDate(until),
								})}
							</li>
						))}
					</ul>
				)}
			</Section>
			<Section
				title={t("Busy in the next two weeks")}
				lead={t("By their own calendar, as far as Baton may read it.")}
				layout="beside"
			>
				{busy.length === 0 ? (
					<p>{t("Nothing is known.")}</p>
				) : (
					<ul>
						{busy.map(({ from, until }) => (
							<li key={from}>
								{t("{from} to {until}", {
									from: formatDateTime(new Date(from), zone),
									until: formatDateTime(new Date(until), zone),
								})}
							</li>
						))}
					</ul>
				)}
			</Section>
		</Page>
	);
}

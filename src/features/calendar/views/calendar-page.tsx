import type { PaintedHours } from "../../../domain/calendar/painted-hours.ts";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { HoursGrid } from "../../../ui/hours-grid.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { markOf } from "../../people/mark.ts";
import type { CalendarAddress, Holiday, QuietPeriod } from "../queries.ts";
import { AddressSection } from "./address-section.tsx";

export type CalendarState = {
	readonly of: "hours" | "quiet" | "address";
	readonly state: FormState;
};

type Props = {
	frame: Frame;
	zone: string | null;
	usualZone: string;
	painted: PaintedHours;
	quiet: readonly QuietPeriod[];
	holidays: readonly Holiday[];
	address: CalendarAddress | undefined;
	today: string;
	wrong?: CalendarState | undefined;
};

/** When somebody can be asked to meet. */
export function CalendarPage(props: Props) {
	const { frame, zone, usualZone, painted, wrong } = props;
	return (
		<Page
			frame={frame}
			title={t("When can you be asked to meet?")}
			parent={{ label: t("About you"), href: "/me" }}
			lead={t(
				"Times for mentoring sessions are looked for in these hours. Others only ever see times that suit everyone, never your hours or what else you do.",
			)}
		>
			<Section
				title={t("Your working hours")}
				lead={
					<>
						{zone === null
							? t("By the clock of {zone}, the organisation’s.", {
									zone: usualZone,
								})
							: t("By the clock of {zone}.", { zone })}{" "}
						<a href="/me/availability">{t("Change the time zone")}</a>
					</>
				}
				layout="beside"
			>
				<Form
					action="/me/calendar/hours"
					submit={t("Save these hours")}
					state={stateOf(wrong, "hours")}
					id="hours"
				>
					<input type="hidden" name="seen" value={markOf(painted)} />
					<HoursGrid
						name="hours"
						label={t("Hours in which you can be asked to meet")}
						hint={t("Tick an hour, or paint over several with the mouse.")}
						audience={whoReads()}
						painted={painted}
						required
					/>
				</Form>
			</Section>
			<QuietSection {...props} />
			<AddressSection
				address={props.address}
				zone={zone ?? usualZone}
				state={stateOf(wrong, "address")}
			/>
			<Section
				title={t("Your sessions in your own calendar")}
				lead={t("Invitations come by mail; a calendar feed is another way.")}
				layout="beside"
			>
				<Actions>
					<LinkButton href="/me/calendar/feed">
						{t("See your calendar feed")}
					</LinkButton>
				</Actions>
			</Section>
			<HolidaySection holidays={props.holidays} />
		</Page>
	);
}

/** Whoever keeps somebody's calendar sees when they are free. */
export function whoReads() {
	return { who: "relationship", names: [t("your delegate")] } as const;
}

function QuietSection({ quiet, today, wrong }: Props) {
	return (
		<Section
			title={t("Quiet periods")}
			lead={t(
				"Days on which nobody asks you to meet. Why is nobody’s business.",
			)}
			layout="beside"
		>
			{quiet.length > 0 && (
				<Table
					caption={t("Your quiet periods")}
					captionUnseen
					rows={quiet}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "from",
							label: t("From"),
							kind: "date",
							cell: ({ from }) => formatDate(from),
						},
						{
							key: "until",
							label: t("Last day"),
							kind: "date",
							cell: ({ until }) => formatDate(until),
						},
						{
							key: "remove",
							label: t("Remove"),
							kind: "action",
							cell: (row) => (
								<ButtonForm
									action={`/me/calendar/quiet/${row.id}/remove`}
									weight="quiet"
								>
									{t("Remove")}
									<span class="unseen">: {formatDate(row.from)}</span>
								</ButtonForm>
							),
						},
					]}
				/>
			)}
			<Form
				action="/me/calendar/quiet"
				submit={t("Leave me in peace")}
				weight="secondary"
				state={stateOf(wrong, "quiet")}
				id="quiet"
			>
				<FieldRow>
					<DateField
						name="from"
						label={t("From")}
						audience={whoReads()}
						earliest={today}
						required
					/>
					<DateField
						name="until"
						label={t("Last day")}
						audience={whoReads()}
						earliest={today}
						required
					/>
				</FieldRow>
			</Form>
		</Section>
	);
}

function HolidaySection({ holidays }: { holidays: readonly Holiday[] }) {
	return (
		<Section
			title={t("Holidays where you work")}
			lead={t("An administrator keeps the list for each location.")}
			layout="beside"
		>
			{holidays.length === 0 ? (
				<p>{t("None are known.")}</p>
			) : (
				<ul>
					{holidays.slice(0, 12).map(({ day, name, location }) => (
						<li key={`${day} ${location}`}>
							{formatDate(day)}, {name}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}

function stateOf(
	wrong: CalendarState | undefined,
	of: CalendarState["of"],
): FormState | undefined {
	return wrong?.of === of ? wrong.state : undefined;
}

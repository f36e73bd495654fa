import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import {
	Combobox,
	DateField,
	FileField,
	TextField,
} from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Holiday } from "../queries.ts";

export type HolidayState = {
	readonly of: "day" | "file";
	readonly state: FormState;
};

export function HolidaysPage({
	frame,
	holidays,
	locations,
	wrong,
}: {
	frame: Frame;
	holidays: readonly Holiday[];
	locations: readonly string[];
	wrong?: HolidayState | undefined;
}) {
	const where = (
		<Combobox
			name="location"
			label={t("Location")}
			hint={t("As in people’s records. Empty: everywhere.")}
			suggestions={locations}
		/>
	);
	return (
		<Page
			frame={frame}
			title={t("On which days does nobody work?")}
			lead={t(
				"No mentoring session is proposed on a holiday where one of those who meet works.",
			)}
			parent={{ label: t("Offices"), href: "/administration/offices" }}
		>
			{holidays.length === 0 ? (
				<EmptyState title={t("No holidays yet")}>
					{t(
						"Take them over from a calendar file of public holidays, or add single days.",
					)}
				</EmptyState>
			) : (
				<HolidayTable holidays={holidays} />
			)}
			<Section
				title={t("Take over a calendar file")}
				lead={t(
					"An .ics file of the next years’ public holidays, as calendar programs and authorities offer it. Whole days count.",
				)}
				layout="beside"
			>
				<Form
					action="/administration/holidays/file"
					submit={t("Take these days over")}
					state={wrong?.of === "file" ? wrong.state : undefined}
					id="file"
					multipart
				>
					{where}
					<FileField
						name="file"
						label={t("Calendar file")}
						accept=".ics,text/calendar"
						required
					/>
				</Form>
			</Section>
			<Section title={t("Add a day")} layout="beside">
				<Form
					action="/administration/holidays"
					submit={t("Add this day")}
					weight="secondary"
					state={wrong?.of === "day" ? wrong.state : undefined}
					id="day"
				>
					{where}
					<FieldRow>
						<DateField name="day" label={t("Day")} required />
						<TextField name="name" label={t("Name")} required />
					</FieldRow>
				</Form>
			</Section>
		</Page>
	);
}

function HolidayTable({ holidays }: { holidays: readonly Holiday[] }) {
	return (
		<Table
			caption={t("Holidays from today on")}
			rows={holidays}
			rowKey={({ day, location }) => `${day} ${location}`}
			columns={[
				{
					key: "day",
					label: t("Day"),
					kind: "date",
					cell: ({ day }) => formatDate(day),
				},
				{ key: "name", label: t("Name"), cell: ({ name }) => name },
				{
					key: "location",
					label: t("Location"),
					cell: ({ location }) =>
						location === "" ? t("everywhere") : location,
				},
				{
					key: "remove",
					label: t("Remove"),
					kind: "action",
					cell: ({ day, location, name }) => (
						<ButtonForm
							action="/administration/holidays/remove"
							weight="quiet"
							values={{ day, location }}
						>
							{t("Remove")}
							<span class="unseen">: {name}</span>
						</ButtonForm>
					),
				},
			]}
		/>
	);
}

import { ButtonForm } from "../../../ui/button.tsx";
import { RadioGroup, Select } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { DateField, TextField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { readTableState } from "../../../ui/table-state.ts";
import { formatDate, t } from "../../../ui/text.ts";
import { offices } from "../../../platform/http/guard.ts";
import { officeName, officePurpose } from "../office-name.ts";
import type { FormerOffice, HeldOffice } from "../queries.ts";
import { Conflicts, type NamedConflict } from "./conflicts.tsx";
import { FormerOffices } from "./former-offices.tsx";

type Props = {
	frame: Frame;
	/** A form that came back, and the address it was sent to. */
	returned?: { readonly action: string; readonly state: FormState } | undefined;
	held: readonly HeldOffice[];
	former: readonly FormerOffice[];
	conflicts: readonly NamedConflict[];
	programs: readonly { id: string; name: string }[];
	today: string;
	/** Only administrators grant and end; everyone else reads. */
	mayGrant: boolean;
};

export function OfficesPage(props: Props) {
	return (
		<Page
			frame={props.frame}
			title={t("Who is entrusted with what")}
			lead={t(
				"Everyone in the organisation can see this list: it answers who can read what.",
			)}
		>
			<Conflicts conflicts={props.conflicts} />
			<HeldOffices {...props} />
			{props.mayGrant && <GrantForm {...props} />}
			<FormerOffices former={props.former} />
			{props.mayGrant && (
				<Section title={t("What administrators keep")} layout="beside">
					<ul>
						<li>
							<a href="/administration/holidays">
								{t("Holidays, by location")}
							</a>
						</li>
					</ul>
				</Section>
			)}
		</Page>
	);
}

function HeldOffices(props: Props) {
	const { frame, held, mayGrant } = props;
	return (
		<Table
			caption={t("Offices held now")}
			captionUnseen
			state={readTableState(frame.path, {
				sortable: ["person"],
				sort: { key: "person", direction: "ascending" },
				pageSize: 1000,
			})}
			total={held.length}
			rows={held}
			rowKey={(row) => row.id}
			columns={[
				{
					key: "person",
					label: t("Name"),
					cell: (row) => (
						<>
							<a href={`/people/${row.person_id}`}>
								{row.first_name} {row.last_name}
							</a>
							<small>{row.email}</small>
						</>
					),
				},
				{
					key: "office",
					label: t("Office"),
					cell: (row) => (
						<>
							{officeName(row.office)}
							<small>{row.program ?? t("for all programs")}</small>
						</>
					),
				},
				{
					key: "from",
					label: t("From"),
					kind: "date",
					cell: (row) =>
						row.isToCome
							? t("only from {day}", { day: formatDate(row.firstDay) })
							: formatDate(row.firstDay),
				},
				{
					key: "until",
					label: t("Until"),
					kind: "date",
					cell: (row) =>
						row.lastDay === null ? t("open-ended") : formatDate(row.lastDay),
				},
				...(mayGrant ? [endColumn(props)] : []),
			]}
		/>
	);
}

function endColumn(props: Props) {
	return {
		key: "end",
		label: t("End"),
		kind: "action" as const,
		cell: (row: HeldOffice) => <EndOffice {...props} row={row} />,
	};
}

function EndOffice({ row, today, returned }: Props & { row: HeldOffice }) {
	const action = `/administration/offices/${row.id}/until`;
	const state = stateFor(action, returned);
	return (
		<Disclosure summary={t("End")} isOpen={state !== undefined}>
			<ButtonForm
				action={`/administration/offices/${row.id}/end`}
				weight="danger"
			>
				{t("End now")}
			</ButtonForm>
			<Form
				id={`until-${row.id}`}
				action={action}
				submit={t("Save the last day")}
				weight="secondary"
				state={state}
			>
				<DateField
					name="until"
					label={t("Last day")}
					hint={t("Empty: open-ended.")}
					value={row.lastDay ?? ""}
					earliest={today}
				/>
			</Form>
		</Disclosure>
	);
}

function GrantForm({ returned, programs, today }: Props) {
	return (
		<Section title={t("Entrust someone with an office")} layout="beside">
			<Form
				action="/administration/offices"
				submit={t("Grant the office")}
				state={stateFor("/administration/offices", returned)}
			>
				<TextField
					name="person"
					label={t("E-mail address or employee number")}
					hint={t("Of someone in the directory.")}
					required
				/>
				<RadioGroup
					name="office"
					label={t("Office")}
					required
					choices={offices.map((office) => ({
						value: office,
						label: officeName(office),
						hint: officePurpose(office),
					}))}
				/>
				<Select
					name="program"
					label={t("For which program")}
					unchosen={t("All programs")}
					choices={programs.map(({ id, name }) => ({
						value: id,
						label: name,
					}))}
				/>
				<FieldRow>
					<DateField
						name="from"
						label={t("From")}
						hint={t("Empty: at once.")}
						earliest={today}
					/>
					<DateField
						name="until"
						label={t("Last day")}
						hint={t("Empty: open-ended.")}
						earliest={today}
					/>
				</FieldRow>
			</Form>
		</Section>
	);
}

function stateFor(
	action: string,
	returned: Props["returned"],
): FormState | undefined {
	return returned?.action === action ? returned.state : undefined;
}

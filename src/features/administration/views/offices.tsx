import { ButtonForm } from "../../../ui/button.tsx";
import { RadioGroup, Select } from "../../../ui/choices.tsx";
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
import type { heldOffices } from "../queries.ts";

type Props = {
	frame: Frame;
	state?: FormState | undefined;
	held: Awaited<ReturnType<typeof heldOffices>>;
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
			<HeldOffices {...props} />
			{props.mayGrant && <GrantForm {...props} />}
		</Page>
	);
}

function HeldOffices({ frame, held, mayGrant }: Props) {
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
							{row.first_name} {row.last_name}
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
					key: "until",
					label: t("Until"),
					kind: "date",
					cell: (row) =>
						row.until_at === null ? t("open-ended") : formatDate(row.until_at),
				},
				...(mayGrant ? [endColumn()] : []),
			]}
		/>
	);
}

function endColumn() {
	return {
		key: "end",
		label: t("End"),
		kind: "action" as const,
		cell: (row: Props["held"][number]) => (
			<ButtonForm
				action={`/administration/offices/${row.id}/end`}
				weight="quiet"
			>
				{t("End now")}
			</ButtonForm>
		),
	};
}

function GrantForm({ state, programs, today }: Props) {
	return (
		<Section title={t("Entrust someone with an office")} layout="beside">
			<Form
				action="/administration/offices"
				submit={t("Grant the office")}
				state={state}
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
				<FieldRow>
					<Select
						name="program"
						label={t("For which program")}
						unchosen={t("All programs")}
						choices={programs.map(({ id, name }) => ({
							value: id,
							label: name,
						}))}
					/>
					<DateField name="until" label={t("Until")} earliest={today} />
				</FieldRow>
			</Form>
		</Section>
	);
}

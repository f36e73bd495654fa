import { Select } from "../../../ui/choices.tsx";
import { NumberField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatNumber, t } from "../../../ui/text.ts";
import { periods } from "../../../platform/database/register/retention.ts";
import { retentionName } from "../../../platform/database/register/words.ts";
import type { Due } from "../commands/retention.ts";
import { DataTabs } from "./data-tabs.tsx";

export function RetentionPage({
	frame,
	due,
	state,
}: {
	frame: Frame;
	due: readonly Due[];
	state: FormState | undefined;
}) {
	return (
		<Page
			frame={frame}
			title={t("How long is what kept?")}
			lead={t(
				"Every night what is over goes. People who left long ago are only put before an administrator, never deleted by themselves. What is not listed stays as long as what it belongs to.",
			)}
		>
			<DataTabs current="retention" />
			<Table
				caption={t("Periods, and what the next run takes away")}
				rows={due}
				rowKey={({ kind }) => kind}
				columns={[
					{
						key: "what",
						label: t("What"),
						cell: ({ kind }) => retentionName(kind),
					},
					{
						key: "days",
						label: t("Kept"),
						kind: "number",
						cell: ({ days }) =>
							t("{days, plural, one {one day} other {# days}}", { days }),
					},
					{
						key: "rows",
						label: t("Goes tonight"),
						kind: "number",
						cell: ({ rows }) =>
							rows === null ? t("not told") : formatNumber(rows),
					},
				]}
			/>
			<Section
				title={t("Choose another period")}
				lead={t("It is written to the journal.")}
				layout="beside"
			>
				<Form
					action="/administration/retention"
					submit={t("Save the period")}
					state={state}
				>
					<FieldRow>
						<Select
							name="kind"
							label={t("Of what")}
							unchosen={t("Choose")}
							choices={periods.map((kind) => ({
								value: kind,
								label: retentionName(kind),
							}))}
							required
						/>
						<NumberField
							name="days"
							label={t("Days")}
							least={1}
							most={36_500}
							required
						/>
					</FieldRow>
				</Form>
			</Section>
		</Page>
	);
}

import {
	type CustomField,
	CUSTOM_KINDS,
	type CustomKind,
} from "../../../domain/people/custom-field.ts";
import { ButtonForm } from "../../../ui/button.tsx";
import { Checkbox, RadioGroup } from "../../../ui/choices.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextArea, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatNumber, t } from "../../../ui/text.ts";

type Props = {
	frame: Frame;
	fields: readonly CustomField[];
	uses: ReadonlyMap<string, number>;
	state: FormState | undefined;
};

export function FieldsPage({ frame, fields, uses, state }: Props) {
	return (
		<Page
			frame={frame}
			title={t("What else your records say")}
			lead={t(
				"Fields of your organisation’s own, for imports, records and rules.",
			)}
		>
			<Fields fields={fields} uses={uses} />
			<Section title={t("Add a field")} layout="beside">
				<NewField state={state} />
			</Section>
		</Page>
	);
}

function Fields({ fields, uses }: Pick<Props, "fields" | "uses">) {
	return (
		<Table
			caption={t("Fields of your own")}
			captionUnseen
			rows={fields}
			rowKey={({ key }) => key}
			empty={
				<EmptyState title={t("No fields of your own yet")}>
					{t("Add one here, or import a file: a column can become a field.")}
				</EmptyState>
			}
			columns={[
				{
					key: "label",
					label: t("Field"),
					cell: (field) => (
						<>
							{field.label}
							<small>{answerOf(field)}</small>
						</>
					),
				},
				{
					key: "uses",
					label: t("People"),
					kind: "number",
					cell: (field) =>
						field.isSensitive
							? t("only they know")
							: formatNumber(uses.get(field.key) ?? 0),
				},
				{
					key: "act",
					label: t("Actions"),
					kind: "action",
					cell: (field) =>
						!field.isSensitive && !uses.get(field.key) ? (
							<ButtonForm
								action={`/administration/fields/${field.key}/remove`}
								weight="quiet"
							>
								{t("Remove")}
							</ButtonForm>
						) : null,
				},
			]}
		/>
	);
}

function NewField({ state }: Pick<Props, "state">) {
	return (
		<Form
			action="/administration/fields"
			submit={t("Add the field")}
			state={state}
		>
			<TextField name="label" label={t("Name")} required size="medium" />
			<RadioGroup
				name="kind"
				label={t("What kind of answer it takes")}
				required
				choices={CUSTOM_KINDS.map((kind) => ({
					value: kind,
					label: kindName(kind),
				}))}
			/>
			<TextArea
				name="scale"
				label={t("The steps of an ordered scale")}
				hint={t("Lowest first, one a line. Only for a scale.")}
			/>
			<Checkbox
				name="sensitive"
				label={t("It is sensitive")}
				hint={t(
					"Then only the person can state it, nobody else reads it, and what a file says waits until they confirm it.",
				)}
			/>
		</Form>
	);
}

function answerOf(field: CustomField): string {
	const kind =
		field.kind === "scale" ? field.scale.join(" < ") : kindName(field.kind);
	return field.isSensitive ? `${kind} · ${t("sensitive")}` : kind;
}

function kindName(kind: CustomKind): string {
	switch (kind) {
		case "text":
			return t("Text");
		case "list":
			return t("Several texts");
		case "number":
			return t("A number");
		case "date":
			return t("A day");
		case "scale":
			return t("A step of an ordered scale");
	}
}

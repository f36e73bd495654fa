import type {
	CustomField,
	CustomValue,
} from "../../../domain/people/custom-field.ts";
import { Select } from "../../../ui/choices.tsx";
import {
	Combobox,
	DateField,
	EmailField,
	TextField,
} from "../../../ui/fields.tsx";
import { FieldGroup, FieldRow } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import type { RecordChoices, RecordFacts } from "../queries/record.ts";

type Fields = RecordChoices & { facts: RecordFacts };

/** Everything HR says about someone, as the inside of a form. */
export function RecordFields(
	props: Fields & {
		/** Who can read what is not in the directory. */
		readers: string;
	},
) {
	const { facts, fields } = props;
	return (
		<>
			<FieldGroup
				legend={t("In the directory")}
				hint={t("Read by everyone in the organisation.")}
			>
				<DirectoryFields {...props} />
			</FieldGroup>
			<FieldGroup legend={t("On record")} hint={props.readers}>
				<EmploymentFields {...props} />
				{fields
					.filter(({ isSensitive }) => !isSensitive)
					.map((field) => (
						<CustomInput
							key={field.key}
							field={field}
							value={facts.custom[field.key]}
						/>
					))}
			</FieldGroup>
		</>
	);
}

function DirectoryFields({ facts, suggestions }: Fields) {
	return (
		<>
			<FieldRow>
				<TextField
					name="first-name"
					label={t("First name")}
					value={facts.firstName}
				/>
				<TextField
					name="last-name"
					label={t("Last name")}
					required
					value={facts.lastName}
				/>
			</FieldRow>
			<EmailField
				name="email"
				label={t("E-mail")}
				required
				autocomplete="off"
				value={facts.email}
			/>
			<TextField
				name="job-title"
				label={t("Title")}
				value={facts.jobTitle ?? ""}
			/>
			<PlaceFields facts={facts} suggestions={suggestions} />
			<TextField
				name="manager"
				label={t("Manager")}
				hint={t("Their e-mail address or employee number.")}
				value={facts.manager ?? ""}
			/>
		</>
	);
}

function PlaceFields({
	facts,
	suggestions,
}: Pick<Fields, "facts" | "suggestions">) {
	return (
		<>
			<FieldRow>
				<Combobox
					name="function"
					label={t("Function")}
					value={facts.function ?? ""}
					suggestions={suggestions.function}
				/>
				<Combobox
					name="discipline"
					label={t("Discipline")}
					value={facts.discipline ?? ""}
					suggestions={suggestions.discipline}
				/>
			</FieldRow>
			<FieldRow>
				<Combobox
					name="unit"
					label={t("Unit")}
					value={facts.unit ?? ""}
					suggestions={suggestions.unit}
				/>
				<Combobox
					name="location"
					label={t("Location")}
					value={facts.location ?? ""}
					suggestions={suggestions.location}
				/>
			</FieldRow>
		</>
	);
}

function EmploymentFields({ facts, grades }: Fields) {
	const known = facts.grade === null || grades.includes(facts.grade);
	const scale = known ? grades : [...grades, facts.grade ?? ""];
	return (
		<>
			<FieldRow>
				<TextField
					name="employee-number"
					label={t("Employee number")}
					value={facts.employeeNumber ?? ""}
				/>
				<DateField
					name="hire-date"
					label={t("Hired on")}
					value={facts.hireDate ?? ""}
				/>
			</FieldRow>
			<Select
				name="grade"
				label={t("Grade")}
				hint={
					scale.length === 0
						? t("There is no scale of grades yet. Make one under Grades.")
						: undefined
				}
				unchosen={t("None")}
				value={facts.grade ?? ""}
				choices={scale.map((grade) => ({ value: grade, label: grade }))}
			/>
		</>
	);
}

function CustomInput({
	field,
	value,
}: {
	field: CustomField;
	value: CustomValue | undefined;
}) {
	const shared = {
		name: `custom-${field.key}`,
		label: field.label,
	};
	const text = [value ?? ""].flat().join("; ");
	switch (field.kind) {
		case "date":
			return <DateField {...shared} value={text} />;
		case "scale":
			return (
				<Select
					{...shared}
					unchosen={t("None")}
					value={text}
					choices={field.scale.map((step) => ({ value: step, label: step }))}
				/>
			);
		case "list":
			return (
				<TextField
					{...shared}
					hint={t("Several, separated by semicolons.")}
					value={text}
				/>
			);
		case "text":
		case "number":
			return <TextField {...shared} value={text} />;
	}
}

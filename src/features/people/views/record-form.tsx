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
import {
	FieldGroup,
	FieldRow,
	Form,
	type FormState,
} from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { markOf } from "../mark.ts";
import type { RecordFacts } from "../queries/record.ts";

type Props = {
	frame: Frame;
	id: string;
	facts: RecordFacts;
	fields: readonly CustomField[];
	grades: readonly string[];
	suggestions: Readonly<
		Record<"unit" | "function" | "discipline" | "location", readonly string[]>
	>;
	state: FormState | undefined;
};

export function RecordFormPage(props: Props) {
	const { frame, id, facts, fields, state } = props;
	const name = `${facts.firstName} ${facts.lastName}`.trim();
	return (
		<Page
			frame={frame}
			title={t("What should HR's record say?")}
			lead={t(
				"{name} can read all of it and sees that it was changed. What an import says later replaces it.",
				{ name },
			)}
			parent={{ label: name, href: `/people/${id}` }}
			width="measure"
		>
			<Form
				action={`/people/${id}/record`}
				submit={t("Save the record")}
				cancel={{ label: t("Not now"), href: `/people/${id}/record` }}
				state={state}
			>
				<input type="hidden" name="seen" value={markOf(facts)} />
				<FieldGroup
					legend={t("In the directory")}
					hint={t("Read by everyone in the organisation.")}
				>
					<DirectoryFields {...props} />
				</FieldGroup>
				<FieldGroup
					legend={t("On record")}
					hint={t(
						"Read by {name}, program managers and administrators, and by pairing where a rule asks for it.",
						{ name },
					)}
				>
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
			</Form>
		</Page>
	);
}

function DirectoryFields({ facts, suggestions }: Props) {
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
			<TextField
				name="manager"
				label={t("Manager")}
				hint={t("Their e-mail address or employee number.")}
				value={facts.manager ?? ""}
			/>
		</>
	);
}

function EmploymentFields({ facts, grades }: Props) {
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

/** The person and the offices that keep records. */
export function recordReaders() {
	return {
		who: "office-holders",
		offices: [t("those who keep records (program managers, administrators)")],
	} as const;
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

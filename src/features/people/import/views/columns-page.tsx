import type { CustomField } from "../../../../domain/people/custom-field.ts";
import type { Mapping } from "../../../../domain/people/mapping.ts";
import { ButtonForm } from "../../../../ui/button.tsx";
import { RadioGroup } from "../../../../ui/choices.tsx";
import { Disclosure } from "../../../../ui/disclosure.tsx";
import { TextArea, TextField } from "../../../../ui/fields.tsx";
import {
	FieldGroup,
	FieldRow,
	Form,
	type FormState,
} from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { t } from "../../../../ui/text.ts";
import { FIXED_LINES } from "../columns-input.ts";
import type { FileLook } from "../file-look.ts";
import type { FirstMapping } from "../first-mapping.ts";
import { noteSentence } from "../note-sentence.ts";
import type { PeopleImport } from "../queries/imports.ts";
import type { ProgramChoice } from "../queries/programs.ts";
import { rowCount } from "../status-words.tsx";
import { targetChoices, targetValue } from "../target-choice.ts";
import { ColumnFields } from "./column-fields.tsx";
import { EnrolmentFields } from "./enrolment-fields.tsx";
import { GroupedSelect } from "./grouped-select.tsx";
import { suggestedGrades } from "../suggested-grades.ts";
import { ReadingFields } from "./reading-fields.tsx";

export type ColumnsProps = {
	frame: Frame;
	state: FormState | undefined;
	found: PeopleImport;
	look: FileLook;
	mapping: Mapping;
	guesses: FirstMapping["guesses"];
	customFields: readonly CustomField[];
	gradeScale: readonly string[];
	programs: readonly ProgramChoice[];
};

export function ColumnsPage(props: ColumnsProps) {
	const { frame, state, found, look } = props;
	return (
		<Page
			frame={frame}
			title={t("What do these columns mean?")}
			parent={{ label: t("Imports"), href: "/people/import" }}
			lead={t(
				"{file}, {rows}. Correct what was guessed wrong; columns left out are not kept anywhere.",
				{ file: found.fileName, rows: rowCount(look.rows) },
			)}
		>
			{look.notes.length > 0 && (
				<ul class="notes">
					{look.notes.map((note) => (
						<li key={JSON.stringify(note)}>{noteSentence(note)}</li>
					))}
				</ul>
			)}
			<Disclosure summary={t("They look wrong? Read the file in another way")}>
				<ReadingFields found={found} look={look} />
			</Disclosure>
			<Form
				action={`/people/import/${found.id}/columns`}
				submit={t("Show what would change")}
				state={state}
			>
				<Columns {...props} />
				<Choices {...props} />
			</Form>
			<ButtonForm
				action={`/people/import/${found.id}/discard`}
				weight="quiet"
				icon="close"
			>
				{t("Discard this file")}
			</ButtonForm>
		</Page>
	);
}

function Columns({ look, mapping, guesses, customFields }: ColumnsProps) {
	const groups = targetChoices(customFields);
	const byHeader = new Map(
		mapping.columns.map((column) => [column.header, column]),
	);
	return (
		<FieldGroup
			legend={t("Where each column goes")}
			hint={t(
				"Under each name stand a few of its values. Choose what they are.",
			)}
		>
			{look.columns.map((column, at) => (
				<ColumnFields
					key={column.header}
					at={at}
					column={column}
					mapped={byHeader.get(column.header)}
					guess={guesses[at]}
					rows={look.rows}
					groups={groups}
				/>
			))}
		</FieldGroup>
	);
}

function Choices({
	state,
	found,
	look,
	mapping,
	customFields,
	gradeScale,
	programs,
}: ColumnsProps) {
	const grades = suggestedGrades({ look, mapping, gradeScale, state });
	const side = mapping.fixed.find(
		({ target }) => target.to === "field" && target.field === "side",
	);
	const fixed = mapping.fixed.filter((each) => each !== side);
	const groups = targetChoices(customFields).filter(
		({ choices }) => !choices.some(({ value }) => value.startsWith("new")),
	);
	return (
		<>
			{grades !== null && (
				<FieldGroup legend={t("Grades, in order")}>
					<TextArea
						name="grades"
						label={t("One grade a line, lowest first")}
						hint={t(
							"This becomes the scale of the whole organisation. Leave it empty to keep grades without an order.",
						)}
						value={grades.join("\n")}
						rows={Math.min(14, grades.length + 2)}
					/>
				</FieldGroup>
			)}
			{programs.length > 0 && (
				<FieldGroup legend={t("Enrolment")}>
					<EnrolmentFields
						programs={programs}
						program={found.choices.program}
						side={sideOf(side?.value)}
					/>
				</FieldGroup>
			)}
			<FieldGroup
				legend={t("The same for everyone")}
				hint={t("For what holds for every row but stands in no column.")}
			>
				{Array.from({ length: FIXED_LINES }, (_, at) => (
					<FieldRow key={at}>
						<GroupedSelect
							name={`fixed-target-${at}`}
							label={t("Field {number}", { number: at + 1 })}
							value={
								fixed[at] === undefined ? "" : targetValue(fixed[at].target)
							}
							unchosen={t("None")}
							groups={groups}
						/>
						<TextField
							name={`fixed-value-${at}`}
							label={t("Its value {number}", { number: at + 1 })}
							value={fixed[at]?.value}
						/>
					</FieldRow>
				))}
			</FieldGroup>
			<FieldGroup legend={t("How to take it")}>
				<RadioGroup
					name="empty-cells"
					label={t("An empty cell")}
					required
					value={found.choices.emptyCells}
					choices={[
						{ value: "keep", label: t("keeps what is known") },
						{
							value: "clear",
							label: t("clears it"),
							hint: t(
								"Never names, addresses and numbers, and never what people said about themselves.",
							),
						},
					]}
				/>
				<TextField
					name="save-as"
					label={t("Keep this for the next file as")}
					hint={t(
						"A name, such as “Export of the HR system”. The same name replaces what was kept.",
					)}
					maxLength={80}
				/>
			</FieldGroup>
		</>
	);
}

function sideOf(value: string | undefined) {
	return value === "mentor" || value === "mentee" || value === "both"
		? value
		: "column";
}

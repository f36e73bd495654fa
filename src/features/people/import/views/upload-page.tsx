import { LinkButton } from "../../../../ui/button.tsx";
import { Select } from "../../../../ui/choices.tsx";
import { Disclosure } from "../../../../ui/disclosure.tsx";
import { FileField } from "../../../../ui/fields.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { Prose, Section } from "../../../../ui/section.tsx";
import { Table } from "../../../../ui/table.tsx";
import { t } from "../../../../ui/text.ts";
import type { PeopleImport, SavedMapping } from "../queries/imports.ts";
import type { ProgramChoice } from "../queries/programs.ts";
import { figuresLine, ImportState, whoAndWhen } from "../status-words.tsx";
import { EnrolmentFields } from "./enrolment-fields.tsx";

type Props = {
	frame: Frame;
	state: FormState | undefined;
	imports: readonly PeopleImport[];
	saved: readonly SavedMapping[];
	programs: readonly ProgramChoice[];
	program: string | null;
	timeZone: string;
};

export function UploadPage(props: Props) {
	const { frame, state, saved, programs, program } = props;
	return (
		<Page
			frame={frame}
			title={t("Who works here, from a file")}
			parent={{ label: t("People"), href: "/people" }}
			lead={t(
				"Nothing is written before you have seen what would change, and the latest import can be undone.",
			)}
		>
			<Section
				title={t("Choose a file")}
				layout="beside"
				lead={t("What its columns mean is asked next.")}
			>
				<Form
					action="/people/import"
					submit={t("Read this file")}
					state={state}
					multipart
				>
					<FileField
						name="file"
						label={t("CSV or Excel file")}
						hint={t(
							"With a first row that names the columns; .csv, .txt, .tsv or .xlsx, at most 20 MB.",
						)}
						accept=".csv,.tsv,.txt,.xlsx,.xlsm"
						required
					/>
					{saved.length > 0 && (
						<Select
							name="saved-mapping"
							label={t("Read it like")}
							hint={t(
								"How columns went into fields, kept from an earlier file.",
							)}
							unchosen={t("Guess from the columns")}
							choices={saved.map(({ id, name }) => ({
								value: id,
								label: name,
							}))}
						/>
					)}
					<EnrolmentFields
						programs={programs}
						program={program}
						side={program === null ? "column" : "mentee"}
					/>
				</Form>
				<WhatAFileMayBe />
			</Section>
			<PastImports {...props} />
		</Page>
	);
}

function WhatAFileMayBe() {
	return (
		<Disclosure summary={t("What the file may look like")}>
			<Prose>
				<p>
					{t(
						"One row for each person, in any order, under any column names in English, German, French or Spanish. Each row needs an e-mail address or an employee number: by these people are recognised, so the same file may come again and again.",
					)}
				</p>
				<p>
					{t(
						"Dates as 2024-03-01, 1.3.2024 or 1 March 2024. Several languages, clients or competencies in one cell are separated by semicolons; a competency may carry its level, “Strategy: 4”. Managers by employee number, address or full name.",
					)}
				</p>
				<p>
					{t(
						"Separators and encodings are recognised. What people have said about themselves is never overwritten. Year of birth, gender and the like only wait as proposals until each person confirms their own.",
					)}
				</p>
			</Prose>
			<div class="actions">
				<LinkButton href="/people/import/template.xlsx" icon="file" download>
					{t("Empty Excel file")}
				</LinkButton>
				<LinkButton href="/people/import/template.csv" icon="file" download>
					{t("Empty CSV file")}
				</LinkButton>
			</div>
		</Disclosure>
	);
}

function PastImports({ imports, timeZone }: Props) {
	if (imports.length === 0) return null;
	return (
		<Section title={t("Imports so far")}>
			<Table
				caption={t("Imports, latest first")}
				captionUnseen
				rows={imports}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "file",
						label: t("File"),
						cell: (row) => (
							<>
								<a href={`/people/import/${row.id}`}>{row.fileName}</a>
								<small>{whoAndWhen(row, timeZone)}</small>
							</>
						),
					},
					{
						key: "state",
						label: t("State"),
						cell: (row) => <ImportState status={row.status} />,
					},
					{ key: "figures", label: t("People"), cell: figuresLine },
				]}
			/>
		</Section>
	);
}

import type {
	CatalogueColumn,
	CatalogueProblem,
} from "../../../domain/competencies/read-catalogue.ts";
import {
	catalogueColumns,
	longestName,
	longestText,
} from "../../../domain/competencies/read-catalogue.ts";
import type { CatalogueChange } from "../../../domain/competencies/version.ts";
import { RadioGroup } from "../../../ui/choices.tsx";
import { FileField, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatList, t } from "../../../ui/text.ts";
import type { Preview } from "../catalogue-file.ts";

const parent = () => ({ label: t("Competencies"), href: "/competencies" });

export function ImportPage({
	frame,
	state,
	problems = [],
}: {
	frame: Frame;
	state?: FormState;
	problems?: readonly CatalogueProblem[];
}) {
	return (
		<Page
			frame={frame}
			title={t("Which file holds your catalogue?")}
			lead={t(
				"The file is only checked first. You see what it would change before anything does.",
			)}
			parent={parent()}
			width="measure"
		>
			<Stack>
				{problems.length > 0 && <Problems problems={problems} />}
				<Form
					action="/competencies/import"
					submit={t("Check the file")}
					cancel={{ label: t("Not now"), href: "/competencies" }}
					state={state}
					multipart
				>
					<FileField
						name="file"
						label={t("CSV or Excel file")}
						hint={t(
							"One competency a row, with the columns {columns}. To start from what there is, take the present catalogue out as a file.",
							{ columns: formatList(catalogueColumns) },
						)}
						accept=".csv,.xlsx"
						required
					/>
				</Form>
			</Stack>
		</Page>
	);
}

export function ImportPreviewPage({
	frame,
	preview,
	rows,
	basedOn,
	fileName,
}: {
	frame: Frame;
	preview: Preview;
	rows: string;
	basedOn: number;
	fileName: string;
}) {
	const { changed, missing, same } = preview;
	return (
		<Page
			frame={frame}
			title={t("What {file} would change", { file: fileName })}
			lead={t(
				"{changed, plural, =0 {Nothing new} one {One competency new or changed} other {# competencies new or changed}}, {same, plural, =0 {none as it is} one {one as it is} other {# as they are}}. Nothing is stored yet.",
				{ changed: changed.length, same },
			)}
			parent={parent()}
		>
			{changed.length > 0 && <Changes preview={preview} />}
			{changed.length === 0 && missing.length === 0 ? (
				<p>{t("The catalogue already says what the file says.")}</p>
			) : (
				<Adoption missing={missing} rows={rows} basedOn={basedOn} />
			)}
		</Page>
	);
}

function Changes({ preview: { changed } }: { preview: Preview }) {
	return (
		<Table
			caption={t("New or changed")}
			rows={changed}
			rowKey={({ competency }) => competency.key}
			columns={[
				{
					key: "name",
					label: t("Competency"),
					cell: ({ competency }) => (
						<>
							{competency.name}
							<small>{competency.cluster}</small>
						</>
					),
				},
				{
					key: "change",
					label: t("What changes"),
					cell: ({ changes }) => formatList(changes.map(changeName)),
				},
			]}
		/>
	);
}

function Adoption({
	missing,
	rows,
	basedOn,
}: {
	missing: Preview["missing"];
	rows: string;
	basedOn: number;
}) {
	return (
		<Section title={t("Take it over")} layout="beside">
			<Form
				action="/competencies/import/adopt"
				submit={t("Take the file over")}
				cancel={{ label: t("Not now"), href: "/competencies" }}
			>
				<input type="hidden" name="rows" value={rows} />
				<input type="hidden" name="based-on" value={basedOn} />
				{missing.length > 0 && (
					<RadioGroup
						name="missing"
						label={t(
							"{count, plural, one {One competency is} other {# competencies are}} not in the file",
							{ count: missing.length },
						)}
						hint={formatList(missing.map(({ name }) => name))}
						required
						value="keep"
						choices={[
							{ value: "keep", label: t("Keep as they are") },
							{
								value: "retire",
								label: t("Retire"),
								hint: t("They can be brought back one by one."),
							},
						]}
					/>
				)}
				<TextField
					name="note"
					label={t("Why this change")}
					hint={t("Stands in the history, for everyone.")}
				/>
			</Form>
		</Section>
	);
}

function Problems({ problems }: { problems: readonly CatalogueProblem[] }) {
	return (
		<div class="error-summary" role="alert">
			<h2>
				{t(
					"{count, plural, one {One thing} other {# things}} in the file must be mended first",
					{ count: problems.length },
				)}
			</h2>
			<ul>
				{problems.slice(0, 200).map((problem, place) => (
					<li key={place}>{problemSentence(problem)}</li>
				))}
			</ul>
			<p>{t("Nothing was taken over. Mend the file and load it again.")}</p>
		</div>
	);
}

function problemSentence(problem: CatalogueProblem): string {
	switch (problem.why) {
		case "empty-table":
			return t("There are no competencies in it.");
		case "column-missing":
			return t("The column “{column}” is missing.", {
				column: problem.column,
			});
		case "column-twice":
			return t("The column “{column}” is there twice.", {
				column: problem.column,
			});
		case "cell-empty":
			return t("Row {row}, column “{column}”: empty.", place(problem));
		case "cell-too-long":
			return t("Row {row}, column “{column}”: longer than {most} characters.", {
				...place(problem),
				most:
					problem.column === "competency" || problem.column === "cluster"
						? longestName
						: longestText,
			});
		case "competency-twice":
			return t(
				"Row {row}, column “{column}”: the same competency as in row {first}.",
				{ ...place(problem), first: problem.firstRow },
			);
	}
}

function place(problem: {
	readonly row: number;
	readonly column: CatalogueColumn;
}) {
	return { row: problem.row, column: problem.column };
}

function changeName(change: CatalogueChange): string {
	switch (change.what) {
		case "added":
			return t("new");
		case "moved":
			return t("another cluster");
		case "renamed":
			return t("name");
		case "redefined":
			return t("definition");
		case "anchor-changed":
			return t("level {level}", { level: change.level });
		case "removed":
			return t("retired");
		case "cluster-added":
		case "cluster-removed":
		case "cluster-renamed":
			return t("clusters");
	}
}

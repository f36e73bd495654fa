import { ButtonForm, LinkButton } from "../../../../ui/button.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../../ui/key-figure.tsx";
import { Page } from "../../../../ui/page.tsx";
import { Section } from "../../../../ui/section.tsx";
import { Tabs } from "../../../../ui/tabs.tsx";
import { formatNumber, t } from "../../../../ui/text.ts";
import type { ImportFigures } from "../import-record.ts";
import type { PeopleImport } from "../queries/imports.ts";
import { rowCount } from "../status-words.tsx";
import { Consequences } from "./consequences.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { MissingTable } from "./missing-table.tsx";
import { NewTable } from "./new-table.tsx";
import { ProblemsTable } from "./problems-table.tsx";
import type { Part } from "../preview-part.ts";

export type PreviewProps = {
	frame: Frame;
	found: PeopleImport;
	figures: ImportFigures;
	hash: string;
	program: string | null;
	/** How many are ticked to be marked as left. */
	leaving: number;
	/** What marking them as left brings about, in sentences. */
	reactions: readonly string[];
	part: Part;
};

/** The dry run: everything an import would do, before anybody decides. */
export function PreviewPage(props: PreviewProps) {
	const { frame, found, figures } = props;
	return (
		<Page
			frame={frame}
			title={t("What this file would change")}
			parent={{ label: t("Imports"), href: "/people/import" }}
			lead={t("{file}, {rows}. Nothing is written yet.", {
				file: found.fileName,
				rows: rowCount(figures.rows),
			})}
			action={
				<LinkButton href={`/people/import/${found.id}/columns`}>
					{t("Correct the columns")}
				</LinkButton>
			}
		>
			{found.summary.isSecondLook && (
				<output class="notice attention">
					<p>
						{t(
							"People were changed while you decided, so nothing was imported. This is what the file would do now: look again.",
						)}
					</p>
				</output>
			)}
			<KeyFigures>
				<KeyFigure value={formatNumber(figures.created)} label={t("new")} />
				<KeyFigure value={formatNumber(figures.changed)} label={t("changed")} />
				<KeyFigure
					value={formatNumber(figures.unchanged)}
					label={t("unchanged")}
				/>
				<KeyFigure
					value={formatNumber(figures.refused)}
					label={t("cannot be taken")}
					tone={figures.refused > 0 ? "attention" : "plain"}
				/>
			</KeyFigures>
			<Consequences {...props} />
			<Decision {...props} />
			<Parts {...props} />
		</Page>
	);
}

function Decision({ found, figures, hash, leaving }: PreviewProps) {
	const good = figures.rows - figures.refused;
	const hasWork = good > 0 || leaving > 0;
	const action = `/people/import/${found.id}/import`;
	return (
		<Section
			title={t("Decide")}
			layout="beside"
			lead={
				figures.refused > 0
					? t(
							"All or nothing: mend the file and bring it again. Or take the good rows now and get the others back.",
						)
					: undefined
			}
		>
			<div class="actions">
				{hasWork && figures.refused === 0 && (
					<ButtonForm
						action={action}
						values={{ take: "all", hash }}
						weight="primary"
					>
						{t(
							"{count, plural, one {Import the one row} other {Import all # rows}}",
							{ count: good },
						)}
					</ButtonForm>
				)}
				{hasWork && figures.refused > 0 && (
					<ButtonForm
						action={action}
						values={{ take: "good", hash }}
						weight="primary"
					>
						{t(
							"Import the {good, plural, one {# good row} other {{goodShown} good rows}} and give me the {bad, plural, one {other} other {{badShown} others}} back as a file",
							{
								good,
								goodShown: formatNumber(good),
								bad: figures.refused,
								badShown: formatNumber(figures.refused),
							},
						)}
					</ButtonForm>
				)}
				{found.hasReturned && (
					<LinkButton
						href={`/people/import/${found.id}/rows-to-mend.xlsx`}
						icon="file"
						download
					>
						{t("The rows that cannot be taken")}
					</LinkButton>
				)}
				<ButtonForm
					action={`/people/import/${found.id}/discard`}
					weight="quiet"
					icon="close"
				>
					{t("Discard this file")}
				</ButtonForm>
			</div>
		</Section>
	);
}

function Parts(props: PreviewProps) {
	const { frame, found, figures, part } = props;
	const href = (name: Part["name"]) =>
		`/people/import/${found.id}?show=${name}`;
	const tab = (name: Part["name"], label: string, count: number) => ({
		label,
		count,
		href: href(name),
		current: part.name === name,
	});
	return (
		<Section title={t("Row by row")}>
			<Tabs
				label={t("What the file would do")}
				tabs={[
					tab("problems", t("What is wrong"), figures.problems),
					tab("changed", t("Who changes"), figures.changed),
					tab("new", t("Who is new"), figures.created),
					tab("missing", t("Who is missing"), figures.missing),
				]}
			/>
			{part.name === "problems" && (
				<ProblemsTable
					state={part.state}
					page={part.page}
					kinds={part.kinds}
					importId={found.id}
				/>
			)}
			{part.name === "changed" && (
				<ChangesTable state={part.state} page={part.page} names={part.names} />
			)}
			{part.name === "new" && <NewTable state={part.state} page={part.page} />}
			{part.name === "missing" && (
				<MissingTable
					frame={frame}
					importId={found.id}
					state={part.state}
					page={part.page}
					unrecognised={figures.unrecognised}
					reactions={props.reactions}
				/>
			)}
		</Section>
	);
}

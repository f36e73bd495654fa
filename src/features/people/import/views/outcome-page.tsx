import { Actions, ButtonForm, LinkButton } from "../../../../ui/button.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../../ui/key-figure.tsx";
import { Page } from "../../../../ui/page.tsx";
import { Section } from "../../../../ui/section.tsx";
import { Table } from "../../../../ui/table.tsx";
import { formatDateTime, formatNumber, t } from "../../../../ui/text.ts";
import { failureSentence } from "../failure-sentence.ts";
import { obstacleSentence } from "../obstacle-sentence.ts";
import type { PeopleImport } from "../queries/imports.ts";
import { whoAndWhen } from "../status-words.tsx";

type Props = {
	frame: Frame;
	found: PeopleImport;
	/** Only the latest import that stands can be undone. */
	isLatest: boolean;
	timeZone: string;
};

/** What came of an import. */
export function OutcomePage(props: Props) {
	const { frame, found, timeZone } = props;
	return (
		<Page
			frame={frame}
			title={titleOf(found)}
			parent={{ label: t("Imports"), href: "/people/import" }}
			lead={t("{file}, {who}.", {
				file: found.fileName,
				who: whoAndWhen(found, timeZone),
			})}
			action={
				found.status === "imported" ? (
					<LinkButton
						weight={found.hasReturned ? "secondary" : "primary"}
						href="/people"
					>
						{t("See the people")}
					</LinkButton>
				) : undefined
			}
		>
			{found.status === "failed" && <Failure {...props} />}
			{found.status === "imported" && <Figures {...props} />}
			{found.status === "imported" && <Returned {...props} />}
			{found.status === "imported" && <Undo {...props} />}
			{found.status === "undone" && found.undoneAt !== null && (
				<p>
					{t("Everything is as it was before, since {when}.", {
						when: formatDateTime(found.undoneAt, timeZone),
					})}
				</p>
			)}
		</Page>
	);
}

function titleOf({ status }: PeopleImport): string {
	if (status === "imported") return t("The people are imported");
	if (status === "undone") return t("This import was undone");
	return status === "failed"
		? t("Nothing was imported")
		: t("This file was discarded");
}

function Failure({ found }: Props) {
	const { failure } = found.summary;
	return (
		<>
			{failure && <p>{failureSentence(failure)}</p>}
			<Actions>
				<LinkButton
					weight="primary"
					href={`/people/import/${found.id}/columns`}
				>
					{t("Back to the columns")}
				</LinkButton>
				<ButtonForm
					action={`/people/import/${found.id}/discard`}
					weight="quiet"
					icon="close"
				>
					{t("Discard this file")}
				</ButtonForm>
			</Actions>
		</>
	);
}

function Figures({ found }: Props) {
	const { figures, left = 0 } = found.summary;
	if (figures === undefined) return null;
	return (
		<KeyFigures>
			<KeyFigure value={formatNumber(figures.created)} label={t("new")} />
			<KeyFigure value={formatNumber(figures.changed)} label={t("changed")} />
			<KeyFigure value={formatNumber(left)} label={t("marked as left")} />
			<KeyFigure
				value={formatNumber(figures.refused)}
				label={t("not taken")}
				tone={figures.refused > 0 ? "attention" : "plain"}
			/>
		</KeyFigures>
	);
}

function Returned({ found }: Props) {
	if (!found.hasReturned) return null;
	return (
		<Section
			title={t("The rows that were not taken")}
			layout="beside"
			lead={t(
				"With a last column that says what is wrong. Mend them and bring the file again; whatever is in already is recognised.",
			)}
		>
			<Actions>
				<LinkButton
					weight="primary"
					href={`/people/import/${found.id}/rows-to-mend.xlsx`}
					icon="file"
					download
				>
					{t("Download them")}
				</LinkButton>
			</Actions>
		</Section>
	);
}

function Undo({ found, isLatest }: Props) {
	const { obstacles, obstacleCount = 0 } = found.summary;
	return (
		<Section
			title={t("Undo")}
			layout="beside"
			lead={
				isLatest
					? t(
							"Puts everything back as it was: new people are removed, changed ones get their old values. Possible as long as nothing depends on this import.",
						)
					: t("A later import stands on top of this one. Undo that one first.")
			}
		>
			{obstacles !== undefined && (
				<Table
					caption={t(
						"{count, plural, one {One thing stands} other {# things stand}} in the way. Nothing was changed.",
						{ count: obstacleCount },
					)}
					rows={obstacles}
					rowKey={(row) => `${row.person} ${row.why}`}
					columns={[
						{
							key: "name",
							label: t("Who"),
							cell: ({ person, name }) =>
								person === null ? (
									t("The whole")
								) : (
									<a href={`/people/${person}`}>{name}</a>
								),
						},
						{ key: "why", label: t("What"), cell: obstacleSentence },
					]}
				/>
			)}
			{isLatest && (
				<ButtonForm
					action={`/people/import/${found.id}/undo`}
					weight="danger"
					icon="undo"
				>
					{t("Undo this import")}
				</ButtonForm>
			)}
		</Section>
	);
}

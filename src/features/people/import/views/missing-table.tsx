import { Actions, Button, ButtonForm } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Form } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Prose } from "../../../../ui/section.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { TableState } from "../../../../ui/table-state.ts";
import { t } from "../../../../ui/text.ts";
import { detailText, type ShownRow } from "../queries/preview.ts";

/** Who is in Baton but not in the file. Nobody is ticked until a person ticks them. */
export function MissingTable({
	frame,
	importId,
	state,
	page,
	unrecognised,
	reactions,
}: {
	frame: Frame;
	importId: string;
	state: TableState;
	page: { rows: readonly ShownRow[]; total: number };
	unrecognised: number;
	reactions: readonly string[];
}) {
	const base = `/people/import/${importId}`;
	return (
		<>
			<Prose>
				<p>
					{t(
						"These people are in Baton and not in the file. They stay as they are, unless you tick those who have left the organisation.",
					)}{" "}
					{reactions.join(" ")}
				</p>
				{unrecognised > 0 && (
					<p>
						{t(
							"{count, plural, one {One row} other {# rows}} could not be read well enough to say whom they are about. Some of those missing may be among them.",
							{ count: unrecognised },
						)}
					</p>
				)}
			</Prose>
			<Table
				caption={t("Who is missing from the file, by name")}
				captionUnseen
				state={state}
				total={page.total}
				rows={page.rows}
				rowKey={({ position }) => String(position)}
				filters={[
					{ kind: "search", label: t("Name or address") },
					{
						kind: "choice",
						name: "ticked",
						label: t("Which"),
						all: t("Everyone missing"),
						choices: [{ value: "yes", label: t("Ticked as left") }],
					},
				]}
				choose={{
					form: "leaving",
					name: "left",
					value: ({ position }) => String(position),
					label: ({ name }) => t("{name} has left", { name }),
					isChosen: ({ isLeaving }) => isLeaving,
				}}
				columns={[
					{
						key: "name",
						label: t("Name"),
						cell: ({ name, person }) => (
							<a href={`/people/${person}`}>{name}</a>
						),
					},
					{
						key: "title",
						label: t("Job title"),
						cell: ({ detail }) => (
							<>
								{detailText(detail, "jobTitle")}
								<small>{detailText(detail, "unit")}</small>
							</>
						),
					},
					{
						key: "email",
						label: t("E-mail address"),
						cell: ({ detail }) => detailText(detail, "email"),
					},
				]}
				empty={
					<EmptyState title={t("Nobody is missing")}>
						{t("Everyone in Baton is in this file too.")}
					</EmptyState>
				}
			/>
			{page.rows.length > 0 && (
				<>
					<Form action={`${base}/leaving`} id="leaving">
						<input
							type="hidden"
							name="shown"
							value={page.rows.map(({ position }) => position).join(",")}
						/>
						<input type="hidden" name="back" value={frame.path} />
						<Actions>
							<Button weight="secondary">
								{t("Those ticked on this page have left")}
							</Button>
						</Actions>
					</Form>
					<Actions>
						<ButtonForm
							action={`${base}/all-leaving`}
							values={{ leaving: "yes" }}
							weight="quiet"
						>
							{t("Tick everyone missing")}
						</ButtonForm>
						<ButtonForm
							action={`${base}/all-leaving`}
							values={{ leaving: "no" }}
							weight="quiet"
						>
							{t("Untick everyone")}
						</ButtonForm>
					</Actions>
				</>
			)}
		</>
	);
}

import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatNumber, t } from "../../../ui/text.ts";

type Scale = {
	/** Lowest first. */
	scale: readonly string[];
	/** How many people have each. */
	uses: ReadonlyMap<string, number>;
};

const path = "/administration/grades";

export function GradesPage({
	frame,
	scale,
	uses,
	state,
}: Scale & { frame: Frame; state: FormState | undefined }) {
	return (
		<Page
			frame={frame}
			title={t("From which grade to which")}
			lead={t(
				"The scale of grades, highest on top. Rules such as “one grade above” read it.",
			)}
		>
			<Table
				caption={t("Grades, highest first")}
				captionUnseen
				rows={scale.toReversed()}
				rowKey={(grade) => grade}
				empty={
					<EmptyState title={t("No grades yet")}>
						{t(
							"Add them from the lowest up, or import people: an import can bring its scale along.",
						)}
					</EmptyState>
				}
				columns={[
					{ key: "grade", label: t("Grade"), cell: (grade) => grade },
					{
						key: "people",
						label: t("People"),
						kind: "number",
						cell: (grade) => formatNumber(uses.get(grade) ?? 0),
					},
					{
						key: "act",
						label: t("Actions"),
						kind: "action",
						cell: (grade) => <Moves grade={grade} scale={scale} uses={uses} />,
					},
				]}
			/>
			<Section title={t("Add a grade on top")} layout="beside">
				<Form action={path} submit={t("Add the grade")} state={state}>
					<TextField name="name" label={t("Name")} required size="medium" />
				</Form>
			</Section>
		</Page>
	);
}

function Moves({ grade, scale, uses }: Scale & { grade: string }) {
	return (
		<span class="row-actions">
			{grade !== scale.at(-1) && <Move grade={grade} direction="up" />}
			{grade !== scale[0] && <Move grade={grade} direction="down" />}
			{!uses.get(grade) && (
				<ButtonForm
					action={`${path}/remove`}
					values={{ name: grade }}
					weight="quiet"
				>
					{t("Remove")}
				</ButtonForm>
			)}
		</span>
	);
}

function Move({
	grade,
	direction,
}: {
	grade: string;
	direction: "up" | "down";
}) {
	return (
		<ButtonForm
			action={`${path}/move`}
			values={{ name: grade, direction }}
			weight="quiet"
			icon={direction}
		>
			{direction === "up" ? t("Up") : t("Down")}
		</ButtonForm>
	);
}

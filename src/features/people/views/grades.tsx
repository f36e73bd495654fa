import { ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatNumber, t } from "../../../ui/text.ts";

export function GradesPage({
	frame,
	scale,
	uses,
	state,
}: {
	frame: Frame;
	/** Lowest first. */
	scale: readonly string[];
	uses: ReadonlyMap<string, number>;
	state: FormState | undefined;
}) {
	const act = "/administration/grades";
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
						cell: (grade) => (
							<span class="row-actions">
								{grade !== scale.at(-1) && (
									<ButtonForm
										action={`${act}/move`}
										values={{ name: grade, direction: "up" }}
										weight="quiet"
										icon="up"
									>
										{t("Up")}
									</ButtonForm>
								)}
								{grade !== scale[0] && (
									<ButtonForm
										action={`${act}/move`}
										values={{ name: grade, direction: "down" }}
										weight="quiet"
										icon="down"
									>
										{t("Down")}
									</ButtonForm>
								)}
								{!uses.get(grade) && (
									<ButtonForm
										action={`${act}/remove`}
										values={{ name: grade }}
										weight="quiet"
									>
										{t("Remove")}
									</ButtonForm>
								)}
							</span>
						),
					},
				]}
			/>
			<Section title={t("Add a grade on top")} layout="beside">
				<Form action={act} submit={t("Add the grade")} state={state}>
					<TextField name="name" label={t("Name")} required size="medium" />
				</Form>
			</Section>
		</Page>
	);
}

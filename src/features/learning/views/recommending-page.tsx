import { ButtonForm } from "../../../ui/button.tsx";
import { RadioGroup, Select } from "../../../ui/choices.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { t } from "../../../ui/text.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import type { Curriculum, Recommended } from "../queries/curricula.ts";
import { sideName } from "./words.ts";

type Props = {
	frame: Frame;
	standing: Standing;
	recommended: readonly Recommended[];
	/** What everyone finds now. */
	curricula: readonly Curriculum[];
	state: FormState | undefined;
};

export function RecommendingPage(props: Props) {
	const { frame, standing, recommended } = props;
	const { id, name } = standing.program;
	return (
		<Page
			frame={frame}
			title={t("What those in {program} may learn", { program: name })}
			lead={t(
				"Recommended curricula stand first on the page Learning of those in the program. Who takes them, and how far they are, nobody else sees.",
			)}
			parent={{ label: name, href: `/programs/${id}` }}
		>
			<ProgramTabs standing={standing} current="learning" />
			<Table
				caption={t("Recommended in this program")}
				captionUnseen
				rowKey={(row) => row.id}
				rows={recommended}
				empty={
					<EmptyState title={t("Nothing recommended yet")}>
						{t("Choose a curriculum below, and who it is for.")}
					</EmptyState>
				}
				columns={[
					{
						key: "title",
						label: t("Curriculum"),
						cell: (row) => <a href={`/learning/${row.id}`}>{row.title}</a>,
					},
					{
						key: "side",
						label: t("Recommended"),
						cell: (row) => sideName(row.side),
					},
					{
						key: "stop",
						label: t("What you can do"),
						kind: "action",
						cell: (row) => (
							<ButtonForm
								weight="quiet"
								action={`/programs/${id}/learning/stop`}
								values={{ curriculum: row.id }}
							>
								{t("Stop recommending")}
								<span class="unseen">: {row.title}</span>
							</ButtonForm>
						),
					},
				]}
			/>
			<Recommend {...props} />
		</Page>
	);
}

function Recommend({ standing, curricula, state }: Props) {
	if (curricula.length === 0)
		return (
			<p>
				{t("There is no curriculum to recommend yet.")}{" "}
				<a href="/learning">{t("Learning")}</a>
			</p>
		);
	return (
		<Section title={t("Recommend a curriculum")} layout="beside">
			<Form
				action={`/programs/${standing.program.id}/learning`}
				submit={t("Recommend it")}
				state={state}
			>
				<Select
					name="curriculum"
					label={t("Curriculum")}
					unchosen={t("Choose")}
					required
					choices={curricula.map(({ id, title }) => ({
						value: id,
						label: title,
					}))}
				/>
				<RadioGroup
					name="side"
					label={t("To whom")}
					required
					choices={(["mentor", "mentee", "both"] as const).map((side) => ({
						value: side,
						label: sideName(side),
					}))}
				/>
			</Form>
		</Section>
	);
}

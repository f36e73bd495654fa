import { EmptyState } from "../../../ui/empty-state.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import { DateField, NumberField } from "../../../ui/fields.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, formatDateTime, t } from "../../../ui/text.ts";
import type { Standing } from "../../programs/standing.ts";
import { parentOf, ProgramTabs } from "../../programs/views/program-tabs.tsx";
import { mostPeople } from "../forms.ts";
import type { DryRunRow } from "../queries.ts";
import { Assumptions } from "./assumptions.tsx";

/** A year in advance: how many, from when; and those that were. */
export function AskPage({
	frame,
	standing,
	state,
	runs,
	start,
	mentors,
	mentees,
}: {
	frame: Frame;
	standing: Standing;
	state: FormState | undefined;
	runs: readonly DryRunRow[];
	start: string;
	mentors: number;
	mentees: number;
}) {
	const base = `/programs/${standing.program.id}/dry-runs`;
	return (
		<Page
			frame={frame}
			title={t("What a year of this program would look like")}
			parent={parentOf(standing.program)}
			lead={t(
				"A dry run goes through twelve months with made-up people and this program’s charter: who is mailed how much, when sessions fall, where mentors run out. Nobody real is mailed, and nothing of it is written to the program.",
			)}
		>
			<ProgramTabs standing={standing} current="dry-runs" />
			<Section
				title={t("Go through a year")}
				lead={t(
					"{mentors, plural, one {One mentor} other {# mentors}} and {mentees, plural, one {one mentee} other {# mentees}} take part or are asked to. Of them a dry run takes along the time zones and how many mentees a mentor takes, no names.",
					{ mentors, mentees },
				)}
			>
				<Form
					action={base}
					submit={t("Go through the year")}
					{...(state && { state })}
				>
					<FieldRow>
						<NumberField
							name="mentors"
							label={t("Mentors")}
							value={Math.max(1, mentors)}
							least={1}
							most={mostPeople}
							required
						/>
						<NumberField
							name="mentees"
							label={t("Mentees")}
							value={Math.max(1, mentees)}
							least={1}
							most={mostPeople}
							required
						/>
					</FieldRow>
					<FieldRow>
						<DateField
							name="starts-on"
							label={t("Everyone is invited on")}
							value={start}
							required
						/>
						<NumberField
							name="seed"
							label={t("Another course of chance")}
							hint={t("The same number goes through the same year again.")}
							value={1}
							least={0}
							most={1_000_000}
							required
						/>
					</FieldRow>
				</Form>
			</Section>
			<Section title={t("Dry runs so far")}>
				<Stack>
					{runs.length === 0 ? (
						<EmptyState title={t("None yet")}>
							{t(
								"Each dry run stays here, so that you can compare two sizes of the program or two charters.",
							)}
						</EmptyState>
					) : (
						<Table
							caption={t("Dry runs, latest first")}
							rows={runs}
							rowKey={({ id }) => id}
							columns={[
								{
									key: "asked",
									label: t("Asked for"),
									cell: ({ id, askedAt }) => (
										<a href={`${base}/${id}`}>{formatDateTime(askedAt)}</a>
									),
								},
								{
									key: "start",
									label: t("Year from"),
									cell: ({ plan }) => formatDate(plan.startsOn),
								},
								{
									key: "mentors",
									label: t("Mentors"),
									kind: "number",
									cell: ({ plan }) => String(plan.mentors.length),
								},
								{
									key: "mentees",
									label: t("Mentees"),
									kind: "number",
									cell: ({ plan }) => String(plan.mentees.length),
								},
								{
									key: "state",
									label: t("How it stands"),
									cell: ({ state: standingAt }) => stateName(standingAt),
								},
							]}
						/>
					)}
				</Stack>
			</Section>
			<Assumptions />
		</Page>
	);
}

function stateName(state: DryRunRow["state"]): string {
	switch (state) {
		case "waiting":
			return t("Waits its turn");
		case "running":
			return t("Underway");
		case "done":
			return t("Done");
		case "failed":
			return t("Broke off");
	}
}

import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { arrangeRows, readTableState } from "../../../ui/table-state.ts";
import { formatDate, t } from "../../../ui/text.ts";
import type { runningRelationships } from "../queries.ts";

type Running = Awaited<ReturnType<typeof runningRelationships>>[number];

/** For those who run programs: who is paired with whom since when, and nothing of what is said there. */
export function RunningPage({
	frame,
	relationships,
}: {
	frame: Frame;
	relationships: readonly Running[];
}) {
	const state = readTableState(frame.path, {
		sortable: ["mentee", "mentor", "since"],
		sort: { key: "mentee", direction: "ascending" },
		filters: ["program"],
		pageSize: 50,
	});
	const found = relationships.filter(
		({ mentee, mentor, program }) =>
			(state.filters["program"] || program) === program &&
			`${mentee} ${mentor}`.toLowerCase().includes(state.search.toLowerCase()),
	);
	const programs = new Map(
		relationships.map((one) => [one.program, one.programName]),
	);
	return (
		<Page
			frame={frame}
			title={t("Who meets whom now")}
			parent={{ label: t("Relationships"), href: "/relationships" }}
			lead={t(
				"{pairs, plural, one {# relationship runs} other {# relationships run}} in {programs, plural, one {# program} other {# programs}}. What is said there stays between the two.",
				{
					pairs: relationships.length,
					programs: programs.size,
				},
			)}
		>
			<Table
				caption={t("Running relationships")}
				captionUnseen
				state={state}
				total={found.length}
				rows={arrangeRows(found, state, (row, key) =>
					key === "since" ? row.beganAt.getTime() : row[key],
				)}
				rowKey={(row) => row.id}
				columns={[
					{
						key: "mentee",
						label: t("Mentee"),
						isSortable: true,
						cell: (row) => (
							<>
								{row.mentee}
								<small>{row.menteeFunction}</small>
							</>
						),
					},
					{
						key: "mentor",
						label: t("Mentor"),
						isSortable: true,
						cell: (row) => (
							<>
								{row.mentor}
								<small>{row.mentorFunction}</small>
							</>
						),
					},
					{
						key: "program",
						label: t("Program"),
						cell: (row) => row.programName,
					},
					{
						key: "since",
						label: t("Since"),
						kind: "date",
						isSortable: true,
						cell: (row) => formatDate(row.beganAt),
					},
				]}
				filters={[
					{ kind: "search", label: t("Name") },
					{
						kind: "choice",
						name: "program",
						label: t("Program"),
						all: t("All programs"),
						choices: [...programs].map(([value, label]) => ({ value, label })),
					},
				]}
				empty={
					<EmptyState title={t("No relationship runs yet")}>
						{t("They begin when both sides of a proposal have said yes.")}
					</EmptyState>
				}
			/>
		</Page>
	);
}

import { LinkButton } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Status } from "../../../../ui/status.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { TableState } from "../../../../ui/table-state.ts";
import { formatNumber, t } from "../../../../ui/text.ts";
import { problemSentence } from "../problem-sentence.ts";
import type { ShownProblem } from "../queries/preview.ts";

/** Every problem by row and column. */
export function ProblemsTable({
	state,
	page,
	kinds,
	importId,
}: {
	state: TableState;
	page: { rows: readonly ShownProblem[]; total: number };
	kinds: readonly { value: string; label: string }[];
	importId: string;
}) {
	return (
		<>
			<Table
				caption={t("What is wrong; rows that cannot be taken come first")}
				captionUnseen
				state={state}
				total={page.total}
				rows={page.rows}
				rowKey={({ position }) => String(position)}
				filters={[
					{ kind: "search", label: t("Row, column or value") },
					{
						kind: "choice",
						name: "severity",
						label: t("How bad"),
						all: t("Everything"),
						choices: [
							{ value: "error", label: t("The row cannot be taken") },
							{ value: "warning", label: t("The row is taken without it") },
						],
					},
					{
						kind: "choice",
						name: "code",
						label: t("What is wrong"),
						all: t("Everything"),
						choices: kinds,
					},
				]}
				columns={[
					{
						key: "row",
						label: t("Row"),
						cell: ({ row }) => formatNumber(row),
					},
					{
						key: "column",
						label: t("Column"),
						cell: ({ column }) => column ?? t("whole row"),
					},
					{
						key: "problem",
						label: t("What is wrong"),
						cell: ({ trouble, value }) => (
							<>
								{problemSentence(trouble)}
								{value !== "" && <small>{value}</small>}
							</>
						),
					},
					{
						key: "severity",
						label: t("So"),
						cell: ({ severity }) =>
							severity === "error" ? (
								<Status kind="attention">{t("not taken")}</Status>
							) : (
								<Status kind="quiet">{t("taken without it")}</Status>
							),
					},
				]}
				empty={
					<EmptyState title={t("Nothing is wrong")}>
						{t("Every cell of every row could be read.")}
					</EmptyState>
				}
			/>
			{page.total > 0 && (
				<div class="actions">
					<LinkButton
						href={`/people/import/${importId}/problems.xlsx`}
						icon="file"
						download
					>
						{t("All of it as an Excel file")}
					</LinkButton>
				</div>
			)}
		</>
	);
}

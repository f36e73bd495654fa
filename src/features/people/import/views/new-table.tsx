import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { TableState } from "../../../../ui/table-state.ts";
import { formatNumber, t } from "../../../../ui/text.ts";
import { detailText, type ShownRow } from "../queries/preview.ts";

/** Who would be added. */
export function NewTable({
	state,
	page,
}: {
	state: TableState;
	page: { rows: readonly ShownRow[]; total: number };
}) {
	return (
		<Table
			caption={t("Who is new, in the order of the file")}
			captionUnseen
			state={state}
			total={page.total}
			rows={page.rows}
			rowKey={({ position }) => String(position)}
			filters={[{ kind: "search", label: t("Name or address") }]}
			columns={[
				{
					key: "name",
					label: t("Name"),
					cell: ({ name, detail }) => (
						<>
							{name}
							<small>{detailText(detail, "email")}</small>
						</>
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
					key: "manager",
					label: t("Manager"),
					cell: ({ detail }) => detailText(detail, "manager"),
				},
				{
					key: "row",
					label: t("Row"),
					kind: "number",
					cell: ({ row }) => formatNumber(row ?? 0),
				},
			]}
			empty={
				<EmptyState title={t("Nobody is new")}>
					{t("Everyone in this file is in Baton already.")}
				</EmptyState>
			}
		/>
	);
}

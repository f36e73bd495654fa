import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { TableState } from "../../../../ui/table-state.ts";
import { t } from "../../../../ui/text.ts";
import { changesInWords, type Names } from "../change-sentence.ts";
import type { ShownRow } from "../queries/preview.ts";

/** Field by field what changes about people who are known. */
export function ChangesTable({
	state,
	page,
	names,
}: {
	state: TableState;
	page: { rows: readonly ShownRow[]; total: number };
	names: Names;
}) {
	return (
		<Table
			caption={t("Who changes, in the order of the file")}
			captionUnseen
			state={state}
			total={page.total}
			rows={page.rows}
			rowKey={({ position }) => String(position)}
			filters={[{ kind: "search", label: t("Name") }]}
			columns={[
				{
					key: "name",
					label: t("Name"),
					cell: ({ name, person, row }) => (
						<>
							<a href={`/people/${person}`}>{name}</a>
							<small>{t("Row {row}", { row: row ?? 0 })}</small>
						</>
					),
				},
				{
					key: "changes",
					label: t("Before and after"),
					cell: ({ detail }) =>
						changesInWords(detail["changes"], names).map((change, at) => (
							<div key={at}>
								<span class="label">{change.what}</span>{" "}
								<del>{change.from}</del> → <ins>{change.to}</ins>
							</div>
						)),
				},
			]}
			empty={
				<EmptyState title={t("Nobody changes")}>
					{t("Whoever is known already is as the file says.")}
				</EmptyState>
			}
		/>
	);
}

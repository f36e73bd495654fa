import { Disclosure } from "../../../ui/disclosure.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { officeName } from "../office-name.ts";
import type { FormerOffice } from "../queries.ts";

/** Who could read what before. */
export function FormerOffices({ former }: { former: readonly FormerOffice[] }) {
	if (former.length === 0) return null;
	return (
		<Disclosure
			summary={t(
				"{count, plural, one {One office that has ended} other {# offices that have ended}}",
				{ count: former.length },
			)}
		>
			<Table
				caption={t("Offices held before")}
				captionUnseen
				rows={former}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "person",
						label: t("Name"),
						cell: (row) => `${row.first_name} ${row.last_name}`,
					},
					{
						key: "office",
						label: t("Office"),
						cell: (row) => (
							<>
								{officeName(row.office)}
								<small>{row.program ?? t("for all programs")}</small>
							</>
						),
					},
					{
						key: "time",
						label: t("From and until"),
						kind: "date",
						cell: (row) =>
							row.neverBegan
								? t("ended before it began")
								: t("{from} – {until}", {
										from: formatDate(row.firstDay, "UTC", "short"),
										until: formatDate(row.lastDay, "UTC", "short"),
									}),
					},
				]}
			/>
		</Disclosure>
	);
}

import { z } from "zod";
import { offices } from "../../../platform/http/guard.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { readTableState, type TableState } from "../../../ui/table-state.ts";
import { formatDateTime, t } from "../../../ui/text.ts";
import { officeName } from "../../administration/office-name.ts";
import { actWords } from "../../people/views/own-record.tsx";
import type { LedgerEntry } from "../queries/ledger.ts";

export function ledgerState(path: string): TableState<"when"> {
	return readTableState(path, {
		sortable: ["when"],
		sort: { key: "when", direction: "descending" },
	});
}

export function LedgerPage({
	frame,
	entries,
	total,
	timeZone,
}: {
	frame: Frame;
	entries: readonly LedgerEntry[];
	total: number;
	timeZone: string;
}) {
	return (
		<Page
			frame={frame}
			title={t("Who opened what about you")}
			lead={t(
				"Each time somebody in office opened, took out or changed something about you. Nobody can take a line out of it unseen. Lists on which you only stand among others are not in it, unless they were taken out as a file.",
			)}
			parent={{ label: t("Your data"), href: "/me/data" }}
		>
			<Table
				caption={t("Who opened what about you")}
				captionUnseen
				state={ledgerState(frame.path)}
				total={total}
				rows={entries}
				rowKey={({ id }) => id}
				empty={
					<EmptyState title={t("Nobody has opened anything about you")}>
						{t(
							"When somebody entrusted with an office opens your record, it stands here the same moment.",
						)}
					</EmptyState>
				}
				columns={[
					{
						key: "who",
						label: t("Name"),
						cell: (entry) => (
							<>
								{entry.actor ?? whoElse(entry)}
								<small>{officeOf(entry)}</small>
							</>
						),
					},
					{
						key: "what",
						label: t("What"),
						cell: ({ act, program }) => (
							<>
								{actWords(act)}
								{program !== null && <small>{program}</small>}
							</>
						),
					},
					{
						key: "when",
						label: t("When"),
						kind: "date",
						cell: ({ at }) => formatDateTime(at, timeZone),
					},
				]}
			/>
		</Page>
	);
}

function whoElse({ process }: LedgerEntry): string {
	return process === null ? t("a former colleague") : t("Baton itself");
}

const readingDetail = z.object({ office: z.enum(offices) });

function officeOf({ detail }: LedgerEntry): string {
	const read = readingDetail.safeParse(detail);
	return read.success ? officeName(read.data.office) : "";
}

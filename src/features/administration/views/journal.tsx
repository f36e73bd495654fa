import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { readTableState, type TableState } from "../../../ui/table-state.ts";
import { formatDateTime, t } from "../../../ui/text.ts";
import type { JournalEntry } from "../queries.ts";

export function journalState(path: string): TableState<"when"> {
	return readTableState(path, {
		sortable: ["when"],
		sort: { key: "when", direction: "descending" },
	});
}

export function JournalPage({
	frame,
	entries,
	total,
	timeZone,
}: {
	frame: Frame;
	entries: readonly JournalEntry[];
	total: number;
	timeZone: string;
}) {
	return (
		<Page
			frame={frame}
			title={t("Who did what")}
			lead={t(
				"The journal: every act, by whom, about whom, when. It can only grow. It holds no texts, and no names where an answer must stay nobody’s.",
			)}
			action={
				<LinkButton href="/administration/journal/checkpoints">
					{t("Has it been touched?")}
				</LinkButton>
			}
		>
			<Table
				caption={t("Who did what")}
				captionUnseen
				state={journalState(frame.path)}
				total={total}
				rows={entries}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "when",
						label: t("When"),
						kind: "date",
						cell: ({ at }) => formatDateTime(at, timeZone),
					},
					{
						key: "who",
						label: t("By"),
						cell: ({ actor, process }) => actor || process,
					},
					{
						key: "act",
						label: t("Act"),
						cell: ({ act, subject }) => (
							<>
								{act}
								{subject !== null && <small>{subject}</small>}
							</>
						),
					},
					{
						key: "about",
						label: t("About"),
						cell: ({ concerned }) => concerned,
					},
				]}
			/>
		</Page>
	);
}

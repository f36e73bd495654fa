import {
	className,
	erasureWords,
	purposeWords,
	retentionName,
} from "../../../platform/database/register/words.ts";
import type { TableReaders } from "../../../platform/database/register/readers.ts";
import {
	personal,
	type RegisterRow,
} from "../../../platform/database/register/register.ts";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatList, t } from "../../../ui/text.ts";
import { DataTabs } from "./data-tabs.tsx";
import { readersSentence } from "./readers.tsx";

/** The register of processing for administrators; docs/processing.md has every column. */
export function ProcessingPage({
	frame,
	readers,
}: {
	frame: Frame;
	readers: ReadonlyMap<string, TableReaders>;
}) {
	return (
		<Page
			frame={frame}
			title={t("What is kept about people, and what for?")}
			lead={t(
				"The register of processing, from the database itself. “You” is the person concerned. Every single column stands in docs/processing.md, which comes with Baton.",
			)}
			width="wide"
		>
			<DataTabs current="processing" />
			<Table
				caption={t("Register of processing")}
				captionUnseen
				rows={personal}
				rowKey={({ table }) => table}
				columns={[
					{
						key: "what",
						label: t("What"),
						cell: (row) => (
							<>
								{row.title?.() ?? row.table}
								<small>{row.table}</small>
							</>
						),
					},
					{
						key: "purpose",
						label: t("What for"),
						cell: ({ purpose }) => purposeWords(purpose),
					},
					{ key: "class", label: t("Classes"), cell: classesOf },
					{
						key: "who",
						label: t("Who may read it"),
						cell: (row) => readersSentence(row, readers.get(row.table)),
					},
					{
						key: "kept",
						label: t("Period"),
						cell: ({ retention }) => retentionName(retention),
					},
					{
						key: "erased",
						label: t("When erased"),
						cell: ({ erasure }) => erasureWords(erasure),
					},
				]}
			/>
		</Page>
	);
}

function classesOf({ columns }: RegisterRow): string {
	const classes = [...new Set(Object.values(columns))].filter(
		(each) => each !== "technical",
	);
	return formatList(classes.map(className));
}

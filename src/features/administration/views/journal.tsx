import { z } from "zod";
import {
	instantOf,
	minutesOfADay,
} from "../../../domain/calendar/wall-time.ts";
import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { readTableState, type TableState } from "../../../ui/table-state.ts";
import { formatDateTime, t } from "../../../ui/text.ts";
import { actChoices, actSentence } from "../acts/act-words.ts";
import { doerWords, subjectWords } from "../acts/doer-words.ts";
import type { JournalEntry, JournalFilter } from "../queries.ts";

export function journalState(path: string): TableState<"when"> {
	return readTableState(path, {
		sortable: ["when"],
		sort: { key: "when", direction: "descending" },
		filters: ["act", "from", "until"],
	});
}

/** What the address asks for; what makes no sense in it is left out. Days are those of the reader's clock, both whole. */
export function journalFilter(
	{ search, filters }: TableState<"when">,
	timeZone: string,
): JournalFilter {
	const moment = (day: string | undefined, minute: number) => {
		const read = z.iso.date().safeParse(day);
		return read.success
			? new Date(instantOf(read.data, minute, timeZone))
			: undefined;
	};
	return {
		act: filters["act"],
		person: search,
		from: moment(filters["from"], 0),
		until: moment(filters["until"], minutesOfADay),
	};
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
				filters={[
					{ kind: "search", label: t("Name or address") },
					{
						kind: "groups",
						name: "act",
						label: t("Act"),
						all: t("All acts"),
						groups: actChoices(),
					},
					{ kind: "day", name: "from", label: t("From") },
					{ kind: "day", name: "until", label: t("Until") },
				]}
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
						cell: ({ actor, process }) =>
							actor || (process === null ? "" : doerWords(process)),
					},
					{
						key: "act",
						label: t("Act"),
						cell: ({ act, subject }) => (
							<span>
								{actSentence(act)}{" "}
								<span class="hint">{subjectWords(subject ?? "")}</span>
							</span>
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

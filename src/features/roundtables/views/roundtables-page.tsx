import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import type { Standing } from "../../programs/standing.ts";
import { parentOf, ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Roundtable } from "../queries.ts";
import { SeatStatus } from "./seat-status.tsx";

/** The tables to come in a program, with how many seats are free. */
export function RoundtablesPage({
	frame,
	standing,
	isMentor,
	zone,
	roundtables,
}: {
	frame: Frame;
	standing: Standing;
	isMentor: boolean;
	zone: string;
	roundtables: readonly Roundtable[];
}) {
	const { program, manages } = standing;
	const base = `/programs/${program.id}/roundtables`;
	const isClosed = program.status === "closed";
	const offer =
		isMentor && !isClosed ? (
			<LinkButton weight="primary" href={`${base}/new`}>
				{t("Host a roundtable")}
			</LinkButton>
		) : undefined;
	return (
		<Page
			frame={frame}
			title={t("Which roundtables have a seat?")}
			parent={parentOf(program)}
			lead={t(
				"Somebody who mentors here hosts a roundtable on one topic, once. Whoever has a place in the program takes a seat or gives it back.",
			)}
			action={offer}
		>
			{manages && <ProgramTabs standing={standing} current="roundtables" />}
			<Table
				caption={t("Roundtables to come")}
				captionUnseen
				rows={roundtables}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "topic",
						label: t("What about"),
						cell: ({ id, topic, hostName }) => (
							<>
								<a href={`${base}/${id}`}>{topic}</a>
								<small>{t("Hosted by {name}", { name: hostName })}</small>
							</>
						),
					},
					{
						key: "when",
						label: t("When"),
						cell: ({ startsAt }) => formatDateTime(startsAt, zone),
					},
					{
						key: "seats",
						label: t("Free seats"),
						kind: "number",
						cell: ({ seats, asked }) => Math.max(0, seats - asked),
					},
					{
						key: "you",
						label: t("You"),
						cell: (each) => (
							<SeatStatus roundtable={each} visitor={frame.person?.id} />
						),
					},
				]}
				empty={
					<EmptyState
						title={isClosed ? t("No more roundtables") : t("No roundtable yet")}
					>
						{isClosed
							? t("The program is closed: none takes place in it any more.")
							: isMentor
								? t(
										"You name a topic, a day and three to twelve seats; people of the program come to you.",
									)
								: t(
										"When somebody who mentors here hosts one, it stands here and on “Today”.",
									)}
					</EmptyState>
				}
			/>
		</Page>
	);
}

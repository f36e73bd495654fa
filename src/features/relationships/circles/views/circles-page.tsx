import { LinkButton } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { Stack } from "../../../../ui/section.tsx";
import { Status } from "../../../../ui/status.tsx";
import { Table } from "../../../../ui/table.tsx";
import { t } from "../../../../ui/text.ts";
import {
	parentList,
	ProgramTabs,
} from "../../../programs/views/program-tabs.tsx";
import type { Circle } from "../queries.ts";
import type { CircleStanding } from "../standing.ts";

/** The circles of a program: who is asked, and how far each is. Nothing of what is said in them. */
export function CirclesPage({
	frame,
	standing,
	circles,
}: {
	frame: Frame;
	standing: CircleStanding;
	circles: readonly Circle[];
}) {
	const base = `/programs/${standing.program.id}/circles`;
	return (
		<Page
			frame={frame}
			title={t("Who meets in a circle")}
			parent={parentList()}
			lead={t(
				"Several people, one theme, one facilitator. A circle begins once its facilitator and three others have said yes; others can join while it runs.",
			)}
			action={
				<LinkButton weight="primary" href={`${base}/new`}>
					{t("Start a circle")}
				</LinkButton>
			}
		>
			<Stack>
				<ProgramTabs standing={standing} current="circles" />
				<Table
					caption={t("Circles of this program")}
					captionUnseen
					rows={circles}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "name",
							label: t("Name"),
							cell: (circle) => (
								<>
									<a href={`${base}/${circle.id}`}>{circle.name}</a>
									<small>{circle.theme}</small>
								</>
							),
						},
						{
							key: "facilitator",
							label: t("Facilitator"),
							cell: ({ seats }) => (
								<span class="unbroken">
									{seats.find(
										({ side, answer }) =>
											side === "facilitator" && answer !== "no",
									)?.name ?? t("nobody")}
								</span>
							),
						},
						{
							key: "yes",
							label: t("Said yes"),
							kind: "number",
							cell: ({ seats }) => (
								<span class="unbroken">{saidYes(seats)}</span>
							),
						},
						{
							key: "standing",
							label: t("Standing"),
							cell: (circle) => <CircleStatus circle={circle} />,
						},
					]}
					empty={
						<EmptyState title={t("No circle yet")}>
							{t(
								"You name it, say what it is about and ask three to twelve people of the program. Each says yes or no, and nobody asks for reasons.",
							)}
						</EmptyState>
					}
				/>
			</Stack>
		</Page>
	);
}

export function CircleStatus({ circle }: { circle: Circle }) {
	if (circle.endedAt !== null)
		return <Status kind="quiet">{t("ended")}</Status>;
	return circle.relationship === null ? (
		<Status kind="waiting">{t("people are asked")}</Status>
	) : (
		<Status kind="active">{t("runs")}</Status>
	);
}

function saidYes(seats: Circle["seats"]): string {
	const people = seats.filter(({ answer }) => answer !== "no");
	return t("{count} of {all}", {
		count: people.filter(({ answer }) => answer === "yes").length,
		all: people.length,
	});
}

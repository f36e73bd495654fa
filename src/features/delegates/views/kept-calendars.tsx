import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { NamedDelegation } from "../queries.ts";
import { standingOf } from "./delegates.tsx";
import { DelegateSight } from "./sight.tsx";

/** For the delegate: whose calendar, how long, and what that does and does not mean. */
export function KeptCalendarsPage({
	frame,
	kept,
	today,
}: {
	frame: Frame;
	kept: readonly NamedDelegation[];
	today: string;
}) {
	return (
		<Page
			frame={frame}
			title={t("Whose calendar you keep")}
			parent={{ label: t("About you"), href: "/me" }}
			lead={t("Open a calendar to see when and where, and to move a session.")}
		>
			{kept.length === 0 ? (
				<EmptyState title={t("Nobody’s yet")}>
					{t(
						"Whoever wants you to keep their mentoring calendar names you on their own page. You get a mail when they do.",
					)}
				</EmptyState>
			) : (
				<Table
					caption={t("Calendars you keep")}
					captionUnseen
					rows={kept}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "name",
							label: t("Name"),
							cell: (row) => (
								<>
									{isKept(row, today) ? (
										<>
											<a href={`/calendars/${row.otherId}`}>{row.name}</a>
											<small>
												<a href={`/calendars/${row.otherId}/free`}>
													{t("When {name} is free", { name: row.name })}
												</a>
											</small>
										</>
									) : (
										row.name
									)}
									<small>{standingOf(row, today)}</small>
								</>
							),
						},
						{
							key: "from",
							label: t("From"),
							kind: "date",
							cell: ({ from }) => formatDate(from),
						},
						{
							key: "until",
							label: t("Last day"),
							kind: "date",
							cell: ({ until }) => formatDate(until),
						},
					]}
				/>
			)}
			<Section title={t("What you may and may not do")} layout="beside">
				<DelegateSight />
			</Section>
		</Page>
	);
}

function isKept(
	{ isEnded, from, until }: NamedDelegation,
	today: string,
): boolean {
	return !isEnded && from <= today && today <= until;
}

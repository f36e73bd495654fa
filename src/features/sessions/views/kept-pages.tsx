import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import type { KeptCalendar } from "../queries/kept.ts";
import { timeText } from "../words.ts";
import { Place } from "./session-page.tsx";
import { type Choosing, TimeChoice } from "./when-parts.tsx";

/** Somebody's sessions as their delegate sees them: when and where. */
export function KeptCalendarPage({
	frame,
	calendar,
	zone,
}: {
	frame: Frame;
	calendar: KeptCalendar;
	zone: string;
}) {
	const { person, first, sessions } = calendar;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("{name}’s mentoring sessions", { name: first })}
			parent={{ label: t("Whose calendar you keep"), href: "/calendars" }}
			lead={t("When and where. With whom and what about stays theirs.")}
		>
			{sessions.length === 0 ? (
				<EmptyState title={t("Nothing in the calendar")}>
					{t("As soon as a session is booked it stands here, to be moved.")}
				</EmptyState>
			) : (
				<ul class="session-list">
					{sessions.map(({ id, startsAt, place }) => (
						<li key={id}>
							<p>
								<strong>{timeText(startsAt, zone, [calendar])}</strong>
								{place !== null && (
									<span class="hint">
										<Place place={place} />
									</span>
								)}
							</p>
							<LinkButton href={`/calendars/${person}/sessions/${id}/move`}>
								{t("Move it")}
							</LinkButton>
						</li>
					))}
				</ul>
			)}
		</Page>
	);
}

export function KeptMovePage({
	frame,
	kept,
	choosing,
}: {
	frame: Frame;
	kept: Omit<KeptCalendar, "sessions"> & {
		readonly session: KeptCalendar["sessions"][number];
	};
	choosing: Choosing;
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Move it to when?")}
			parent={{
				label: t("{name}’s mentoring sessions", { name: kept.first }),
				href: `/calendars/${kept.person}`,
			}}
			lead={t("Now: {time}. The others are asked anew.", {
				time: timeText(kept.session.startsAt, choosing.zone, choosing.others),
			})}
		>
			<TimeChoice {...choosing} />
		</Page>
	);
}

import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Waiting } from "../queries.ts";

export function TodayPage({
	frame,
	waiting,
}: {
	frame: Frame;
	waiting: readonly Waiting[];
}) {
	const minutes = waiting.reduce((sum, each) => sum + each.minutes, 0);
	return (
		<Page
			frame={frame}
			title={t("What waits for you today")}
			lead={
				waiting.length > 0
					? t(
							"{count, plural, one {One thing} other {# things}}, about {minutes, plural, one {one minute} other {# minutes}} in all.",
							{ count: waiting.length, minutes },
						)
					: undefined
			}
			width="measure"
		>
			{waiting.length === 0 ? (
				<EmptyState title={t("Nothing waits for you")}>
					{t(
						"Invitations, proposals and whatever else needs you will stand here, each with the time it takes.",
					)}
				</EmptyState>
			) : (
				<ol class="waiting">
					{waiting.map((each) => (
						<li>
							<div>
								<h2>{each.title}</h2>
								{each.detail !== undefined && <p>{each.detail}</p>}
								<p class="hint">
									{t(
										"about {minutes, plural, one {one minute} other {# minutes}}",
										{ minutes: each.minutes },
									)}
									{each.by !== undefined &&
										` · ${t("by {date}", { date: formatDate(each.by) })}`}
								</p>
							</div>
							<LinkButton href={each.href}>{each.label}</LinkButton>
						</li>
					))}
				</ol>
			)}
		</Page>
	);
}

import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { LiveProgress } from "../../../ui/progress.tsx";
import { t } from "../../../ui/text.ts";
import type { Standing } from "../../programs/standing.ts";
import { parentOf, ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { DryRun } from "../queries.ts";

export function UnderwayPage({
	frame,
	standing,
	run,
}: {
	frame: Frame;
	standing: Standing;
	run: DryRun;
}) {
	const base = `/programs/${run.program}/dry-runs`;
	const hasFailed = run.state === "failed";
	return (
		<Page
			frame={frame}
			title={t("Going through the year")}
			parent={parentOf(standing.program)}
			lead={t(
				"{people, plural, one {One made-up person lives} other {# made-up people live}} through twelve months. You may leave this page; the year goes on.",
				{ people: run.plan.mentors.length + run.plan.mentees.length },
			)}
			{...(hasFailed ? {} : { refreshSeconds: 5 })}
		>
			<ProgramTabs standing={standing} current="dry-runs" />
			{hasFailed ? (
				<EmptyState title={t("This dry run broke off")}>
					{t(
						"It needs a database of its own for a few minutes, which the database login may be kept from making. Whoever looks after Baton finds the reason in its log.",
					)}{" "}
					<a href={base}>{t("Ask for another one")}</a>
				</EmptyState>
			) : (
				<LiveProgress
					stream={`${base}/${run.id}/progress`}
					label={t("Dry run")}
					text={t("Weeks go by")}
					value={run.percent}
					max={100}
				/>
			)}
		</Page>
	);
}

import { EmptyState } from "../../../../ui/empty-state.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { formatDate, t } from "../../../../ui/text.ts";
import {
	parentOf,
	ProgramTabs,
} from "../../../programs/views/program-tabs.tsx";
import type { Standing } from "../../../programs/standing.ts";
import type { auditedRounds } from "../queries.ts";

/** The rounds of a program, each with its audit. */
export function AuditsPage({
	frame,
	standing,
	rounds,
}: {
	frame: Frame;
	standing: Standing;
	rounds: Awaited<ReturnType<typeof auditedRounds>>;
}) {
	const { program } = standing;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Did it matter who they are?")}
			parent={parentOf(program)}
			lead={t(
				"Each round can be solved again with the mentees’ groups exchanged: what changes then, changes because of the group. Figures only, and none about few people.",
			)}
		>
			<ProgramTabs standing={standing} current="audits" />
			{rounds.length === 0 ? (
				<EmptyState title={t("No round has a plan yet")}>
					{t(
						"When the best pairs of a round are found, its audit stands here.",
					)}
				</EmptyState>
			) : (
				<ul class="rounds">
					{rounds.map(({ id, number, publishedAt, isAudited }) => (
						<li key={id}>
							<p>
								<a href={`/programs/${program.id}/rounds/${id}/audit`}>
									{t("Audit of round {number}", { number })}
								</a>
							</p>
							<p class="hint">
								{publishedAt === null
									? t("Not published yet.")
									: t("Published {day}.", {
											day: formatDate(publishedAt),
										})}{" "}
								{isAudited ? t("Audited.") : t("Not audited yet.")}
							</p>
						</li>
					))}
				</ul>
			)}
		</Page>
	);
}

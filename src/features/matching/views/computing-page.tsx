import { ButtonForm } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { LiveProgress } from "../../../ui/progress.tsx";
import { t } from "../../../ui/text.ts";
import { ProgramTabs } from "../../programs/views/program-tabs.tsx";
import type { Standing } from "../../programs/standing.ts";
import type { Round, RunAtWork } from "../queries/rounds.ts";

export function ComputingPage({
	frame,
	standing,
	round,
	work,
}: {
	frame: Frame;
	standing: Standing;
	round: Round;
	work: RunAtWork;
}) {
	const base = `/programs/${round.program}/rounds/${round.id}`;
	return (
		<Page
			frame={frame}
			title={t("Looking for the best plan")}
			parent={{
				label: round.programName,
				href: `/programs/${round.program}/rounds`,
			}}
			lead={t(
				"Every eligible pair is weighed, and the plan that is best for the whole is found and proved. You may leave this page; the work goes on.",
			)}
			refreshSeconds={3}
		>
			<ProgramTabs standing={standing} current="rounds" />
			<div class="stack">
				<LiveProgress
					stream={`${base}/progress`}
					label={t("Round {number}", { number: round.number })}
					{...phaseText(work)}
				/>
				<ButtonForm action={`${base}/cancel`} weight="secondary">
					{t("Stop")}
				</ButtonForm>
			</div>
		</Page>
	);
}

/** How far a run is, for the bar and in words. */
export function phaseText(work: RunAtWork): {
	text: string;
} {
	if (work?.phase === "scoring") return { text: t("Weighing every pair") };
	if (work?.phase === "solving")
		return {
			text: t(
				"Finding the best plan: {steps, plural, one {# step} other {# steps}} so far",
				{ steps: work.done },
			),
		};
	return { text: t("Gathering who takes part") };
}

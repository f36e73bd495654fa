import { ButtonForm } from "../../../ui/button.tsx";
import { t } from "../../../ui/text.ts";
import { SECONDS_FOR_A_PROOF } from "../equity-proof.ts";
import type { WorkAtHand } from "../works/queries.ts";
import { WorkUnderway } from "../works/views/work-progress.tsx";

/** What is still worked out about groups beside the plans: how far it is, or how it ended and the button that takes it up again. */
export function EquityWork({
	work,
	base,
}: {
	work: WorkAtHand;
	/** The address of the round. */
	base: string;
}) {
	if (work.ended === null)
		return (
			<WorkUnderway
				work={work}
				label={
					work.stage === "other-plans"
						? t("For other aims")
						: t("Between groups")
				}
				base={`${base}/equity`}
			/>
		);
	return (
		<div class="work">
			<p>{endedSentence(work.ended)}</p>
			<ButtonForm action={`${base}/equity`} weight="secondary">
				{work.ended === "undecided" ? t("Try it again") : t("Go on with it")}
			</ButtonForm>
		</div>
	);
}

function endedSentence(ended: NonNullable<WorkAtHand["ended"]>): string {
	switch (ended) {
		case "stopped":
			return t(
				"What else could be planned was not worked out to the end: somebody stopped it.",
			);
		case "failed":
			return t(
				"What else could be planned could not be worked out to the end; the log of the server says what was wrong.",
			);
		case "undecided":
			return t(
				"Whether a better plan keeps this ratio is not known: the integer solver is not installed here, the round is too large for it, or {seconds} seconds were not enough. The points at best stand with the plan.",
				{ seconds: SECONDS_FOR_A_PROOF },
			);
	}
}

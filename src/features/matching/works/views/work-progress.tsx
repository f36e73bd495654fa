import { ButtonForm } from "../../../../ui/button.tsx";
import { LiveProgress } from "../../../../ui/progress.tsx";
import { formatPercent, t } from "../../../../ui/text.ts";
import { factTitle } from "../../audit/views/fact-table.tsx";
import { SECONDS_FOR_A_PROOF } from "../../equity-proof.ts";
import { formatPoints } from "../../sentences.ts";
import type { WorkAtHand } from "../queries.ts";
import type { WorkProgress } from "../steps.ts";

/** How far a work is, as it happens, and the button that ends it. */
export function WorkUnderway({
	work,
	label,
	base,
}: {
	work: WorkAtHand;
	label: string;
	/** The address of the work: its progress and its end are below it. */
	base: string;
}) {
	return (
		<div class="work">
			<LiveProgress
				stream={`${base}/progress`}
				label={label}
				{...workReport(work)}
			/>
			<ButtonForm action={`${base}/cancel`} weight="secondary">
				{t("Stop this work")}
			</ButtonForm>
		</div>
	);
}

/** For the bar and in words. */
export function workReport({ stage, progress }: WorkAtHand): {
	readonly text: string;
	readonly value?: number;
	readonly max?: number;
} {
	const { done, of } = progress;
	const bar =
		stage === "proof"
			? { value: progress.seconds, max: SECONDS_FOR_A_PROOF }
			: done === undefined || of === undefined || of === 0
				? {}
				: { value: done, max: of };
	return { ...bar, text: sentence(stage, progress) };
}

function sentence(stage: WorkAtHand["stage"], progress: WorkProgress): string {
	const { done = 0, of = 0, fact } = progress;
	switch (stage) {
		case "waiting":
			return t("Waits until other work is done.");
		case "other-plans":
			return of === 0
				? t("Reading the round, {time}.", { time: timeSince(progress) })
				: t("Plans for other aims: {done} of {of} made.", { done, of });
		case "guarded-plan":
			return of === 0
				? t("Looking for the plan that keeps the ratio, {time}.", {
						time: timeSince(progress),
					})
				: t(
						"The plan is found. What other ratios would cost: {done} of {of} worked out.",
						{ done, of },
					);
		case "other-measure":
			return of === 0
				? t("What the other measure would cost, {time}.", {
						time: timeSince(progress),
					})
				: t(
						"What the other measure would cost: {done} of {of} ratios worked out.",
						{ done, of },
					);
		case "proof":
			return proofSentence(progress);
		case "exchange":
			return fact === undefined
				? t("Reading the round, {time}.", { time: timeSince(progress) })
				: t("{fact}: {done} of {of} plans made.", {
						fact: factTitle(fact),
						done,
						of,
					});
	}
}

/** A bound while it is looked for is told to the hundredth, upwards. */
const HUNDREDTH = 10_000;

function proofSentence(progress: WorkProgress): string {
	const looking = t(
		"Looking whether any better plan keeps the ratio: {time}, of {most} seconds at most.",
		{ time: timeSince(progress), most: SECONDS_FOR_A_PROOF },
	);
	const { bound, gap } = progress;
	if (bound === undefined) return looking;
	const most = t("None can have more than {bound} points.", {
		bound: formatPoints(Math.ceil(bound / HUNDREDTH) * HUNDREDTH),
	});
	return gap === undefined
		? `${looking} ${most}`
		: `${looking} ${most} ${t("Gap: {gap}.", { gap: formatPercent(gap, 3) })}`;
}

/** In steps that may be read out: a word every second would speak over everything else. */
function timeSince({ seconds }: WorkProgress): string {
	const told = seconds < 5 ? seconds : Math.floor(seconds / 5) * 5;
	return t(
		"{seconds, plural, =0 {just begun} one {# second so far} other {# seconds so far}}",
		{ seconds: told },
	);
}

import { smallestGroup } from "../../../domain/relationships/told-counts.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Publication } from "../endings/queries.ts";
import { periodName, reasonSentence } from "../endings/reason-words.ts";
import { isPeriod } from "../endings/tally.ts";

/** For those who run programs: what five or more people said about why relationships ended. Never who, never which. */
export function ReasonsPage({
	frame,
	publications,
}: {
	frame: Frame;
	publications: readonly Publication[];
}) {
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Why relationships ended")}
			parent={{ label: t("Relationships"), href: "/relationships" }}
			lead={t(
				"Published twice a year, on 1 February and 1 August. A reason that fewer than five people gave is never shown, nor can it be worked out from the others.",
			)}
		>
			{publications.length === 0 ? (
				<EmptyState title={t("Nothing published yet")}>
					{t(
						"Whoever ends a relationship may say why, and need not. A month after each half-year what five or more said stands here.",
					)}
				</EmptyState>
			) : (
				publications.map((one) => (
					<Section
						key={`${one.program} ${one.period}`}
						title={isPeriod(one.period) ? periodName(one.period) : one.period}
						lead={`${one.programName}. ${t("Published on {date}", { date: formatDate(one.at) })}`}
						layout="beside"
					>
						<Said {...one} />
					</Section>
				))
			)}
		</Page>
	);
}

function Said({ given, reasons, others }: Publication) {
	if (given === null)
		return (
			<p>
				{t(
					"Fewer than {count} people said why. Their answers are counted with the next half-year.",
					{ count: smallestGroup },
				)}
			</p>
		);
	return (
		<>
			<p>{t("{given} people said why.", { given })}</p>
			<ul>
				{reasons.map(({ reason, count }) => (
					<li key={reason}>{`${count}: ${reasonSentence(reason)}`}</li>
				))}
				{others > 0 && (
					<li>
						{reasons.length === 0
							? t(
									"{others}: any of the reasons, too few of each to tell apart",
									{
										others,
									},
								)
							: t("{others}: all other reasons together", { others })}
					</li>
				)}
			</ul>
		</>
	);
}

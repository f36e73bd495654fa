import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { formatDateTime, formatNumber, t } from "../../../ui/text.ts";
import type { Round, RoundResult } from "../queries/rounds.ts";
import type { SignOff } from "../queries/sign-off.ts";
import { formatPoints } from "../sentences.ts";
import { SignedOff } from "./sign-off.tsx";

/** What the plan comes to, and the proof that there is no better one. */
export function BoardTotals({
	result,
	round,
	signed,
	timeZone,
}: {
	result: RoundResult;
	round: Round;
	signed: SignOff | undefined;
	timeZone: string;
}) {
	const isBest = result.upperBound - result.total < 1;
	return (
		<div class="board-totals">
			<KeyFigures>
				<KeyFigure
					value={formatNumber(result.people)}
					label={t(
						"of {mentees, plural, one {# mentee} other {# mentees}} with a mentor",
						{ mentees: result.mentees },
					)}
					note={t(
						"{pairs, plural, one {# pair} other {# pairs}}, {places} places at {mentors, plural, one {# mentor} other {# mentors}}",
						{
							pairs: result.pairs,
							places: result.places,
							mentors: result.mentors,
						},
					)}
				/>
				<KeyFigure
					value={formatPoints(result.total)}
					label={
						isBest
							? t("points; no better plan exists under these rules")
							: t("points")
					}
					note={t("Proved bound {bound}; {candidates} eligible pairs weighed", {
						bound: formatPoints(result.upperBound),
						candidates: formatNumber(result.candidates),
					})}
				/>
				<KeyFigure
					value={formatPoints(
						result.pairs === 0
							? 0
							: Math.round(result.total / result.pairs / 100_000) * 100_000,
					)}
					label={t("points for a pair on average")}
					note={
						round.computedAt === null
							? ""
							: t("Computed {when}", {
									when: formatDateTime(round.computedAt, timeZone),
								})
					}
				/>
			</KeyFigures>
			{signed ? (
				<SignedOff signed={signed} timeZone={timeZone} />
			) : (
				<p class="fingerprint">
					{t("Fingerprint")} <code>{round.fingerprint}</code>
				</p>
			)}
		</div>
	);
}

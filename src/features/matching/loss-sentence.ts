import type { Loss } from "../../domain/matching/pair-explanation.ts";
import { formatList, t } from "../../ui/text.ts";
import { formatPoints } from "./sentences.ts";

/** What the whole would lose without a pair. Points are millionths; fewer people always outweigh points. */
export function lossWithout(loss: Loss): string {
	const parts = partsOf(loss);
	return parts === undefined
		? t("Nothing would be lost: another plan is just as good.")
		: t("Without it, at best {parts}.", { parts });
}

/** What the whole would lose if a pair had to be made. */
export function lossWith(loss: Loss): string {
	const parts = partsOf(loss);
	return parts === undefined
		? t("They could be paired without any loss to the whole.")
		: t("If they had to be paired, at best {parts}.", { parts });
}

function partsOf({ people, mentors, pairs, points }: Loss): string | undefined {
	const parts = [
		...(people > 0
			? [
					t(
						"{people, plural, one {one mentee more would have} other {# mentees more would have}} no mentor",
						{ people },
					),
				]
			: []),
		...(mentors > 0
			? [
					t(
						"{mentors, plural, one {one mentor more would have} other {# mentors more would have}} no mentee",
						{ mentors },
					),
				]
			: []),
		...(people === 0 && mentors === 0 && pairs > 0
			? [
					t(
						"there would be {pairs, plural, one {one pair fewer} other {# pairs fewer}}",
						{ pairs },
					),
				]
			: []),
		...(points > 0
			? [t("the sum would fall by {points}", { points: formatPoints(points) })]
			: []),
		...(points < 0
			? [t("the sum would rise by {points}", { points: formatPoints(-points) })]
			: []),
	];
	return parts.length === 0 ? undefined : formatList(parts);
}

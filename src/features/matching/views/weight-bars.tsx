import type { Policy } from "../../../domain/matching/policy.ts";
import { formatNumber, formatPercent, t } from "../../../ui/text.ts";
import { termName } from "../policy-names.ts";
import { termMeaning } from "../term-meaning.ts";
import { weightOf } from "../term-weight.ts";

/** The terms of a policy with their share of what a pair can reach. */
export function WeightBars({ policy }: { policy: Policy }) {
	const total = policy.terms.reduce(
		(sum, { measure }) => sum + weightOf(measure),
		0,
	);
	return (
		<ul class="why">
			{policy.terms.map(({ name, measure }) => {
				const weight = weightOf(measure);
				return (
					<li key={name}>
						<p class="why-label">{termName(name)}</p>
						<p class="why-points">
							<span class="why-figure">{formatNumber(weight)}</span>{" "}
							{t("points, {share} of the whole", {
								share: formatPercent(total === 0 ? 0 : weight / total),
							})}
						</p>
						<ShareBar share={total === 0 ? 0 : weight / total} />
						<p class="why-sentence">{termMeaning(measure)}</p>
					</li>
				);
			})}
		</ul>
	);
}

export function ShareBar({ share }: { share: number }) {
	return (
		<svg
			class="why-bar"
			viewBox="0 0 100 6"
			preserveAspectRatio="none"
			aria-hidden="true"
		>
			<rect class="ground" width="100" height="6" />
			<rect class="part" width={Math.round(share * 1000) / 10} height="6" />
		</svg>
	);
}

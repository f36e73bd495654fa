import { formatList, t } from "../../../ui/text.ts";
import type { StoredPlan } from "../queries/plans.ts";
import { formatPoints } from "../sentences.ts";
import { planName, type PlansProps } from "./plans.tsx";
import { TakePlan } from "./take-plan.tsx";

/** The other ways to plan, each with what it gives and its price against the plan that is shown, in a sentence. */
export function PlanWays({
	ways,
	shown,
	props,
}: {
	ways: readonly StoredPlan[];
	shown: StoredPlan;
	props: PlansProps;
}) {
	if (ways.length === 0) return null;
	return (
		<section class="plan-ways" aria-labelledby="other-ways">
			<h3 id="other-ways">{t("Other ways to plan")}</h3>
			<ul>
				{ways.map((plan) => (
					<li key={plan.kind}>
						<h4>{planName(plan.kind)}</h4>
						<p>
							{promise(plan, shown)} {price(plan, shown)}
						</p>
						<div class="plan-way-take">
							<TakePlan plan={plan} shown={shown} props={props} />
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}

function promise({ kind, totals }: StoredPlan, shown: StoredPlan): string {
	if (kind === "stable")
		return t(
			"No two people who are not paired would both rather have each other; in the plan shown there {cases, plural, =0 {is no such case} one {is one such case} other {are # such cases}}.",
			{ cases: shown.totals.blocking },
		);
	if (totals.worst === null) return "";
	return totals.worst === shown.totals.worst
		? t("The weakest pair cannot be better than it is: {points}.", {
				points: formatPoints(totals.worst),
			})
		: t("The weakest pair would have {points} points instead of {now}.", {
				points: formatPoints(totals.worst),
				now: formatPoints(shown.totals.worst ?? 0),
			});
}

/** What it costs, or gives, against the plan that is shown. */
function price({ totals }: StoredPlan, shown: StoredPlan): string {
	const people = shown.totals.people - totals.people;
	const points = shown.totals.total - totals.total;
	if (people === 0 && points === 0) return t("It costs nothing.");
	const parts = [
		...(people === 0
			? []
			: [
					t(
						"{way, select, fewer {{people, plural, one {one mentee} other {# mentees}} more would have nobody} other {{people, plural, one {one mentee} other {# mentees}} more would have a mentor}}",
						{ people: Math.abs(people), way: people > 0 ? "fewer" : "more" },
					),
				]),
		...(points === 0
			? []
			: [
					t(
						"the sum would be {points} points {way, select, lower {lower} other {higher}}",
						{
							points: formatPoints(Math.abs(points)),
							way: points > 0 ? "lower" : "higher",
						},
					),
				]),
	];
	return t("The price: {parts}.", { parts: formatList(parts) });
}

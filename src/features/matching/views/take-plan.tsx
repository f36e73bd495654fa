import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { t } from "../../../ui/text.ts";
import { differences } from "../plan-comparison.ts";
import type { StoredPlan } from "../queries/plans.ts";
import { Differences } from "./differences.tsx";
import { planName, type PlansProps } from "./plans.tsx";

/** Who would have somebody else under another plan, and the button that takes it. */
export function TakePlan({
	plan,
	shown,
	props,
}: {
	plan: StoredPlan;
	shown: StoredPlan;
	props: PlansProps;
}) {
	const moved = differences(shown.pairs, plan.pairs);
	if (moved.length === 0) return <p>{t("The same pairs.")}</p>;
	const isInConfidence =
		props.guard.isInConfidence &&
		(plan.kind === "fair" || shown.kind === "fair");
	return (
		<>
			{isInConfidence ? (
				<p>{gainersAndLosers(moved)}</p>
			) : (
				<Disclosure summary={gainersAndLosers(moved)}>
					<Differences list={moved} name={props.name} />
				</Disclosure>
			)}
			{props.canDecide && (
				<form method="post" action={props.action} class="button-form">
					{props.hidden()}
					<Button weight="secondary" {...buttonOf(plan)}>
						{t("Take this plan")}
						<span class="unseen"> {planName(plan.kind)}</span>
					</Button>
				</form>
			)}
		</>
	);
}

function buttonOf({ kind, totals: { guard } }: StoredPlan) {
	return kind === "fair"
		? {
				name: "ratio",
				value: `${guard?.measure ?? "access"} ${guard?.ratio ?? 0}`,
			}
		: { name: "plan", value: kind };
}

export function gainersAndLosers(
	moved: readonly { readonly gain: number }[],
): string {
	return t(
		"{gain, plural, =0 {Nobody gains} one {One gains} other {# gain}}, {lose, plural, =0 {nobody loses} one {one loses} other {# lose}}",
		{
			gain: moved.filter(({ gain }) => gain > 0).length,
			lose: moved.filter(({ gain }) => gain < 0).length,
		},
	);
}

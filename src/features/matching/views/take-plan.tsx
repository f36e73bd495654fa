import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { t } from "../../../ui/text.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import { balanceOf, type Difference, differences } from "../plan-comparison.ts";
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
				<>
					<p>{gainersAndLosers(moved)}</p>
					<KindBalances moved={moved} kinds={props.kinds} />
				</>
			) : (
				<Disclosure summary={gainersAndLosers(moved)}>
					<KindBalances moved={moved} kinds={props.kinds} />
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

type Moved = readonly Pick<Difference, "mentee" | "kind" | "gain">[];

/** Of each kind, in the policy's order: how many gain, lose, or have somebody else for the same points. */
export function KindBalances({
	moved,
	kinds,
}: {
	moved: Moved;
	kinds: readonly string[];
}) {
	const { ofKinds } = balanceOf(moved, kinds);
	if (kinds.length < 2 || ofKinds.length === 0) return null;
	return (
		<ul class="kind-balances">
			{ofKinds.map(({ kind, gain, lose, same }) => (
				<li key={kind}>
					{t(
						"{kind}: {gain} gain, {lose} lose{same, plural, =0 {} other {, # have somebody else for the same points}}",
						{ kind: mentorKindName(kind), gain, lose, same },
					)}
				</li>
			))}
		</ul>
	);
}

/** People, whatever the kinds: whoever gains in one what they lose in another does neither. */
export function gainersAndLosers(moved: Moved): string {
	return t(
		"{gain, plural, =0 {Nobody gains} one {One gains} other {# gain}}, {lose, plural, =0 {nobody loses} one {one loses} other {# lose}}",
		gainAndLose(moved),
	);
}

function gainAndLose(moved: Moved) {
	const { gain, lose } = balanceOf(moved, []);
	return { gain, lose };
}

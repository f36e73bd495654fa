import type { ComponentChildren } from "preact";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Icon } from "../../../ui/icon.tsx";
import {
	formatList,
	formatNumber,
	formatPercent,
	t,
} from "../../../ui/text.ts";
import { differences } from "../plan-comparison.ts";
import type { PlanKind } from "../plans.ts";
import type { StoredPlan } from "../queries/plans.ts";
import { formatPoints } from "../sentences.ts";
import { Differences, signed } from "./differences.tsx";
import { FrontierPicture } from "./frontier-picture.tsx";
import { factGroups, GroupTable } from "./group-table.tsx";

/** What the guarded plan compares. */
export type Guard = {
	/** The facts whose groups it compares. */
	readonly facts: readonly string[];
	/** Only pairing may know who is in which group: who would gain or lose is counted, not named. */
	readonly isInConfidence: boolean;
};

export type PlansProps = {
	plans: readonly StoredPlan[];
	objective: PlanKind;
	mentees: number;
	guard: Guard;
	name: (id: string) => string;
	canDecide: boolean;
	/** What goes with every decision: key, view, last decision seen. */
	hidden: () => ComponentChildren;
	action: string;
};

/** The same people under the same rules, planned for different aims, side by side; one of them is what would be proposed. */
export function Plans(props: PlansProps) {
	const shown = props.plans.find(({ kind }) => kind === props.objective);
	if (shown === undefined) return null;
	return (
		<section class="plans" aria-labelledby="plans">
			<h2 id="plans" class="unseen">
				{t("Plans to choose from")}
			</h2>
			<div class="plan-columns">
				{props.plans.map((plan) => (
					<PlanColumn key={plan.kind} plan={plan} shown={shown} props={props} />
				))}
			</div>
			<GroupTable plans={props.plans} label={planName} />
			<PriceOfStability shown={shown} />
			<FrontierPicture
				points={props.plans.flatMap(({ frontier }) => frontier)}
				guarded={guardOf(props.plans)?.ratio}
				taken={guardOf([shown])?.ratio}
				canDecide={props.canDecide}
				hidden={props.hidden}
				action={props.action}
			/>
		</section>
	);
}

export function planName(kind: PlanKind): string {
	if (kind === "people") return t("Most people");
	return kind === "total" ? t("Greatest sum") : t("Equity-guarded");
}

function guardOf(plans: readonly StoredPlan[]) {
	return plans.find(({ kind }) => kind === "fair")?.totals.guard;
}

/** What it would cost that nobody outside a pair would rather have each other. */
function PriceOfStability({ shown: { totals } }: { shown: StoredPlan }) {
	const { people, points } = totals.stable;
	if (totals.blocking === 0) return null;
	return (
		<p class="hint">
			{t(
				"A stable plan, in which no two people would both rather have each other, would leave {people, plural, =0 {nobody} one {one mentee} other {# mentees}} more without a mentor, and its sum would be {points} points {way, select, lower {lower} other {higher}}.",
				{
					people: Math.max(0, people),
					points: formatPoints(Math.abs(points)),
					way: points >= 0 ? "lower" : "higher",
				},
			)}
		</p>
	);
}

function PlanColumn({
	plan,
	shown,
	props,
}: {
	plan: StoredPlan;
	shown: StoredPlan;
	props: PlansProps;
}) {
	const { totals } = plan;
	const isShown = plan.kind === shown.kind;
	const moved = differences(shown.pairs, plan.pairs);
	return (
		<article class={isShown ? "plan shown" : "plan"}>
			<h3>
				{planName(plan.kind)}
				{isShown && (
					<small>
						<Icon name="check" />
						{t("shown below")}
					</small>
				)}
			</h3>
			<p class="plan-figures">
				<Figure
					value={formatNumber(totals.people)}
					label={t(
						"of {mentees, plural, one {# mentee} other {# mentees}} with a mentor",
						{ mentees: props.mentees },
					)}
					against={isShown ? 0 : totals.people - shown.totals.people}
				/>
				<Figure
					value={formatPoints(totals.total)}
					label={
						totals.upperBound - totals.total < 1
							? plan.kind === "fair"
								? t("points; no better plan keeps this ratio")
								: t("points; no better plan exists under these rules")
							: t("points; at best {bound}", {
									bound: formatPoints(totals.upperBound),
								})
					}
					against={isShown ? 0 : totals.total - shown.totals.total}
					isPoints
				/>
			</p>
			<p class="plan-facts">
				{plan.kind === "fair" && guardSentence(plan, props.guard)}{" "}
				{totals.worst !== null &&
					t("Weakest pair {points}.", {
						points: formatPoints(totals.worst),
					})}{" "}
				{t(
					"{pairs, plural, =0 {Nobody outside a pair would both rather have each other.} one {In one case two people would both rather have each other.} other {In # cases two people would both rather have each other.}}",
					{ pairs: totals.blocking },
				)}
			</p>
			{!isShown && moved.length === 0 && <p>{t("The same pairs.")}</p>}
			{!isShown && moved.length > 0 && (
				<>
					{props.guard.isInConfidence &&
					(plan.kind === "fair" || shown.kind === "fair") ? (
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
							</Button>
						</form>
					)}
				</>
			)}
			<p class="fingerprint">
				{t("Fingerprint")} <code>{plan.fingerprint}</code>
			</p>
		</article>
	);
}

function Figure({
	value,
	label,
	against,
	isPoints = false,
}: {
	value: string;
	label: string;
	against: number;
	isPoints?: boolean;
}) {
	return (
		<span class="plan-figure">
			<strong>{value}</strong>
			{against !== 0 && (
				<em>{isPoints ? signed(against) : signed(against * 1_000_000)}</em>
			)}
			<span>{label}</span>
		</span>
	);
}

function buttonOf({ kind, totals }: StoredPlan) {
	return kind === "fair"
		? { name: "ratio", value: String(totals.guard?.ratio ?? 0) }
		: { name: "plan", value: kind };
}

function guardSentence({ totals }: StoredPlan, { facts }: Guard): string {
	const { guard } = totals;
	if (guard === undefined) return "";
	const values = {
		groups: formatList(facts.map(factGroups)),
		ratio: formatPercent(guard.ratio / 1_000_000),
		measure: guard.measure,
	};
	return guard.isKept
		? t(
				"Every group has at least {ratio} of the {measure, select, quality {mean score} other {access}} of the best-off. Groups: {groups}.",
				values,
			)
		: t(
				"{ratio} of the {measure, select, quality {mean score} other {access}} of the best-off group is out of reach for all; this is the nearest. Groups: {groups}.",
				values,
			);
}

function gainersAndLosers(moved: readonly { readonly gain: number }[]): string {
	return t(
		"{gain, plural, =0 {Nobody gains} one {One gains} other {# gain}}, {lose, plural, =0 {nobody loses} one {one loses} other {# lose}}",
		{
			gain: moved.filter(({ gain }) => gain > 0).length,
			lose: moved.filter(({ gain }) => gain < 0).length,
		},
	);
}

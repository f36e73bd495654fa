import type { ComponentChildren } from "preact";
import { Icon } from "../../../ui/icon.tsx";
import {
	formatList,
	formatNumber,
	formatPercent,
	t,
} from "../../../ui/text.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import type { PlanKind } from "../plans.ts";
import type { StoredPlan } from "../queries/plans.ts";
import { formatPoints } from "../sentences.ts";
import type { WorkAtHand } from "../works/queries.ts";
import { signed } from "./differences.tsx";
import { EquityWork } from "./equity-work.tsx";
import { FrontierPicture } from "./frontier-picture.tsx";
import { factGroups, GroupTable } from "./group-table.tsx";
import { PlanWays } from "./plan-ways.tsx";
import { TakePlan } from "./take-plan.tsx";

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
	/** The kinds of mentors, in the policy's order; none where there are none. */
	kinds: readonly string[];
	canDecide: boolean;
	/** What is still worked out between groups, and the round it is about. */
	equity: WorkAtHand | undefined;
	base: string;
	/** What goes with every decision: key, view, last decision seen. */
	hidden: () => ComponentChildren;
	action: string;
};

/** The same people under the same rules, planned for different aims, side by side; one of them is what would be proposed. */
export function Plans(props: PlansProps) {
	const shown = props.plans.find(({ kind }) => kind === props.objective);
	if (shown === undefined) return null;
	const columns = props.plans.filter((plan) => !isWay(plan) || plan === shown);
	const isGuarded = columns.some(({ kind }) => kind === "fair");
	const hasOthers = props.plans.length > 1;
	const work = props.equity && (
		<EquityWork work={props.equity} base={props.base} />
	);
	return (
		<section class="plans" aria-labelledby="plans">
			<h2 id="plans" class="unseen">
				{t("Plans to choose from")}
			</h2>
			<div class="plan-columns">
				{columns.map((plan) => (
					<PlanColumn key={plan.kind} plan={plan} shown={shown} props={props} />
				))}
				{work && !isGuarded && (
					<article class="plan">
						<h3>{hasOthers ? planName("fair") : t("Other plans")}</h3>
						{work}
					</article>
				)}
			</div>
			{isGuarded && work}
			<GroupTable plans={columns} label={({ kind }) => planName(kind)} />
			<PlanWays
				ways={props.plans.filter((plan) => isWay(plan) && plan !== shown)}
				shown={shown}
				props={props}
			/>
			<FrontierPicture
				points={props.plans.flatMap(({ frontier }) => frontier)}
				guarded={guardOf(props.plans)}
				taken={guardOf([shown])}
				canDecide={props.canDecide}
				hidden={props.hidden}
				action={props.action}
			/>
		</section>
	);
}

export function planName(kind: PlanKind): string {
	switch (kind) {
		case "people":
			return t("Most people");
		case "total":
			return t("Greatest sum");
		case "fair":
			return t("Equity-guarded");
		case "worst-first":
			return t("Worst pair first");
		case "stable":
			return t("Stable");
	}
}

/** Plans of another kind, told in a sentence each, until one is taken. */
function isWay({ kind }: StoredPlan): boolean {
	return kind === "worst-first" || kind === "stable";
}

function guardOf(plans: readonly StoredPlan[]) {
	return plans.find(({ kind }) => kind === "fair")?.totals.guard;
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
					label={boundText(plan)}
					against={isShown ? 0 : totals.total - shown.totals.total}
					isPoints
				/>
			</p>
			<p class="plan-facts">
				{plan.kind === "fair" && guardSentence(plan, props.guard)}{" "}
				{totals.mentorsAlone !== null &&
					t(
						"{mentors, plural, =0 {Every mentor has a mentee.} one {One mentor has nobody.} other {# mentors have nobody.}}",
						{ mentors: totals.mentorsAlone },
					)}{" "}
				{totals.worst !== null &&
					t("Weakest pair {points}.", { points: weakestText(totals) })}{" "}
				{t(
					"{pairs, plural, =0 {Nobody outside a pair would both rather have each other.} one {In one case two people would both rather have each other.} other {In # cases two people would both rather have each other.}}",
					{ pairs: totals.blocking },
				)}
			</p>
			{!isShown && <TakePlan plan={plan} shown={shown} props={props} />}
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

function boundText({ kind, totals }: StoredPlan): string {
	if (kind === "stable")
		return t("points; any plan has at most {bound}", {
			bound: formatPoints(totals.upperBound),
		});
	if (totals.upperBound - totals.total >= 1)
		return t("points; at best {bound}", {
			bound: formatPoints(totals.upperBound),
		});
	if (kind === "fair") return t("points; no better plan keeps this ratio");
	return kind === "worst-first"
		? t("points; no better plan has a weakest pair as good")
		: t("points; no better plan exists under these rules");
}

/** The weakest pair's points; under kinds those of each, in the policy's order. */
export function weakestText({
	worst,
	worstOfKinds,
}: Pick<StoredPlan["totals"], "worst" | "worstOfKinds">): string {
	if (worst === null) return "–";
	return worstOfKinds.length === 0
		? formatPoints(worst)
		: formatList(
				worstOfKinds.map(
					({ kind, points }) =>
						`${formatPoints(points)} (${mentorKindName(kind)})`,
				),
			);
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

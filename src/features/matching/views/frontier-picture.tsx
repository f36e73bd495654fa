import type { ComponentChildren } from "preact";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { formatNumber, formatPercent, t } from "../../../ui/text.ts";
import type { Equity, FrontierPoint } from "../fair-plans.ts";
import { formatPoints } from "../sentences.ts";

const WIDTH = 480;
const HEIGHT = 180;
const LEFT = 56;
const BOTTOM = 28;

type FrontierProps = {
	points: readonly FrontierPoint[];
	/** What the plan keeps that stands among the others, and what the taken one keeps, if any. */
	guarded: Equity | undefined;
	taken: Equity | undefined;
	canDecide: boolean;
	hidden: () => ComponentChildren;
	action: string;
};

/** What more equal access, or pairs of more equal worth, would cost: the sum of the best plan under each ratio, drawn, and as a table below. */
export function FrontierPicture(props: FrontierProps) {
	return (["access", "quality"] as const).map((measure) => {
		const points = props.points.filter((one) => one.measure === measure);
		return <Frontier key={measure} props={{ ...props, points }} />;
	});
}

function Frontier({ props }: { props: FrontierProps }) {
	const { points } = props;
	const [first] = points;
	const last = points.at(-1);
	if (first === undefined || last === undefined) return null;
	const { measure } = first;
	const own = (kept: Equity | undefined) =>
		kept?.measure === measure ? kept.ratio : undefined;
	return (
		<Disclosure
			summary={
				measure === "access"
					? t("What more equal access would cost")
					: t("What pairs of more equal worth would cost")
			}
		>
			<figure class="frontier">
				<figcaption>
					{measure === "access"
						? t("Access is the share of a group’s mentees who have a mentor.")
						: t(
								"Quality is the mean score of a group’s mentees; whoever has nobody counts 0.",
							)}{" "}
					{costSentence(first, last)}
				</figcaption>
				<Drawing points={points} guarded={own(props.guarded)} />
				<form method="post" action={props.action}>
					{props.hidden()}
					<Ratios props={props} taken={own(props.taken)} />
				</form>
			</figure>
		</Disclosure>
	);
}

function costSentence(first: FrontierPoint, last: FrontierPoint): string {
	const values = {
		measure: first.measure,
		points: formatPoints(first.total - last.total),
		people: first.people - last.people,
	};
	return first.total === last.total && first.people === last.people
		? t(
				"Nothing: even equal {measure, select, quality {quality} other {access}} costs neither people nor points here.",
				values,
			)
		: t(
				"Equal {measure, select, quality {quality} other {access}} would cost {points} points and {people, plural, =0 {nobody’s place} one {one mentee’s place} other {# mentees’ places}}.",
				values,
			);
}

function Ratios({
	props,
	taken,
}: {
	props: FrontierProps;
	taken: number | undefined;
}) {
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{t("Least share of the best-off group")}</th>
					<th scope="col" class="number">
						{t("Reached")}
					</th>
					<th scope="col" class="number">
						{t("With a mentor")}
					</th>
					<th scope="col" class="number">
						{t("Points")}
					</th>
					<th scope="col" class="number">
						{t("At best")}
					</th>
					{props.canDecide && <th scope="col">{t("Take it")}</th>}
				</tr>
			</thead>
			<tbody>
				{props.points.map((point) => (
					<tr key={point.ratio}>
						<th scope="row">{formatPercent(point.ratio / 1_000_000)}</th>
						<td class="number">
							{point.reached === null
								? "–"
								: formatPercent(point.reached / 1_000_000)}
						</td>
						<td class="number">{formatNumber(point.people)}</td>
						<td class="number">{formatPoints(point.total)}</td>
						<td class="number">{formatPoints(point.upperBound)}</td>
						{props.canDecide && (
							<td>
								<Take point={point} isTaken={point.ratio === taken} />
							</td>
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}

// Without any ratio it is the plan with most people, which has a button of its own.
function Take({ point, isTaken }: { point: FrontierPoint; isTaken: boolean }) {
	if (isTaken) return <>{t("shown below")}</>;
	if (point.ratio === 0) return null;
	return (
		<Button
			weight="quiet"
			name="ratio"
			value={`${point.measure} ${point.ratio}`}
		>
			{point.isKept ? t("Take this ratio") : t("Take the nearest to it")}
			<span class="unseen">
				{" "}
				{formatPercent(point.ratio / 1_000_000)}{" "}
				{point.measure === "access" ? t("of access") : t("of quality")}
			</span>
		</Button>
	);
}

function Drawing({
	points,
	guarded,
}: {
	points: readonly FrontierPoint[];
	guarded: number | undefined;
}) {
	const totals = points.map(({ total }) => total);
	const most = Math.max(...totals);
	const least = Math.min(...totals, most - 1_000_000);
	const x = (ratio: number) => LEFT + (ratio / 1_000_000) * (WIDTH - LEFT - 16);
	const y = (total: number) =>
		12 + ((most - total) / (most - least)) * (HEIGHT - BOTTOM - 24);
	return (
		<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
			<line
				class="axis"
				x1={LEFT}
				x2={WIDTH - 16}
				y1={HEIGHT - BOTTOM}
				y2={HEIGHT - BOTTOM}
			/>
			<polyline
				class="frontier-line"
				points={points
					.map(({ ratio, total }) => `${x(ratio)},${y(total)}`)
					.join(" ")}
			/>
			{points.map(({ ratio, total }) => (
				<g key={ratio}>
					<circle
						class={
							ratio === guarded ? "frontier-point guarded" : "frontier-point"
						}
						cx={x(ratio)}
						cy={y(total)}
						r="5"
					/>
					<text x={x(ratio)} y={HEIGHT - 10} text-anchor="middle">
						{formatPercent(ratio / 1_000_000)}
					</text>
				</g>
			))}
			<text x="0" y={y(most) + 4}>
				{formatPoints(most)}
			</text>
			{least < Math.min(...totals) ? null : (
				<text x="0" y={y(least) + 4}>
					{formatPoints(least)}
				</text>
			)}
		</svg>
	);
}

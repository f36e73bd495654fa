import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { useId } from "preact/hooks";
import {
	type Canvas,
	Chart,
	type ChartWords,
	type Drawing,
	letterWidth,
	lineHeight,
} from "./chart.tsx";
import { groupAt, Mark, round } from "./group.tsx";

export type Series = {
	readonly label: string;
	/** One for each period; null where nothing is known, which leaves a gap. */
	readonly values: readonly (number | null)[];
};

type LineChartProps = ChartWords & {
	/** Formatted, evenly spaced: "Q1 2025", "Q2 2025". */
	periods: readonly string[];
	series: readonly Series[];
	format: (value: number) => string;
	/** What a period is: the table's first heading. */
	column: string;
	domain?: readonly [number, number];
};

/** What happened over time; each line carries its name at its end. At most five lines. */
export function LineChart(props: LineChartProps) {
	const shown = (value: number | null | undefined) =>
		value === null || value === undefined ? "–" : props.format(value);
	return (
		<Chart
			id={useId()}
			words={props}
			table={{
				columns: [props.column, ...props.series.map(({ label }) => label)],
				rows: props.periods.map((period, place) => [
					period,
					...props.series.map(({ values }) => shown(values[place])),
				]),
			}}
			draw={(canvas) => drawLines(canvas, props)}
		/>
	);
}

type Scales = {
	readonly x: (place: number) => number;
	readonly y: (value: number) => number;
};

function drawLines(canvas: Canvas, props: LineChartProps): Drawing {
	const height = canvas.isNarrow ? 240 : 280;
	const endWidth =
		Math.max(...props.series.map(({ label }) => label.length)) * letterWidth;
	const room = Math.min(endWidth + 18, canvas.width * 0.34);
	const values = props.series.flatMap((each) => each.values).filter(isKnown);
	const vertical = scaleLinear()
		.domain(props.domain ?? [Math.min(0, ...values), Math.max(...values)])
		.range([height - 30, 14]);
	if (!props.domain) vertical.nice();
	const ticks = vertical.ticks(4);
	const gutter =
		Math.max(...ticks.map((tick) => props.format(tick).length)) * letterWidth;
	const right = canvas.width - room;
	const horizontal = scalePoint<number>()
		.domain(props.periods.map((_, place) => place))
		.range([leftEdge(props.periods, { gutter, right }), right]);
	const scales: Scales = { x: (place) => horizontal(place) ?? 0, y: vertical };
	const marks = (
		<>
			{ticks.map((tick) => (
				<g key={tick}>
					<line
						class="grid"
						x1={gutter + 8}
						x2={canvas.width - room}
						y1={round(vertical(tick))}
						y2={round(vertical(tick))}
					/>
					<text
						class="chart-tick"
						x={gutter}
						y={round(vertical(tick))}
						text-anchor="end"
						dominant-baseline="central"
					>
						{props.format(tick)}
					</text>
				</g>
			))}
			<Periods props={props} scales={scales} y={height - 8} />
			{props.series.map((series, place) => (
				<OneLine
					key={series.label}
					series={series}
					place={place}
					scales={scales}
				/>
			))}
			<Ends
				props={props}
				scales={scales}
				x={canvas.width - room + 12}
				lowest={height - 30}
			/>
		</>
	);
	return { height, marks };
}

/** Where the first point is: so far in that its name, written under its middle where all fit, is not cut off. */
function leftEdge(
	periods: readonly string[],
	{ gutter, right }: { readonly gutter: number; readonly right: number },
): number {
	const usual = gutter + 12;
	const wide = Math.max(usual, ((periods[0]?.length ?? 0) * letterWidth) / 2);
	return (periods.length - 1) * widthOf(periods) <= right - wide ? wide : usual;
}

/** What the longest of these names takes, with some room beside it. */
function widthOf(periods: readonly string[]): number {
	return Math.max(...periods.map(({ length }) => length)) * letterWidth + 10;
}

function OneLine({
	series,
	place,
	scales,
}: {
	series: Series;
	place: number;
	scales: Scales;
}) {
	const group = groupAt(place);
	// Of very many points some are marked: enough to tell the lines apart.
	const each = Math.ceil(series.values.length / mostMarks);
	const path = line<number | null>()
		.defined(isKnown)
		.x((_, at) => scales.x(at))
		.y((value) => scales.y(value ?? 0))
		.digits(1);
	return (
		<g>
			<path class={`line group-${group}`} d={path([...series.values]) ?? ""} />
			{series.values.map(
				(value, at) =>
					value !== null &&
					at % each === 0 && (
						<Mark
							key={at}
							group={group}
							x={scales.x(at)}
							y={scales.y(value)}
							size={48}
						/>
					),
			)}
		</g>
	);
}

const mostMarks = 26;

// Names that would overlap are moved apart, in the order their lines end in.
function Ends({
	props,
	scales,
	x,
	lowest,
}: {
	props: LineChartProps;
	scales: Scales;
	x: number;
	/** Where the names of the periods begin. */
	lowest: number;
}) {
	const ends = props.series
		.map((series) => ({
			label: series.label,
			y: scales.y(series.values.findLast(isKnown) ?? 0),
		}))
		.toSorted((one, other) => one.y - other.y);
	return (
		<>
			{apart(ends, lowest).map(({ label, y }) => (
				<text
					key={label}
					class="chart-label"
					x={x}
					y={round(y)}
					dominant-baseline="central"
				>
					{label}
				</text>
			))}
		</>
	);
}

type End = { readonly label: string; readonly y: number };

function apart(ends: readonly End[], lowest: number): readonly End[] {
	const down = ends.reduce<readonly End[]>((placed, end) => {
		const above = placed.at(-1)?.y ?? Number.NEGATIVE_INFINITY;
		return [...placed, { ...end, y: Math.max(end.y, above + lineHeight) }];
	}, []);
	return down.reduceRight<readonly End[]>((placed, end) => {
		const below = placed[0]?.y ?? lowest + lineHeight;
		return [{ ...end, y: Math.min(end.y, below - lineHeight) }, ...placed];
	}, []);
}

function Periods({
	props,
	scales,
	y,
}: {
	props: LineChartProps;
	scales: Scales;
	y: number;
}) {
	const last = props.periods.length - 1;
	const width = widthOf(props.periods);
	const room = (scales.x(last) - scales.x(0)) / width;
	// Where not all fit, those that are written stand well apart: by more than the longest is wide.
	const each =
		room + 1 >= props.periods.length ? 1 : Math.ceil((1.2 * last) / room);
	// Long names of which few are written begin at their point: none is cut off to the left, or runs into the names of the lines.
	const isStart = each > 1;
	const fits = (place: number) =>
		!isStart || scales.x(place) + width <= scales.x(last) + 10;
	return (
		<>
			{props.periods.map((period, place) =>
				place % each === 0 && fits(place) ? (
					<text
						key={period}
						class="chart-tick"
						x={round(scales.x(place))}
						y={y}
						text-anchor={isStart ? "start" : "middle"}
					>
						{period}
					</text>
				) : null,
			)}
		</>
	);
}

function isKnown(value: number | null): value is number {
	return value !== null;
}

import { scaleLinear } from "d3-scale";
import { useId } from "preact/hooks";
import { t } from "../text.ts";
import {
	type Canvas,
	Chart,
	type ChartWords,
	type Drawing,
	letterWidth,
	Lines,
} from "./chart.tsx";
import { type Group, Mark, round } from "./group.tsx";
import {
	type Reference,
	ReferenceLine,
	type Spans,
	upright,
} from "./reference.tsx";

export type Dot = {
	readonly label: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** People behind it. */
	readonly n: number;
	readonly group?: Group | undefined;
};

type DotPlotProps = ChartWords & {
	dots: readonly Dot[];
	format: (value: number) => string;
	/** What the rows are, what the value is: the table's first two headings. */
	columns: readonly [string, string];
	domain?: readonly [number, number];
	reference?: Reference;
};

/** Estimates with their intervals: the honest way to compare groups. */
export function DotPlot(props: DotPlotProps) {
	const { format } = props;
	return (
		<Chart
			id={useId()}
			words={props}
			table={{
				columns: [...props.columns, t("From"), t("To"), t("People")],
				rows: props.dots.map((dot) => [
					dot.label,
					...[dot.value, dot.low, dot.high].map(format),
					String(dot.n),
				]),
			}}
			draw={(canvas) => drawDots(canvas, props)}
		/>
	);
}

function drawDots(canvas: Canvas, props: DotPlotProps): Drawing {
	const { scale, labelWidth, rowHeight, top } = layOut(canvas, props);
	const height = top + props.dots.length * rowHeight + 28;
	const bottom = height - 28;
	// On narrow canvases the words stand above each interval, and the lines leave them alone.
	const spans: Spans = canvas.isNarrow
		? props.dots.map((_, place) => {
				const middle = top + place * rowHeight + 32;
				return [middle - 11, middle + 11];
			})
		: [[top - 6, bottom]];
	const marks = (
		<>
			{scale.ticks(canvas.isNarrow ? 4 : 6).map((tick) => (
				<g key={tick}>
					<path class="grid" d={upright(scale(tick), spans)} />
					<text
						class="chart-tick"
						x={round(scale(tick))}
						y={bottom + 16}
						text-anchor="middle"
					>
						{props.format(tick)}
					</text>
				</g>
			))}
			{props.reference && (
				<ReferenceLine
					canvas={canvas}
					x={scale(props.reference.value)}
					spans={spans}
					text={`${props.reference.label} ${props.format(props.reference.value)}`}
				/>
			)}
			{props.dots.map((dot, place) => (
				<Row
					key={dot.label}
					dot={dot}
					y={top + place * rowHeight}
					labelWidth={labelWidth}
					canvas={canvas}
					props={props}
					scale={scale}
				/>
			))}
		</>
	);
	return { height, marks };
}

function Row({
	dot,
	y,
	labelWidth,
	canvas,
	props,
	scale,
}: {
	dot: Dot;
	y: number;
	labelWidth: number;
	canvas: Canvas;
	props: DotPlotProps;
	scale: (value: number) => number;
}) {
	const { format } = props;
	const middle = y + (canvas.isNarrow ? 32 : 18);
	const extent = `${format(dot.low)}–${format(dot.high)}, n = ${dot.n}`;
	const group = dot.group ?? 1;
	return (
		<g>
			<Lines
				name="chart-label"
				text={dot.label}
				x={0}
				y={canvas.isNarrow ? y + 10 : middle}
				width={labelWidth}
			/>
			<text
				class="chart-value"
				x={canvas.width}
				y={canvas.isNarrow ? y + 10 : middle}
				text-anchor="end"
				dominant-baseline="central"
			>
				{format(dot.value)}
				<tspan class="chart-extent" dx="8">
					{extent}
				</tspan>
			</text>
			<path
				class={`interval group-${group}`}
				d={`M${round(scale(dot.low))} ${middle - 4}v8m0-4H${round(scale(dot.high))}m0-4v8`}
			/>
			<Mark group={group} x={scale(dot.value)} y={middle} size={90} />
		</g>
	);
}

function layOut(canvas: Canvas, props: DotPlotProps) {
	const longest = Math.max(...props.dots.map(({ label }) => label.length), 1);
	const labelWidth = canvas.isNarrow
		? canvas.width * 0.5
		: Math.min(longest * letterWidth + 8, canvas.width * 0.28);
	const ends = props.dots.flatMap(({ low, high }) => [low, high]);
	const scale = scaleLinear()
		.domain(props.domain ?? [Math.min(...ends), Math.max(...ends)])
		.range(
			canvas.isNarrow
				? [16, canvas.width - 16]
				: [labelWidth + 24, canvas.width - 190],
		);
	if (!props.domain) scale.nice();
	return {
		scale,
		labelWidth,
		rowHeight: canvas.isNarrow ? 52 : 38,
		top: props.reference ? 26 : 8,
	};
}

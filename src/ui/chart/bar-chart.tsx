import { scaleLinear } from "d3-scale";
import { useId } from "preact/hooks";
import {
	type Canvas,
	Chart,
	type ChartWords,
	type Drawing,
	letterWidth,
	Lines,
	lineHeight,
	linesNeeded,
} from "./chart.tsx";
import { fillOf, type Group, round, Textures } from "./group.tsx";
import { type Reference, ReferenceLine } from "./reference.tsx";

export type Bar = {
	readonly label: string;
	readonly value: number;
	readonly group?: Group | undefined;
};

type BarChartProps = ChartWords & {
	bars: readonly Bar[];
	format: (value: number) => string;
	/** What is counted, and what it is counted by: the table's headings. */
	columns: readonly [string, string];
	/** The end of the scale, where it is given by the thing itself: 1 for shares. */
	max?: number;
	/** A value to compare with, as a line. */
	reference?: Reference;
};

/** Amounts side by side, each with its figure at its end. Zero is always on the scale. */
export function BarChart(props: BarChartProps) {
	return (
		<Chart
			id={useId()}
			words={props}
			table={{
				columns: props.columns,
				rows: props.bars.map((bar) => [bar.label, props.format(bar.value)]),
			}}
			draw={(canvas) => drawBars(canvas, props)}
		/>
	);
}

const thickness = 20;

function drawBars(canvas: Canvas, props: BarChartProps): Drawing {
	const layout = layOut(canvas, props);
	const { rows, scale, top, height } = layout;
	const marks = (
		<>
			<Textures id={canvas.id} used={props.bars.map((bar) => bar.group ?? 1)} />
			{rows.map(({ bar, labelY, barY }) => (
				<g key={bar.label}>
					<Lines
						name="chart-label"
						text={bar.label}
						x={0}
						y={labelY}
						width={layout.labelWidth}
					/>
					<rect
						x={round(Math.min(scale(0), scale(bar.value)))}
						y={barY}
						width={round(Math.abs(scale(bar.value) - scale(0)))}
						height={thickness}
						fill={fillOf(canvas.id, bar.group ?? 1)}
					/>
					<text
						class="chart-value"
						x={round(Math.max(scale(0), scale(bar.value)) + 8)}
						y={barY + thickness / 2}
						dominant-baseline="central"
					>
						{props.format(bar.value)}
					</text>
				</g>
			))}
			{!canvas.isNarrow && (
				<line
					class="axis"
					x1={round(scale(0))}
					x2={round(scale(0))}
					y1={top - 4}
					y2={height - 8}
				/>
			)}
			{props.reference && (
				<ReferenceLine
					canvas={canvas}
					x={scale(props.reference.value)}
					spans={[[top - 6, height]]}
					text={`${props.reference.label} ${props.format(props.reference.value)}`}
				/>
			)}
		</>
	);
	return { height, marks };
}

// Beside the bars where there is room for the words, else above each bar.
function layOut(canvas: Canvas, props: BarChartProps) {
	const longest = Math.max(...props.bars.map(({ label }) => label.length), 1);
	const labelWidth = canvas.isNarrow
		? canvas.width
		: Math.min(longest * letterWidth + 8, canvas.width * 0.36);
	const start = canvas.isNarrow ? 0 : labelWidth + 12;
	const values = props.bars.map((bar) => bar.value);
	const room =
		Math.max(...values.map((value) => props.format(value).length), 1) *
			(letterWidth + 0.7) +
		12;
	const scale = scaleLinear()
		.domain([Math.min(0, ...values), props.max ?? Math.max(0, ...values)])
		.range([start, canvas.width - room]);
	const top = props.reference ? 26 : 6;
	let y = top;
	const rows = props.bars.map((bar) => {
		const words = linesNeeded(bar.label, labelWidth) * lineHeight;
		const rowTop = y;
		y +=
			(canvas.isNarrow ? words + thickness : Math.max(words, thickness)) + 12;
		return canvas.isNarrow
			? { bar, labelY: rowTop + words / 2, barY: rowTop + words + 1 }
			: {
					bar,
					labelY: rowTop + Math.max(words, thickness) / 2,
					barY: rowTop + Math.max(0, words - thickness) / 2,
				};
	});
	return { rows, scale, labelWidth, top, height: y };
}

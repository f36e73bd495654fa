import { bin } from "d3-array";
import { scaleLinear } from "d3-scale";
import { useId } from "preact/hooks";
import { formatNumber } from "../text.ts";
import { type Canvas, Chart, type ChartWords, type Drawing } from "./chart.tsx";
import { fillOf, round, Textures } from "./group.tsx";
import { type Reference, ReferenceLine } from "./reference.tsx";

type HistogramProps = ChartWords & {
	values: readonly number[];
	/** Edges of the intervals, the last one included: [0, 10, 20]. */
	edges: readonly number[];
	format: (value: number) => string;
	/** What is measured, what is counted: the table's headings. */
	columns: readonly [string, string];
	reference?: Reference;
};

/** How something is spread: how many fall in each interval. */
export function Histogram(props: HistogramProps) {
	const bins = binned(props);
	return (
		<Chart
			id={useId()}
			words={props}
			table={{
				columns: props.columns,
				rows: bins.map(({ from, to, count }) => [
					`${props.format(from)}–${props.format(to)}`,
					formatNumber(count),
				]),
			}}
			draw={(canvas) => drawBins(canvas, props, bins)}
		/>
	);
}

type Bin = {
	readonly from: number;
	readonly to: number;
	readonly count: number;
};

function binned({ values, edges }: HistogramProps): readonly Bin[] {
	const first = edges[0] ?? 0;
	const last = edges.at(-1) ?? 1;
	return bin()
		.domain([first, last])
		.thresholds(edges.slice(1, -1))(values)
		.map((inside) => ({
			from: inside.x0 ?? first,
			to: inside.x1 ?? last,
			count: inside.length,
		}));
}

function drawBins(
	canvas: Canvas,
	props: HistogramProps,
	bins: readonly Bin[],
): Drawing {
	const height = 220;
	const floor = height - 28;
	const x = scaleLinear()
		.domain([props.edges[0] ?? 0, props.edges.at(-1) ?? 1])
		.range([16, canvas.width - 16]);
	const y = scaleLinear()
		.domain([0, Math.max(...bins.map(({ count }) => count), 1)])
		.range([floor, props.reference ? 44 : 24]);
	const marks = (
		<>
			<Textures id={canvas.id} used={[1]} />
			{bins.map(({ from, to, count }) => (
				<g key={from}>
					<rect
						x={round(x(from) + 1)}
						width={round(Math.max(1, x(to) - x(from) - 2))}
						y={round(y(count))}
						height={round(floor - y(count))}
						fill={fillOf(canvas.id, 1)}
					/>
					<text
						class="chart-value"
						x={round((x(from) + x(to)) / 2)}
						y={round(y(count) - 7)}
						text-anchor="middle"
					>
						{formatNumber(count)}
					</text>
				</g>
			))}
			<line class="axis" x1={16} x2={canvas.width - 16} y1={floor} y2={floor} />
			{props.edges.map((edge) => (
				<text
					key={edge}
					class="chart-tick"
					x={round(x(edge))}
					y={height - 8}
					text-anchor="middle"
				>
					{props.format(edge)}
				</text>
			))}
			{props.reference && (
				<ReferenceLine
					canvas={canvas}
					x={x(props.reference.value)}
					spans={[[18, floor]]}
					text={`${props.reference.label} ${props.format(props.reference.value)}`}
				/>
			)}
		</>
	);
	return { height, marks };
}

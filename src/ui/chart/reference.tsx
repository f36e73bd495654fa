import type { Canvas } from "./chart.tsx";
import { round } from "./group.tsx";

/** A value to compare with. */
export type Reference = { readonly value: number; readonly label: string };

export function ReferenceLine({
	canvas,
	x,
	spans,
	text,
}: {
	canvas: Canvas;
	x: number;
	spans: Spans;
	text: string;
}) {
	return (
		<g class="reference">
			<path d={upright(x, spans)} />
			<text
				x={round(x)}
				y={8}
				text-anchor={anchorAt(x / canvas.width)}
				dominant-baseline="central"
			>
				{text}
			</text>
		</g>
	);
}

/** From where to where, for lines that leave room for words. */
export type Spans = readonly (readonly [number, number])[];

export function upright(x: number, spans: Spans): string {
	return spans
		.map(([from, to]) => `M${round(x)} ${round(from)}V${round(to)}`)
		.join("");
}

// Near an edge the words lean away from it.
function anchorAt(share: number): "start" | "middle" | "end" {
	if (share < 0.3) return "start";
	return share > 0.7 ? "end" : "middle";
}

import { formatNumber, t } from "../../../ui/text.ts";
import type { Mark, MarkedPair } from "../board-layout.ts";

/** A pair's score as a length, cut into its parts. What takes points off is drawn hollow at the end. */
export function PairBar({ pair, scale }: { pair: MarkedPair; scale: number }) {
	const lengths = pair.points.map((part) => (Math.max(0, part) / scale) * 300);
	const starts = lengths.map((_, index) =>
		lengths.slice(0, index).reduce((sum, length) => sum + length, 0),
	);
	const end = lengths.reduce((sum, length) => sum + length, 0);
	const off = pair.points.reduce((sum, part) => sum + Math.min(0, part), 0);
	const cut = Math.min(end, (-off / scale) * 300);
	return (
		<svg
			class="pair-bar"
			viewBox="0 0 300 12"
			preserveAspectRatio="none"
			aria-hidden="true"
		>
			{lengths.map((length, index) =>
				length === 0 ? null : (
					<rect
						key={index}
						class={`mark-${index + 1}`}
						x={round(starts[index] ?? 0)}
						width={round(Math.max(0.5, length - 1))}
						height="12"
					/>
				),
			)}
			{cut > 0 && (
				<rect
					class="taken-off"
					x={round(end - cut)}
					width={round(cut)}
					height="12"
				/>
			)}
		</svg>
	);
}

/** The same in words. Stands beside every bar, and comes up when the pair is focused. */
export function partsText(pair: MarkedPair, marks: readonly Mark[]): string {
	const parts = marks.flatMap(({ label }, index) => {
		const points = pair.points[index] ?? 0;
		return points === 0
			? []
			: [t("{label} {points}", { label, points: formatNumber(points) })];
	});
	return parts.length === 0
		? t("Nothing speaks for this pair but the rules.")
		: parts.join(" · ");
}

export function Legend({ marks }: { marks: readonly Mark[] }) {
	return (
		<ul class="board-legend">
			{marks.map((mark) => (
				<li key={mark.place}>
					<svg viewBox="0 0 12 12" aria-hidden="true">
						<rect class={`mark-${mark.place}`} width="12" height="12" />
					</svg>
					{mark.label}
				</li>
			))}
		</ul>
	);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

// "Why you two": the parts a score is the sum of, each in a sentence and as a bar. The bar repeats the figure beside it.
import type { ComponentChildren } from "preact";
import { formatNumber, t } from "./text.ts";

export type WhyLine = {
	readonly label: string;
	/** "Ingrid has led two post-merger integrations; Wei starts one in June." */
	readonly sentence?: string | undefined;
	readonly points: number;
	/** The most this part can give. */
	readonly of: number;
};

export function WhyLines({
	lines,
	digits = 0,
}: {
	lines: readonly WhyLine[];
	digits?: number;
}) {
	const most = Math.max(...lines.map((line) => line.of), 1);
	return (
		<ul class="why">
			{lines.map((line) => (
				<li key={line.label}>
					<p class="why-label">{line.label}</p>
					<p class="why-points">
						<span class="why-figure">{formatNumber(line.points, digits)}</span>{" "}
						{t("of {most}", { most: formatNumber(line.of, digits) })}
					</p>
					<svg
						class="why-bar"
						viewBox="0 0 100 6"
						preserveAspectRatio="none"
						aria-hidden="true"
					>
						<rect class="ground" width={(100 * line.of) / most} height="6" />
						<rect
							class="part"
							width={(100 * Math.max(0, line.points)) / most}
							height="6"
						/>
					</svg>
					{line.sentence && <p class="why-sentence">{line.sentence}</p>}
				</li>
			))}
		</ul>
	);
}

/** What someone said, and who may know that they said it. */
export function Quote({
	by,
	children,
}: {
	by?: string;
	children: ComponentChildren;
}) {
	return (
		<figure class="quote">
			<blockquote>{children}</blockquote>
			{by && <figcaption>{by}</figcaption>}
		</figure>
	);
}

// The whole cohort on one screen: one bar a pair, strongest first, cut into what its score is made of; at the end, as empty frames, the
// mentees for whom there is nobody. Each bar leads to its pair in the ledger, where keyboard and screen reader find the same.
import { formatNumber, t } from "../../../ui/text.ts";
import { type Mark, type MarkedPair, scaleOf } from "../board-layout.ts";

const WIDTH = 1200;
const HEIGHT = 150;
const WIDEST = 44;

export function Skyline({
	pairs,
	marks,
	without,
	name,
	hrefOf,
}: {
	pairs: readonly MarkedPair[];
	marks: readonly Mark[];
	/** Mentees without a mentor. */
	without: readonly { readonly name: string; readonly id: string }[];
	name: (id: string) => string;
	hrefOf: (pair: string) => string;
}) {
	const sorted = pairs.toSorted((a, b) => b.score - a.score);
	const slots = sorted.length + (without.length === 0 ? 0 : without.length + 1);
	const slot = Math.min(WIDEST, WIDTH / Math.max(1, slots));
	const width = slot * (slot > 6 ? 0.82 : 0.9);
	const scale = scaleOf(pairs);
	const end = (sorted.length + 1) * slot;
	return (
		<figure class="skyline">
			<svg
				viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
				preserveAspectRatio="none"
				aria-hidden="true"
			>
				{marks.map((mark, index) => (
					<path
						key={mark.place}
						class={`mark-${mark.place}`}
						d={sorted
							.map((pair, place) =>
								segment(pair, index, place * slot, width, scale),
							)
							.join("")}
					/>
				))}
				{without.map(({ id, name: who }, place) => (
					<a key={id} href={`#without-${id}`} tabIndex={-1} aria-label={who}>
						<rect
							class="gap"
							x={round(end + place * slot)}
							y="1"
							width={round(width)}
							height={HEIGHT - 2}
						>
							<title>{who}</title>
						</rect>
					</a>
				))}
				{sorted.map((pair, place) => (
					<a
						key={pair.id}
						href={hrefOf(pair.id)}
						tabIndex={-1}
						aria-label={name(pair.mentee)}
					>
						<rect
							class={pair.isPinned ? "over pinned" : "over"}
							x={round(place * slot)}
							y="0"
							width={round(slot)}
							height={HEIGHT}
						>
							<title>
								{`${name(pair.mentee)} – ${name(pair.mentor)}: ${formatNumber(pair.score)}`}
							</title>
						</rect>
					</a>
				))}
			</svg>
			<figcaption>{finding(sorted, without.length)}</figcaption>
		</figure>
	);
}

function segment(
	pair: MarkedPair,
	index: number,
	x: number,
	width: number,
	scale: number,
): string {
	const below = pair.points
		.slice(0, index)
		.reduce((sum, part) => sum + Math.max(0, part), 0);
	const own = Math.max(0, pair.points[index] ?? 0);
	if (own === 0) return "";
	const height = (own / scale) * HEIGHT;
	const top = HEIGHT - (below / scale) * HEIGHT - height;
	return `M${round(x)} ${round(top)}h${round(width)}v${round(height)}h-${round(width)}z`;
}

function finding(sorted: readonly MarkedPair[], without: number): string {
	const at = (share: number) =>
		formatNumber(
			sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
				?.score ?? 0,
		);
	const bars = t(
		"Every pair of the cohort, from the strongest ({strongest}) over the middle ({middle}) to the weakest ({weakest}).",
		{ strongest: at(0), middle: at(0.5), weakest: at(1) },
	);
	return without === 0
		? bars
		: `${bars} ${t("{without, plural, one {The empty frame is a mentee} other {The # empty frames are mentees}} without a mentor.", { without })}`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

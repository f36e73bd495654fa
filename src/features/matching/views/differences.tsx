import { formatList, t } from "../../../ui/text.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import type { Difference } from "../plan-comparison.ts";
import { formatPoints } from "../sentences.ts";

/** Who would have whom instead, by name, and what it is worth to them. */
export function Differences({
	list,
	name,
}: {
	list: readonly Difference[];
	name: (id: string) => string;
}) {
	const shown =
		list.length <= MOST_SHOWN
			? list
			: [...list.slice(0, MOST_SHOWN / 2), ...list.slice(-MOST_SHOWN / 2)];
	const names = (ids: readonly string[]) =>
		ids.length === 0 ? t("nobody") : formatList(ids.map(name));
	return (
		<ul class="plan-differences">
			{shown.map(({ mentee, kind, from, to, gain }) => (
				<li key={`${kind ?? ""} ${mentee}`}>
					<strong>{ofKind(name(mentee), kind)}</strong>
					<span class={to.length === 0 ? "loss" : undefined}>
						{t("{before} → {after}", {
							before: names(from),
							after: names(to),
						})}
					</span>
					<span class="number">{signed(gain)}</span>
				</li>
			))}
			{list.length > shown.length && (
				<li>
					{t("And {count} more: those who gain and lose most stand here.", {
						count: list.length - shown.length,
					})}
				</li>
			)}
		</ul>
	);
}

// Greatest gains first: both ends are what is asked about.
const MOST_SHOWN = 100;

/** A mentee, and the kind of mentor that is spoken of. */
export function ofKind(name: string, kind: string | undefined): string {
	return kind === undefined ? name : `${name} · ${mentorKindName(kind)}`;
}

/** Millionths with their sign. */
export function signed(points: number): string {
	if (points === 0) return t("±0");
	return points > 0
		? t("+{points}", { points: formatPoints(points) })
		: t("−{points}", { points: formatPoints(-points) });
}

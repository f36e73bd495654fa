/** What an import does to the organisation's scale of grades; `lost` are grades it would drop. */
export type ScaleChange =
	| { readonly ok: true; readonly scale: readonly string[] | null }
	| { readonly ok: false; readonly lost: readonly string[] };

/**
 * A file's scale may extend the organisation's or order it anew, never drop a grade; where it is only a part of it, in the same order, the
 * organisation's stays (null).
 */
export function scaleChange(
	own: readonly string[],
	wanted: readonly string[] | null,
): ScaleChange {
	if (wanted === null || isPart(wanted, own)) return { ok: true, scale: null };
	const lost = own.filter((grade) => !wanted.includes(grade));
	return lost.length > 0 ? { ok: false, lost } : { ok: true, scale: wanted };
}

function isPart(part: readonly string[], whole: readonly string[]): boolean {
	const places = part.map((grade) => whole.indexOf(grade));
	return places.every(
		(place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? -1)),
	);
}

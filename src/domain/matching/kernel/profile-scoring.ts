// Likeness and difference of profiles: points by how many levels two people are apart, over the names that both state.
import type { ProfilePart } from "./pair-tables.ts";

/** In `levels`: the mentor does not state this name. */
export const UNSTATED = 255;

/** Adds to `out[t]` what mentee `i` is worth with mentor `chosen[t]`, or with mentor `t` where nobody is chosen. */
export function addProfiles(
	out: Float64Array,
	part: ProfilePart,
	i: number,
	count: number,
	chosen: Int32Array | undefined,
): void {
	const { first, name, level, levels, rows, byApart, noneShared } = part;
	const mentors = levels.length / rows;
	const from = first[i];
	const to = first[i + 1];
	for (let t = 0; t < count; t++) {
		const j = chosen === undefined ? t : chosen[t];
		let apart = 0;
		let shared = 0;
		for (let k = from; k < to; k++) {
			const other = levels[name[k] * mentors + j];
			if (other === UNSTATED) continue;
			const far = other - level[k];
			apart += far < 0 ? -far : far;
			shared++;
		}
		out[t] += shared === 0 ? noneShared : byApart[apart];
	}
}

// What a spreadsheet and patience give: the best pair left, or the first one met, again and again.
import type { Cohort } from "./instances.ts";

export function byGreedy(
	cohort: Cohort,
	order: "best-first" | "as-listed",
): {
	readonly seconds: number;
	readonly pairs: number;
	readonly total: number;
} {
	const { mentee, mentor, points } = cohort;
	const started = performance.now();
	const free = cohort.capacity.slice();
	const isPaired = new Uint8Array(cohort.mentees);
	const sequence = Int32Array.from(points, (_, k) => k);
	if (order === "best-first")
		sequence.sort((a, b) => (points[b] ?? 0) - (points[a] ?? 0) || a - b);
	let pairs = 0;
	let total = 0;
	for (const k of sequence) {
		const i = mentee[k] ?? 0;
		const j = mentor[k] ?? 0;
		const places = free[j] ?? 0;
		if (isPaired[i] === 1 || places === 0) continue;
		isPaired[i] = 1;
		free[j] = places - 1;
		pairs++;
		total += points[k] ?? 0;
	}
	return { seconds: (performance.now() - started) / 1000, pairs, total };
}

// Edits of a live matching, each exact, beside what they replace: solving the changed problem anew.
import { createLive, type LiveEdit } from "../../src/domain/matching/live.ts";
import { pricesFrom } from "../../src/domain/matching/live-state.ts";
import { outcomeOf } from "../../src/domain/matching/outcome.ts";
import {
	assembleProblem,
	comparePairs,
} from "../../src/domain/matching/problem.ts";
import { solve } from "../../src/domain/matching/solve.ts";
import { cohort, drawing, instances } from "./instances.ts";

export type LiveMeasured = {
	readonly instance: string;
	/** Milliseconds: of solving anew, and of starting live from that solution. */
	readonly cold: number;
	readonly start: number;
	/** Milliseconds an edit, by kind and over all. */
	readonly edits: readonly {
		readonly kind: string;
		readonly count: number;
		readonly median: number;
		readonly p95: number;
		readonly most: number;
	}[];
	/** Whether the pairs after all edits are those of the changed problem solved anew. */
	readonly isEqual: boolean;
};

const EDITS = 1000;

export async function measureLive(
	names = ["10,000 × 3,000", "10,000 × 3,000, ample"],
): Promise<readonly LiveMeasured[]> {
	return instances
		.filter(({ name }) => names.includes(name))
		.map((instance) => {
			const made = cohort(instance);
			const draw = drawing(23);
			const pick = (count: number) => Math.floor(draw() * count);
			const mentees = numbered(
				"e",
				Array.from({ length: made.mentees }, () => 1),
			);
			const mentors = numbered("r", Array.from(made.capacity));
			const problem = assembleProblem({
				objective: "people",
				seed: "spring",
				mentees,
				mentors,
				pairs: {
					mentee: made.mentee,
					mentor: made.mentor,
					points: Float64Array.from(made.points, (points) => points * 1e6),
				},
			});
			const [cold, solution] = timed(() => solve(problem));
			const { certificate } = outcomeOf(problem, solution);
			const prices = pricesFrom(problem, certificate);
			const [start, live] = timed(() =>
				createLive(problem, { used: solution.used, prices }),
			);
			if (live === undefined) throw new Error("No live matching of this.");
			const times = new Map<string, number[]>();
			const edit = (kind: string, one: LiveEdit) => {
				const [time, answer] = timed(() => live.edit(one));
				const all = times.get(kind) ?? [];
				times.set(kind, all);
				if (answer.ok) all.push(time);
			};
			const pair = () => {
				const k = pick(made.mentee.length);
				return {
					mentee: `e${made.mentee[k]}`,
					mentor: `r${made.mentor[k]}`,
				};
			};
			for (let k = 0; k < EDITS / 10; k++) {
				const taken = live.made()[pick(live.made().length)] ?? pair();
				const other = pair();
				const { points: _, ...names } = { points: 0, ...taken };
				const mentee = `e${pick(made.mentees)}`;
				const mentor = pick(made.capacity.length);
				edit("forbid a pair made", { kind: "forbid", ...names });
				edit("allow it again", { kind: "allow", ...names });
				edit("pin another pair", { kind: "pin", ...other });
				edit("unpin it", { kind: "unpin", ...other });
				edit("a mentee leaves", {
					kind: "units",
					side: "mentee",
					id: mentee,
					units: 0,
				});
				edit("a mentee comes back", {
					kind: "units",
					side: "mentee",
					id: mentee,
					units: 1,
				});
				const places = made.capacity[mentor] ?? 0;
				const units = (count: number): LiveEdit => ({
					kind: "units",
					side: "mentor",
					id: `r${mentor}`,
					units: count,
				});
				edit("a mentor has one place fewer", units(places - 1));
				edit("a mentor has one place more", units(places + (k % 2)));
				edit("a new score", {
					kind: "points",
					...pair(),
					points: (made.points[pick(made.points.length)] ?? 0) * 1e6,
				});
				const isMentee = k % 2 === 0;
				edit(isMentee ? "a mentee joins" : "a mentor joins", {
					kind: "join",
					side: isMentee ? "mentee" : "mentor",
					id: `late ${k}`,
					units: 1,
					pairs: Array.from({ length: isMentee ? 64 : 200 }, (__, c) => ({
						with: isMentee
							? `r${(mentor + 7 * c) % 3000}`
							: `e${(7 * mentor + 31 * c) % 10_000}`,
						points: (made.points[pick(made.points.length)] ?? 0) * 1e6,
					})),
				});
			}
			const now = assembleProblem(live.input());
			const anew = outcomeOf(now, solve(now)).pairs;
			const pairs = live.made().toSorted(comparePairs);
			return {
				instance: instance.name,
				cold,
				start,
				edits: [
					...times.entries().map(([kind, all]) => spread(kind, all)),
					spread("all edits", [...times.values()].flat()),
				],
				isEqual: JSON.stringify(pairs) === JSON.stringify(anew),
			};
		});
}

/** As lines to print. */
export function liveLines(
	measured: readonly LiveMeasured[],
): readonly string[] {
	return measured.flatMap(({ instance, cold, start, edits, isEqual }) => [
		`${instance}: solved anew in ${cold.toFixed(0)} ms, live ${start.toFixed(0)} ms later; after ${edits.at(-1)?.count} edits ${isEqual ? "the same pairs as solved anew" : "OTHER PAIRS THAN SOLVED ANEW"}`,
		...edits.map(
			({ kind, count, median, p95, most }) =>
				`  ${kind.padEnd(30)} ${String(count).padStart(5)}  median ${median.toFixed(3)} ms  p95 ${p95.toFixed(2)} ms  most ${most.toFixed(1)} ms  × ${(cold / median).toFixed(0)}`,
		),
	]);
}

function spread(kind: string, times: readonly number[]) {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
	return {
		kind,
		count: sorted.length,
		median: at(0.5),
		p95: at(0.95),
		most: at(1),
	};
}

function timed<Result>(work: () => Result): readonly [number, Result] {
	const from = performance.now();
	const result = work();
	return [performance.now() - from, result];
}

function numbered(name: string, units: readonly number[]) {
	return units.map((own, k) => ({ id: `${name}${k}`, units: own }));
}

// How many people a plan can reach that keeps a ratio of access, exactly: for each share that the best-off group may have, the numbers of
// mentees that every group is then to have at least and at most, and the most mentees within them (kernel/group-cover.ts). Only numbers
// of people matter for access, so nothing else needs to be gone through. O(mentees² · pairs) at worst, hence for cohorts of some hundreds.
import type { Candidates } from "../kernel/candidates.ts";
import { mostCovered } from "../kernel/group-cover.ts";
import { placeSets } from "../kernel/place-sets.ts";
import { addColumn } from "./generation.ts";
import type { Ratio } from "./ratio.ts";
import type { EquityTask } from "./task.ts";

const MOST_WORK = 60_000_000;

/** The best such matching joins the task's pool. False where the cohort is too large, or a cap could stand between mentees and their first mentors. */
export function reachMostPeople(task: EquityTask, ratio: Ratio): boolean {
	const { candidates, members, groupOf, settled } = task;
	if (candidates.mentees ** 2 * candidates.points.length > MOST_WORK * 30)
		return false;
	if (mayCapsBind(candidates)) return false;
	let best = -1;
	let found: Uint8Array | undefined;
	for (const { least, most } of limitsUnder(task, ratio)) {
		const others = candidates.mentees - members.reduce((a, b) => a + b, 0);
		if (most.reduce((sum, units) => sum + units, others) <= best) continue;
		const used = mostCovered(candidates, {
			groupOf,
			least: least.map((n, g) => Math.max(0, n - (settled.covered[g] ?? 0))),
			most: most.map((n, g) => n - (settled.covered[g] ?? 0)),
		});
		const people = used?.reduce((sum, one) => sum + one, 0) ?? -1;
		if (people <= best) continue;
		best = people;
		found = used;
	}
	if (found !== undefined) addColumn(task, found);
	return true;
}

/** Whether some cap has fewer places than there are mentees who could have their first mentor under it. O(pairs · depth). */
function mayCapsBind(candidates: Candidates): boolean {
	const { mentors, mentee, covered, need } = candidates;
	const { limit, above, ofPair } = placeSets(candidates);
	const wanted = new Int32Array(limit.length);
	ofPair.forEach((innermost, e) => {
		const i = mentee[e] ?? 0;
		if (covered[i] === 1 || need[i] === 0) return;
		for (let s = innermost; s >= 0; s = above[s] ?? -1)
			wanted[s] = (wanted[s] ?? 0) + 1;
	});
	return wanted.some((units, s) => s >= mentors && units > (limit[s] ?? 0));
}

type Limits = {
	readonly least: readonly number[];
	readonly most: readonly number[];
};

/** For every share that a group can have, the greatest first: what the ratio allows the others beside it. */
function limitsUnder(
	{ members, settled }: EquityTask,
	{ p, q }: Ratio,
): readonly Limits[] {
	const shares = members
		.flatMap((size) =>
			Array.from({ length: size + 1 }, (_, of) => ({ of, size })),
		)
		.toSorted((a, b) => b.of * a.size - a.of * b.size)
		.filter(
			(share, k, all) =>
				k === 0 ||
				share.of * (all[k - 1]?.size ?? 1) !==
					share.size * (all[k - 1]?.of ?? 0),
		);
	return shares
		.map(({ of, size }) => ({
			least: members.map((own) =>
				Math.ceil((p * of * own) / (q * size) - 1e-9),
			),
			most: members.map((own) => Math.floor((of * own) / size + 1e-9)),
		}))
		.filter(({ least, most }) =>
			most.every(
				(n, g) => n >= (least[g] ?? 0) && n >= (settled.covered[g] ?? 0),
			),
		);
}

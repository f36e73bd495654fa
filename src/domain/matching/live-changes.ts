import type { LiveBody } from "./live-body.ts";
import { byCodePoint } from "./problem.ts";
import { USED } from "./kernel/two-sided-state.ts";

/** What edits changed. Points in millionths; people and pairs count pinned pairs too. */
export type LiveChanges = {
	/** Sorted by mentee: whom they had before and whom they have now; pairs that stayed are left out. */
	readonly moves: readonly {
		readonly mentee: string;
		readonly from: readonly string[];
		readonly to: readonly string[];
	}[];
	readonly people: number;
	readonly pairs: number;
	readonly points: number;
};

type Moves = { readonly from: Set<string>; readonly to: Set<string> };

export type ChangeNote = {
	/** Remembers a pair as it is before an edit touches it. */
	before(e: number): void;
	/** Takes the pairs that the kernel has turned into account. */
	collect(): void;
	/** What was a pair of the body before is looked at in another from now on. */
	moveTo(body: LiveBody): void;
	read(): LiveChanges;
};

/** Watches a body while edits are made. */
export function noteChanges(first: LiveBody): ChangeNote {
	let body = first;
	// What each pair touched was worth before, or nothing where it was not made; by names, which outlive a body.
	const was = new Map<string, Map<string, number | undefined>>();
	return {
		before(e) {
			remember(e, isMade(body, e) ? pointsOf(body, e) : undefined);
		},
		collect() {
			const turns = new Map<number, number>();
			for (const e of body.live.turned) turns.set(e, (turns.get(e) ?? 0) + 1);
			for (const [e, count] of turns) {
				const isUsed = body.live.repair.state[e] === USED;
				const wasUsed = count % 2 === 1 ? !isUsed : isUsed;
				remember(e, wasUsed ? pointsOf(body, e) : undefined);
			}
			body.live.turned.length = 0;
		},
		moveTo(next) {
			body = next;
		},
		read: () => readChanges(body, was),
	};

	function remember(e: number, points: number | undefined): void {
		const { mentee, mentor } = namesOf(body, e);
		const own = was.get(mentee) ?? new Map<string, number | undefined>();
		was.set(mentee, own);
		if (!own.has(mentor)) own.set(mentor, points);
	}
}

/** Whether a pair is in use or pinned. */
export function isMade({ live, pinned }: LiveBody, e: number): boolean {
	return live.repair.state[e] === USED || pinned[e] === 1;
}

export function pointsOf({ live, unit }: LiveBody, e: number): number {
	return (live.pairs.points[e] ?? 0) * unit;
}

export function namesOf(
	{ live, mentees, mentors }: LiveBody,
	e: number,
): { readonly mentee: string; readonly mentor: string } {
	const { searcher, holder } = live.pairs.graph;
	return {
		mentee: mentees.ids[searcher[e] ?? 0] ?? "",
		mentor: mentors.ids[holder[e] ?? 0] ?? "",
	};
}

function readChanges(
	body: LiveBody,
	was: ReadonlyMap<string, ReadonlyMap<string, number | undefined>>,
): LiveChanges {
	const moves: LiveChanges["moves"][number][] = [];
	let people = 0;
	let pairs = 0;
	let points = 0;
	for (const [mentee, mentors] of was) {
		const i = body.mentees.index.get(mentee) ?? 0;
		const now = madeByMentee(body, i);
		const change: Moves = { from: new Set(), to: new Set() };
		for (const [mentor, worth] of mentors) {
			const later = now.get(mentor);
			points += (later ?? 0) - (worth ?? 0);
			if (worth !== undefined && later === undefined) change.from.add(mentor);
			if (worth === undefined && later !== undefined) change.to.add(mentor);
		}
		const { from, to } = change;
		if (from.size === 0 && to.size === 0) continue;
		moves.push({
			mentee,
			from: [...from].sort(byCodePoint),
			to: [...to].sort(byCodePoint),
		});
		pairs += to.size - from.size;
		const before = now.size - to.size + from.size;
		people += Number(now.size > 0) - Number(before > 0);
	}
	moves.sort((a, b) => byCodePoint(a.mentee, b.mentee));
	return { moves, people, pairs, points };
}

function madeByMentee(body: LiveBody, i: number): Map<string, number> {
	const { rows } = body.live.pairs;
	const made = new Map<string, number>();
	for (let k = rows.from[i] ?? 0; k < (rows.to[i] ?? 0); k++) {
		const e = rows.pair[k] ?? 0;
		if (isMade(body, e)) made.set(namesOf(body, e).mentor, pointsOf(body, e));
	}
	return made;
}

import type { LiveBody } from "./live-body.ts";
import { isFiller } from "./live-fillers.ts";
import type { ScoredPair } from "./problem.ts";
import { byCodePoint, pairKey } from "./problem.ts";
import { USED } from "./kernel/two-sided-state.ts";

/** What edits changed. Points in millionths; people (mentees with a mentor), mentors (with a mentee) and pairs count pinned pairs too. */
export type LiveChanges = {
	/** Sorted by mentee: whom they had before and whom they have now; pairs that stayed are left out. */
	readonly moves: readonly {
		readonly mentee: string;
		readonly from: readonly string[];
		readonly to: readonly string[];
	}[];
	readonly people: number;
	readonly mentors: number;
	readonly pairs: number;
	readonly points: number;
};

type Moves = { readonly from: Set<string>; readonly to: Set<string> };

export type ChangeNote = {
	/** Remembers a pair as it is before an edit touches it. */
	before(e: number): void;
	/** Takes the pairs that the kernel has turned into account. */
	collect(): void;
	/** What was a pair of the body before is looked at in another from now on, whose pairs may differ. */
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
			remember(
				namesOf(body, e),
				isMade(body, e) ? pointsOf(body, e) : undefined,
			);
		},
		collect() {
			const turns = new Map<number, number>();
			for (const e of body.live.turned)
				if (!isFiller(body, e)) turns.set(e, (turns.get(e) ?? 0) + 1);
			for (const [e, count] of turns) {
				const isUsed = body.live.repair.state[e] === USED;
				const wasUsed = count % 2 === 1 ? !isUsed : isUsed;
				remember(namesOf(body, e), wasUsed ? pointsOf(body, e) : undefined);
			}
			body.live.turned.length = 0;
		},
		moveTo(next) {
			const had = new Map(madeOf(body).map((pair) => [pairKey(pair), pair]));
			body = next;
			for (const pair of madeOf(next))
				if (!had.delete(pairKey(pair))) remember(pair, undefined);
			for (const pair of had.values()) remember(pair, pair.points);
		},
		read: () => readChanges(body, was),
	};

	function remember(
		{ mentee, mentor }: { readonly mentee: string; readonly mentor: string },
		points: number | undefined,
	): void {
		const own = was.get(mentee) ?? new Map<string, number | undefined>();
		was.set(mentee, own);
		if (!own.has(mentor)) own.set(mentor, points);
	}
}

/** All pairs made, pinned ones included. */
export function madeOf(body: LiveBody): readonly ScoredPair[] {
	return pairsWhere(body, (e) => isMade(body, e));
}

export function pairsWhere(
	body: LiveBody,
	isWanted: (e: number) => boolean,
): readonly ScoredPair[] {
	const pairs: ScoredPair[] = [];
	for (let e = 0; e < body.live.pairs.count; e++)
		if (!isFiller(body, e) && isWanted(e))
			pairs.push({ ...namesOf(body, e), points: pointsOf(body, e) });
	return pairs;
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
	const more = new Map<string, number>();
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
			const by = Number(later !== undefined) - Number(worth !== undefined);
			if (by !== 0) more.set(mentor, (more.get(mentor) ?? 0) + by);
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
	let mentors = 0;
	for (const [mentor, by] of more) {
		const now = menteesOf(body, body.mentors.index.get(mentor) ?? 0);
		mentors += Number(now > 0) - Number(now - by > 0);
	}
	return { moves, people, mentors, pairs, points };
}

function menteesOf(body: LiveBody, j: number): number {
	const { columns } = body.live.pairs;
	let count = 0;
	for (let k = columns.from[j] ?? 0; k < (columns.to[j] ?? 0); k++) {
		const e = columns.pair[k] ?? 0;
		if (!isFiller(body, e) && isMade(body, e)) count++;
	}
	return count;
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

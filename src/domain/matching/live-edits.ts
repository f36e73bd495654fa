import { pairCost } from "./kernel/live-costs.ts";
import {
	changeCost,
	changeOutside,
	changeSupply,
	closePair,
	finish,
	openPair,
	priceHolder,
	restart,
	settlePair,
} from "./kernel/live-matching.ts";
import { addPair, findPair } from "./kernel/live-pairs.ts";
import { pairTie } from "./kernel/pair-tie.ts";
import { CLOSED, USED } from "./kernel/two-sided-state.ts";
import { idHashes } from "./id-hash.ts";
import type { LiveBody, Reserve } from "./live-body.ts";
import { isNeverUsed, outsideOf, setOutside } from "./live-body.ts";
import {
	changePlaces,
	fitMarks,
	placesLeft,
	setFiller,
} from "./live-fillers.ts";
import type { ChangeNote } from "./live-changes.ts";

type Side = "mentee" | "mentor";

/** Points are whole numbers of millionths; units are all of a person's, pinned pairs included. Someone who leaves has 0 units. */
export type LiveEdit =
	| {
			readonly kind: "pin" | "unpin" | "forbid" | "allow";
			readonly mentee: string;
			readonly mentor: string;
	  }
	/** A new score, or a pair that could not be made so far. */
	| {
			readonly kind: "points";
			readonly mentee: string;
			readonly mentor: string;
			readonly points: number;
	  }
	| {
			readonly kind: "units";
			readonly side: Side;
			readonly id: string;
			readonly units: number;
	  }
	| {
			readonly kind: "join";
			readonly side: Side;
			readonly id: string;
			readonly units: number;
			/** Whom they may be paired with, on the other side. */
			readonly pairs: readonly {
				readonly with: string;
				readonly points: number;
			}[];
	  };

export type LiveRefusal =
	| "unknown-mentee"
	| "unknown-mentor"
	| "unknown-pair"
	| "pinned"
	| "not-pinned"
	| "no-need-left"
	| "no-place-left"
	| "there-already"
	| "not-whole"
	| "too-many-digits";

/** What room the body must first be given for an edit, if any. */
export function reserveFor(
	body: LiveBody,
	edit: LiveEdit,
): Pick<Reserve, "mentees" | "mentors" | "points"> | undefined {
	if (edit.kind !== "join" && edit.kind !== "points") return undefined;
	const points =
		edit.kind === "points"
			? [edit.points]
			: edit.pairs.map((pair) => pair.points);
	const isBeyond = points.some(
		(own) =>
			own % body.unit !== 0 || Math.abs(own / body.unit) > body.costs.largest,
	);
	const { mentees, mentors } = body;
	const isFull =
		mentees.ids.length === mentees.units.length ||
		mentors.ids.length === mentors.units.length;
	return isBeyond || isFull ? { mentees: 1, mentors: 1, points } : undefined;
}

/** Makes one edit; nothing changes where a refusal comes back. */
export function applyEdit(
	body: LiveBody,
	edit: LiveEdit,
	note: ChangeNote,
): LiveRefusal | undefined {
	const refusal = change(body, edit, note);
	note.collect();
	return refusal;
}

function change(
	body: LiveBody,
	edit: LiveEdit,
	note: ChangeNote,
): LiveRefusal | undefined {
	if (edit.kind === "units") return changeUnits(body, edit);
	if (edit.kind === "join") return join(body, edit);
	const i = body.mentees.index.get(edit.mentee);
	const j = body.mentors.index.get(edit.mentor);
	if (i === undefined) return "unknown-mentee";
	if (j === undefined) return "unknown-mentor";
	const e = findPair(body.live.pairs, i, j);
	if (e < 0) {
		if (edit.kind !== "points") return "unknown-pair";
		if (!Number.isSafeInteger(edit.points)) return "not-whole";
		const added = newPair(body, i, j, edit.points);
		changePlaces(body, j);
		bringIn(body, added);
		return undefined;
	}
	note.before(e);
	switch (edit.kind) {
		case "pin":
			return pin(body, e, i, j);
		case "unpin":
			return unpin(body, e, i, j);
		case "forbid":
			return forbid(body, e);
		case "allow":
			body.forbidden[e] = 0;
			bringIn(body, e);
			return undefined;
		case "points":
			return score(body, e, edit.points);
	}
}

function changeUnits(
	body: LiveBody,
	edit: { readonly side: Side; readonly id: string; readonly units: number },
): LiveRefusal | undefined {
	const isMentee = edit.side === "mentee";
	const side = isMentee ? body.mentees : body.mentors;
	const x = side.index.get(edit.id);
	if (x === undefined) return isMentee ? "unknown-mentee" : "unknown-mentor";
	const left = edit.units - (side.pinned[x] ?? 0);
	if (!Number.isSafeInteger(left)) return "not-whole";
	if (left < 0) return "pinned";
	side.units[x] = edit.units;
	if (isMentee) changeNeed(body, x, left);
	else changePlaces(body, x);
	return undefined;
}

function changeNeed(body: LiveBody, i: number, left: number): void {
	changeSupply(body.live, i, left);
	changeOutside(body.live, i, ...outsideOf(body, i));
}

function pin(
	body: LiveBody,
	e: number,
	i: number,
	j: number,
): LiveRefusal | undefined {
	const { mentees, mentors, live } = body;
	const { supply, room } = live.repair.graph;
	if (body.pinned[e] === 1) return "pinned";
	if (supply[i] === 0) return "no-need-left";
	if (room[j] === 0) return "no-place-left";
	mentees.pinned[i] = (mentees.pinned[i] ?? 0) + 1;
	mentors.pinned[j] = (mentors.pinned[j] ?? 0) + 1;
	body.pinned[e] = 1;
	if (live.repair.state[e] === USED) {
		settlePair(live, e);
		changeOutside(live, i, ...outsideOf(body, i));
		setFiller(body, j);
	} else {
		closePair(live, e);
		changeNeed(body, i, (supply[i] ?? 0) - 1);
		changePlaces(body, j);
	}
	return undefined;
}

function unpin(
	body: LiveBody,
	e: number,
	i: number,
	j: number,
): LiveRefusal | undefined {
	const { mentees, mentors, live } = body;
	const { supply } = live.repair.graph;
	if (body.pinned[e] === 0) return "not-pinned";
	mentees.pinned[i] = (mentees.pinned[i] ?? 0) - 1;
	mentors.pinned[j] = (mentors.pinned[j] ?? 0) - 1;
	body.pinned[e] = 0;
	changePlaces(body, j);
	changeNeed(body, i, (supply[i] ?? 0) + 1);
	bringIn(body, e);
	return undefined;
}

function forbid(body: LiveBody, e: number): LiveRefusal | undefined {
	if (body.pinned[e] === 1) return "pinned";
	body.forbidden[e] = 1;
	closePair(body.live, e);
	return undefined;
}

function score(
	body: LiveBody,
	e: number,
	points: number,
): LiveRefusal | undefined {
	if (!Number.isSafeInteger(points)) return "not-whole";
	const { live, costs } = body;
	live.pairs.points[e] = points / body.unit;
	if (isNeverUsed(body, e)) closePair(live, e);
	changeCost(live, e, pairCost(costs, points / body.unit));
	bringIn(body, e);
	return undefined;
}

/** Opens a pair that nothing keeps out. */
function bringIn(body: LiveBody, e: number): void {
	if (!isNeverUsed(body, e)) openPair(body.live, e);
}

/** A new pair, still closed. */
function newPair(body: LiveBody, i: number, j: number, points: number): number {
	const { live, costs, mentees, mentors, bits } = body;
	const own = points / body.unit;
	const tie = pairTie(mentees.hash, mentors.hash, i, j, bits);
	const e = addPair(live.pairs, i, j, own, pairCost(costs, own), tie);
	fitMarks(body);
	live.repair.state[e] = CLOSED;
	return e;
}

function join(
	body: LiveBody,
	edit: Extract<LiveEdit, { kind: "join" }>,
): LiveRefusal | undefined {
	const isMentee = edit.side === "mentee";
	const [own, other] = isMentee
		? [body.mentees, body.mentors]
		: [body.mentors, body.mentees];
	if (own.index.has(edit.id)) return "there-already";
	if (edit.pairs.some((pair) => !other.index.has(pair.with)))
		return isMentee ? "unknown-mentor" : "unknown-mentee";
	if (new Set(edit.pairs.map((pair) => pair.with)).size < edit.pairs.length)
		return "there-already";
	if (!Number.isSafeInteger(edit.units) || edit.units < 0) return "not-whole";
	if (!edit.pairs.every(({ points }) => Number.isSafeInteger(points)))
		return "not-whole";
	const x = own.ids.push(edit.id) - 1;
	own.index.set(edit.id, x);
	own.units[x] = edit.units;
	own.hash.set(idHashes(body.seed, edit.side, [edit]), 2 * x);
	const { live } = body;
	for (const pair of edit.pairs) {
		const y = other.index.get(pair.with) ?? 0;
		const e = isMentee
			? newPair(body, x, y, pair.points)
			: newPair(body, y, x, pair.points);
		if (!isNeverUsed(body, e)) live.repair.state[e] = 0;
	}
	if (isMentee) {
		live.repair.graph.supply[x] = edit.units;
		setOutside(body, x);
		restart(live, x);
		finish(live, x);
		for (const pair of edit.pairs)
			changePlaces(body, other.index.get(pair.with) ?? 0);
	} else {
		live.repair.graph.room[x] = placesLeft(body, x);
		priceHolder(live, x);
		setFiller(body, x);
	}
	return undefined;
}

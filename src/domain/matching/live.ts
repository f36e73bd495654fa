// A matching that stays exactly optimal while people decide: pin, forbid, change places and needs, let people leave and join. After every
// edit the pairs are those that solving the changed problem anew would give, ties included (see kernel/live-matching.ts for why).
import type { Certificate } from "./certificate.ts";
import type { LiveBody, LivePrices, Reserve } from "./live-body.ts";
import { liveBody, pairNumber } from "./live-body.ts";
import type { LiveChanges } from "./live-changes.ts";
import { isMade, madeOf, noteChanges } from "./live-changes.ts";
import type { LiveEdit, LiveRefusal } from "./live-edits.ts";
import { applyEdit, reserveFor } from "./live-edits.ts";
import {
	certificateOfLive,
	haveOtherTiers,
	inputOfLive,
	keptOutOf,
	pricesOfLive,
} from "./live-state.ts";
import type {
	Objective,
	Problem,
	ProblemInput,
	ScoredPair,
} from "./problem.ts";
import { assembleProblem } from "./problem.ts";

export type { LiveChanges, LiveEdit, LivePrices, LiveRefusal };

export type LiveStart = {
	/** Pairs in use, as marks of the problem's candidates: of a solution, or of an earlier live matching. */
	readonly used?: Uint8Array;
	/** Without prices, or with prices of another problem, the result is the same, only later. */
	readonly prices?: LivePrices | undefined;
};

export type LiveAnswer =
	| { readonly ok: true; readonly changes: LiveChanges }
	| {
			readonly ok: false;
			readonly why: LiveRefusal;
			readonly at: number;
			readonly changes: LiveChanges;
	  };

export type Live = {
	/**
	 * Makes the edits one after the other and tells what changed in all. An edit that cannot be made is answered by why, and by its place
	 * in the list; those before it stay made.
	 */
	edit(...edits: readonly LiveEdit[]): LiveAnswer;
	/**
	 * What changes if this pair must be made (or, for a pair that is made, must not): exact, and all is as before afterwards. Nothing for
	 * a pair that is unknown or pinned, or of somebody whose units are all pinned.
	 */
	lossOf(pair: {
		readonly mentee: string;
		readonly mentor: string;
	}): LiveChanges | undefined;
	/** All pairs, pinned ones included, in no order. */
	made(): readonly ScoredPair[];
	/** The problem as it is now, for a cold solve and for the certificate's check. */
	input(): ProblemInput;
	/** Prices that prove the pairs that are not pinned best: check them by checkCertificate. */
	certificate(): Certificate;
	/** To start again from later: prices of the mentors in the order of `input().mentors` sorted by id. */
	prices(): LivePrices;
	/** Nodes settled so far: the deterministic measure of work. */
	operations(): number;
};

/** Nothing for problems with caps or kinds and for scores with too many digits: solve those anew after each change. */
export function createLive(
	problem: Problem,
	start: LiveStart = {},
): Live | undefined {
	const body = liveBody(problem, start.used, start.prices, noReserve);
	return body && liveOver(problem.objective, body);
}

const noReserve: Reserve = {
	mentees: 0,
	mentors: 0,
	points: [],
	keptOut: [],
	made: [],
};

function liveOver(objective: Objective, first: LiveBody): Live {
	let body = first;
	const edit: Live["edit"] = (...edits) => {
		const note = noteChanges(body);
		for (const [at, one] of edits.entries()) {
			const reserve = reserveFor(body, one);
			if (reserve !== undefined) {
				const larger = enlarged(objective, body, reserve);
				if (larger === undefined)
					return {
						ok: false,
						why: "too-many-digits",
						at,
						changes: note.read(),
					};
				body = larger;
				note.moveTo(body);
			}
			const refusal = applyEdit(body, one, note);
			if (refusal !== undefined)
				return { ok: false, why: refusal, at, changes: note.read() };
			if (!haveOtherTiers(body, one)) continue;
			const other = enlarged(objective, body, noReserve);
			if (other === undefined)
				return { ok: false, why: "too-many-digits", at, changes: note.read() };
			body = other;
			note.moveTo(body);
		}
		return { ok: true, changes: note.read() };
	};
	return {
		edit,
		lossOf(pair) {
			const e = pairNumber(body, pair);
			if (e < 0 || body.pinned[e] === 1) return undefined;
			const isUsed = isMade(body, e);
			const there: LiveEdit = { kind: isUsed ? "forbid" : "pin", ...pair };
			const back: LiveEdit = { kind: isUsed ? "allow" : "unpin", ...pair };
			const forced = edit(there);
			if (!forced.ok) return undefined;
			edit(back);
			return forced.changes;
		},
		made: () => madeOf(body),
		input: () => inputOfLive(objective, body),
		certificate: () => certificateOfLive(body),
		prices: () => pricesOfLive(body),
		operations: () => body.live.repair.operations,
	};
}

/** The same matching with more room. */
function enlarged(
	objective: Objective,
	body: LiveBody,
	reserve: NonNullable<ReturnType<typeof reserveFor>>,
): LiveBody | undefined {
	const keptOut = keptOutOf(body);
	const now = inputOfLive(objective, body);
	const problem = assembleProblem({
		...now,
		pairs: [...now.pairs, ...keptOut],
	});
	return liveBody(problem, undefined, pricesOfLive(body), {
		...reserve,
		keptOut,
		made: madeOf(body),
	});
}

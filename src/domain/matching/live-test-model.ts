// The problem under live edits as a plain list, kept without any code of the live matching.
import type { LiveEdit } from "./live.ts";
import type { Objective, ProblemInput, ScoredPair } from "./problem.ts";
import { pairKey } from "./problem.ts";

export type Edit =
	| {
			readonly kind: "pin" | "unpin" | "forbid" | "allow";
			i: number;
			j: number;
	  }
	| { readonly kind: "points"; i: number; j: number; points: number }
	| { readonly kind: "units"; isMentee: boolean; x: number; units: number }
	| {
			readonly kind: "join";
			isMentee: boolean;
			units: number;
			scores: number[];
	  };

export function createModel(
	objective: Objective,
	needs: readonly number[],
	places: readonly number[],
	scores: readonly (number | null)[],
) {
	const mentees = needs.map((units, i) => ({ id: `e${i}`, units }));
	const mentors = places.map((units, j) => ({ id: `r${j}`, units }));
	const pairs = new Map<
		string,
		ScoredPair & { isOut?: boolean; isPinned?: boolean }
	>();
	const put = (mentee: string, mentor: string, own: number) => {
		const pair = { mentee, mentor, points: own * 1e5 };
		pairs.set(pairKey(pair), { ...pairs.get(pairKey(pair)), ...pair });
	};
	mentees.forEach(({ id }, i) => {
		mentors.forEach((mentor, j) => {
			const own = scores[i * mentors.length + j];
			if (own !== null && own !== undefined) put(id, mentor.id, own);
		});
	});
	const pinnedOf = (side: "mentee" | "mentor", id: string) =>
		[...pairs.values()].filter((pair) => pair.isPinned && pair[side] === id)
			.length;
	return { input, make };

	function input(): ProblemInput {
		const all = [...pairs.values()];
		const bare = ({ mentee, mentor, points: own }: ScoredPair) => ({
			mentee,
			mentor,
			points: own,
		});
		return {
			objective,
			seed: "spring",
			mentees,
			mentors,
			pairs: all.filter((pair) => !pair.isOut).map(bare),
			pinned: all.filter((pair) => pair.isPinned).map(bare),
		};
	}

	/** Makes the edit if it makes sense here, and says it in the words of the live matching. */
	function make(one: Edit): LiveEdit | undefined {
		if (one.kind === "join") return join(one);
		if (one.kind === "units") {
			const side = one.isMentee ? "mentee" : "mentor";
			const people = one.isMentee ? mentees : mentors;
			const person = people[one.x % people.length];
			if (!person || one.units < pinnedOf(side, person.id)) return undefined;
			person.units = one.units;
			return { kind: "units", side, id: person.id, units: one.units };
		}
		const mentee = mentees[one.i % mentees.length];
		const mentor = mentors[one.j % mentors.length];
		if (!mentee || !mentor) return undefined;
		const names = { mentee: mentee.id, mentor: mentor.id };
		if (one.kind === "points") {
			put(mentee.id, mentor.id, one.points);
			return { kind: "points", ...names, points: one.points * 1e5 };
		}
		const pair = pairs.get(pairKey(names));
		if (!pair) return undefined;
		if (one.kind === "pin") {
			if (pair.isPinned) return undefined;
			if (pinnedOf("mentee", mentee.id) >= mentee.units) return undefined;
			if (pinnedOf("mentor", mentor.id) >= mentor.units) return undefined;
			pair.isPinned = true;
		} else if (one.kind === "unpin") {
			if (!pair.isPinned) return undefined;
			pair.isPinned = false;
		} else if (one.kind === "forbid") {
			if (pair.isPinned) return undefined;
			pair.isOut = true;
		} else pair.isOut = false;
		return { kind: one.kind, ...names };
	}

	function join(one: Extract<Edit, { kind: "join" }>): LiveEdit {
		const [own, others] = one.isMentee
			? [mentees, mentors]
			: [mentors, mentees];
		const id = `${one.isMentee ? "e" : "r"}${own.length}`;
		const known = others.slice(0, one.scores.length);
		own.push({ id, units: one.units });
		known.forEach((other, k) => {
			const worth = one.scores[k] ?? 0;
			if (one.isMentee) put(id, other.id, worth);
			else put(other.id, id, worth);
		});
		return {
			kind: "join",
			side: one.isMentee ? "mentee" : "mentor",
			id,
			units: one.units,
			pairs: known.map((other, k) => ({
				with: other.id,
				points: (one.scores[k] ?? 0) * 1e5,
			})),
		};
	}
}

// For somebody whom only a cap keeps from a place: by which cap, and what raising it by one would change. Every change told was found by
// solving again with it, everybody else keeping as many pairs as they have; so it is asked for problems of some thousand pairs only.
import { fullCaps, PAIR_ONCE } from "./caps.ts";
import { pairsOf } from "./outcome.ts";
import type { Problem, ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem, byCodePoint } from "./problem.ts";
import type { Solution } from "./solve.ts";
import { solve } from "./solve.ts";

/** One more pair under the cap `rule`: the person would then be with `partner`, or it is enough if `partner` has one more place besides. */
export type CapRaise = {
	readonly rule: string;
	readonly partner: string;
	readonly alsoNeedsPlace: boolean;
	/** What the sum would change by, in millionths. */
	readonly gain: number;
};

export type CapsInTheWay = {
	/** Names of the caps that are full for a pair this mentee could have. */
	fullFor(mentee: string): readonly string[];
	/** The raise after which this mentee has a pair more and nobody one fewer. */
	raiseFor(mentee: string): CapRaise | undefined;
};

const MOST_WORK = 400_000;
const MOST_PARTNERS = 3;

export function capsInTheWay(
	problem: Problem,
	{ used }: Pick<Solution, "used">,
): CapsInTheWay {
	const { caps, pinned } = problem;
	const made = [...pairsOf(problem, used), ...pinned];
	const possible = [...pairsOf(problem), ...problem.withoutPlace];
	const isMade = new Set(made.map(key));
	const openTo = Map.groupBy(
		possible.filter((pair) => !isMade.has(key(pair))),
		({ mentee }) => mentee,
	);
	// That nobody is paired twice is told otherwise, and never raised.
	const full = fullCaps(
		caps.filter(({ name }) => name !== PAIR_ONCE),
		made,
	);
	let left = MOST_WORK;
	const fullFor = (mentee: string) =>
		[...new Set((openTo.get(mentee) ?? []).flatMap(full))].toSorted(
			byCodePoint,
		);
	return {
		fullFor,
		raiseFor(mentee) {
			const partners = (openTo.get(mentee) ?? [])
				.toSorted(
					(a, b) => b.points - a.points || byCodePoint(a.mentor, b.mentor),
				)
				.slice(0, MOST_PARTNERS)
				.map(({ mentor }) => mentor);
			for (const places of [[undefined], partners]) {
				const raises = fullFor(mentee).flatMap((rule) =>
					places.flatMap((mentor) => {
						left -= possible.length + problem.mentees.length;
						if (left < 0) return [];
						const change = { mentee, rule, mentor };
						return solvedWith(problem, made, possible, change) ?? [];
					}),
				);
				const [best] = raises.toSorted(
					(a, b) => b.gain - a.gain || byCodePoint(a.rule, b.rule),
				);
				if (best !== undefined) return best;
			}
			return undefined;
		},
	};
}

function solvedWith(
	problem: Problem,
	made: readonly ScoredPair[],
	possible: readonly ScoredPair[],
	change: {
		readonly mentee: string;
		readonly rule: string;
		readonly mentor: string | undefined;
	},
): CapRaise | undefined {
	const held = new Map<string, number>();
	for (const { mentee } of made) held.set(mentee, (held.get(mentee) ?? 0) + 1);
	const input: ProblemInput = {
		objective: "people",
		// Needs are what people have now: they no longer say it.
		countsMentors:
			problem.objective === "people" &&
			problem.candidates.mentorCovered !== undefined,
		seed: problem.seed,
		mentees: problem.mentees.map(({ id }) => ({
			id,
			units: (held.get(id) ?? 0) + (id === change.mentee ? 1 : 0),
		})),
		mentors: problem.mentors.map(({ id, units }) => ({
			id,
			units: units + (id === change.mentor ? 1 : 0),
		})),
		pairs: possible,
		caps: problem.caps.map((cap) =>
			cap.name === change.rule ? { ...cap, most: cap.most + 1 } : cap,
		),
		pinned: problem.pinned,
	};
	const again = assembleProblem(input);
	const after = [...pairsOf(again, solve(again).used), ...problem.pinned];
	if (after.length !== made.length + 1) return undefined;
	const before = new Set(made.map(key));
	const own = after.filter(({ mentee }) => mentee === change.mentee);
	const partner = own.find((pair) => !before.has(key(pair)));
	return {
		rule: change.rule,
		partner: change.mentor ?? partner?.mentor ?? "",
		alsoNeedsPlace: change.mentor !== undefined,
		gain: sumOf(after) - sumOf(made),
	};
}

function sumOf(pairs: readonly ScoredPair[]): number {
	return pairs.reduce((sum, { points }) => sum + points, 0);
}

function key({ mentee, mentor }: ScoredPair): string {
	return JSON.stringify([mentee, mentor]);
}

// Long work about a plan that is shown already: what it is, and how far.
import { z } from "zod";

/** equity: beside the plan shown, those for other aims where they follow, the guarded plan, what the other measure would cost, the proof. audit: the round solved again with groups exchanged. */
export type Work = "equity" | "audit";

/** A work about one plan of a round, by its fingerprint. */
export type WorkId = {
	readonly round: string;
	readonly fingerprint: string;
	readonly work: Work;
};

export type Stage =
	| "waiting"
	| "other-plans"
	| "guarded-plan"
	| "other-measure"
	| "proof"
	| "exchange";

/** How far a stage is; what it cannot tell is left out. */
export const WorkProgress = z.object({
	/** At work on this stage. */
	seconds: z.number().default(0),
	/** Parts done, and how many there are. */
	done: z.number().optional(),
	of: z.number().optional(),
	/** The fact that is exchanged now. */
	fact: z.string().optional(),
	/** Of the integer solver: what no plan can have more than, in millionths of a point, and its distance from the best one found. */
	bound: z.number().optional(),
	gap: z.number().optional(),
});
export type WorkProgress = z.infer<typeof WorkProgress>;

/** What a thread says of how far it is; the time is taken by whoever hears it. */
export type WorkStep = Omit<WorkProgress, "seconds">;

const MILLISECONDS_BETWEEN_STEPS = 250;

/** Passes on at most so many steps: each is written into the database. */
export function atTimes(
	tell: (step: WorkStep) => void,
	clock: () => number,
): (step: WorkStep) => void {
	let told = -Infinity;
	return (step) => {
		if (clock() - told < MILLISECONDS_BETWEEN_STEPS) return;
		told = clock();
		tell(step);
	};
}

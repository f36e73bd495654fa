import type { Change, EmptyCells } from "./change.ts";
import type { CustomValue } from "./custom-field.ts";
import type { EnrolledSide, PersonRef } from "./known-person.ts";
import type { PersonId } from "./person-id.ts";
import type { PersonFacts } from "./person-row.ts";
import type { RowProblem } from "./row-problem.ts";
import type { Skill } from "./skill.ts";

export interface ImportOptions {
	/** ISO date. */
	readonly today: string;
	/** Whether an empty cell of a mapped column leaves what is known or clears it. Names, numbers and addresses are never cleared. */
	readonly emptyCells: EmptyCells;
	/** Whether sides and capacities enrol into a program. */
	readonly enrols: boolean;
	/** Who of those missing from the file is to be marked as left. */
	readonly leaving: "nobody" | "everyone-missing" | readonly PersonId[];
}

/** All that an import would do. Each row of the file is in exactly one of create, update, unchanged and refused. */
export interface ImportPlan {
	readonly create: readonly NewPerson[];
	readonly update: readonly ChangedPerson[];
	/** person null: someone who has left and was never known, so nothing is kept about them. */
	readonly unchanged: readonly {
		readonly row: number;
		readonly person: PersonId | null;
	}[];
	readonly refused: readonly number[];
	/**
	 * Sensitive facts to be laid before each person; null withdraws one. They count as no change and are listed for everyone alike, because
	 * who has answered theirs is nobody's business.
	 */
	readonly proposals: readonly Proposal[];
	readonly problems: readonly RowProblem[];
	/** Known, here, and in no row, not even a refused one. */
	readonly missing: readonly PersonId[];
	/** Refused rows of which nobody can tell whom they are about: some of `missing` may be among them. */
	readonly unrecognised: readonly number[];
	/** Those of `missing` to be marked as left today. */
	readonly leave: readonly PersonId[];
}

export interface NewPerson {
	readonly row: number;
	readonly facts: PersonFacts;
	readonly manager: PersonRef | null;
	readonly custom: Readonly<Record<string, CustomValue>>;
	readonly offers: readonly Skill[];
	readonly seeks: readonly Skill[];
	readonly enrolments: readonly {
		readonly side: EnrolledSide;
		readonly capacity: number;
	}[];
}

export interface ChangedPerson {
	readonly row: number;
	readonly person: PersonId;
	readonly changes: readonly Change[];
}

export interface Proposal {
	readonly ref: PersonRef;
	readonly facts: Readonly<Record<string, CustomValue | null>>;
}

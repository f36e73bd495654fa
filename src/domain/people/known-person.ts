import type { CustomValue } from "./custom-field.ts";
import type { PersonFacts } from "./person-row.ts";
import type { PersonId } from "./person-id.ts";
import type { Skill } from "./skill.ts";

/** Someone who is in the database, as an import sees them. What they declared about themselves as sensitive is not among it. */
export interface KnownPerson {
	readonly id: PersonId;
	readonly facts: PersonFacts;
	readonly managerId: PersonId | null;
	readonly custom: Readonly<Record<string, CustomValue>>;
	readonly offers: readonly KnownSkill[];
	readonly seeks: readonly KnownSkill[];
	/** In the program this import enrols into, if any. */
	readonly enrolments: Readonly<Partial<Record<EnrolledSide, KnownEnrolment>>>;
}

export interface KnownSkill extends Skill {
	/** Said by the person; an import leaves it alone. */
	readonly isOwn: boolean;
}

export type EnrolledSide = "mentor" | "mentee";

export interface KnownEnrolment {
	readonly capacity: number;
	/** Declined, withdrawn, not admitted or left. */
	readonly isEnded: boolean;
}

/** A person known, or the one that a row of the file will create. */
export type PersonRef =
	| { readonly person: PersonId }
	| { readonly row: number };

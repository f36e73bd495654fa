import type { CustomValue } from "./custom-field.ts";
import type { Side } from "./read-value.ts";
import type { Skill } from "./skill.ts";

/** What a file can say about a person outside of programs. Dates are ISO; texts are tidied; null and [] mean: nothing known. */
export interface PersonFacts {
	readonly employeeNumber: string | null;
	readonly email: string | null;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly jobTitle: string | null;
	readonly unit: string | null;
	readonly function: string | null;
	readonly discipline: string | null;
	readonly grade: string | null;
	readonly location: string | null;
	/** IANA. */
	readonly timeZone: string | null;
	/** ISO 639 codes. */
	readonly languages: readonly string[];
	readonly locale: string | null;
	readonly hireDate: string | null;
	/** The day the person left; null: they are here. */
	readonly leftOn: string | null;
	readonly experience: string | null;
	readonly clients: readonly string[];
	readonly industries: readonly string[];
}

export type FactKey = keyof PersonFacts;
export type FactValue = PersonFacts[FactKey];

export const FACT_KEYS = [
	"employeeNumber",
	"email",
	"firstName",
	"lastName",
	"jobTitle",
	"unit",
	"function",
	"discipline",
	"grade",
	"location",
	"timeZone",
	"languages",
	"locale",
	"hireDate",
	"leftOn",
	"experience",
	"clients",
	"industries",
] as const satisfies readonly FactKey[];

/** Someone of whom nothing is known. */
export const NO_FACTS: PersonFacts = {
	employeeNumber: null,
	email: null,
	firstName: null,
	lastName: null,
	jobTitle: null,
	unit: null,
	function: null,
	discipline: null,
	grade: null,
	location: null,
	timeZone: null,
	languages: [],
	locale: null,
	hireDate: null,
	leftOn: null,
	experience: null,
	clients: [],
	industries: [],
};

/**
 * A row that can be taken. What is absent was not in the file or could not be used, and stays as it is; null or an empty list was an empty
 * cell, which the import's choice decides about.
 */
export interface PersonRow {
	readonly row: number;
	readonly facts: Partial<PersonFacts>;
	/** An employee number, an e-mail address or a name, not looked up yet. */
	readonly manager?: string | null;
	readonly custom: Readonly<Record<string, CustomValue | null>>;
	/** Sensitive facts, by field key or custom key: proposals to the person. */
	readonly proposals: Readonly<Record<string, CustomValue | null>>;
	readonly enrolment: EnrolmentCells;
	readonly offers?: readonly Skill[];
	readonly seeks?: readonly Skill[];
}

/** `capacity`: for a mentor how many mentees, for a mentee how many mentors. */
export interface EnrolmentCells {
	readonly side?: Side | null;
	readonly capacity?: number | null;
}

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A row while its cells are being read. */
export interface RowDraft {
	readonly row: number;
	readonly facts: Writable<Partial<PersonFacts>>;
	fullName: string | null;
	manager: string | null | undefined;
	readonly custom: Record<string, CustomValue | null>;
	readonly proposals: Record<string, CustomValue | null>;
	readonly enrolment: Writable<EnrolmentCells>;
	offers: readonly Skill[] | undefined;
	seeks: readonly Skill[] | undefined;
}

export function emptyDraft(row: number): RowDraft {
	return {
		row,
		facts: {},
		fullName: null,
		manager: undefined,
		custom: {},
		proposals: {},
		enrolment: {},
		offers: undefined,
		seeks: undefined,
	};
}

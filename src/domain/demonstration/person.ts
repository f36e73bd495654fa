import type { StarterCompetency } from "../competencies/starter.ts";
import type { Level } from "../competencies/catalogue.ts";
import type { StyleAnswers } from "../style/questions.ts";
import type { Grade, Unit } from "./house.ts";
import type { City } from "./places.ts";
import type { FunctionName } from "./trades.ts";

/** Someone of the demonstration, as HR and the person would describe them. Dates are ISO, languages ISO 639. */
export type DemonstrationPerson = {
	readonly employeeNumber: string;
	readonly email: string;
	readonly firstName: string;
	readonly lastName: string;
	/** As the person is addressed: the family name comes first for many. */
	readonly fullName: string;
	readonly jobTitle: string;
	readonly unit: Unit;
	readonly function: FunctionName;
	readonly discipline: string;
	readonly grade: Grade;
	readonly location: City;
	readonly timeZone: string;
	readonly languages: readonly string[];
	/** The employee number of the manager; only the chief executive has none. */
	readonly manager: string | undefined;
	readonly hireDate: string;
	readonly leftOn: string | undefined;
	readonly birthYear: number;
	readonly gender: "woman" | "man";
	/** What the person has declared about themselves, and for what it may be used. */
	readonly declared: readonly Declaration[];
	readonly experience: string | undefined;
	readonly clients: readonly string[];
	readonly industries: readonly string[];
	readonly style: StyleAnswers;
	readonly offers: readonly Strength[];
	readonly seeks: readonly Strength[];
};

export type Declaration = {
	readonly fact: "birthYear" | "gender";
	readonly value: string;
	readonly forPairing: boolean;
	readonly forAudit: boolean;
};

export type Strength = {
	readonly competency: StarterCompetency;
	readonly level: Level;
};

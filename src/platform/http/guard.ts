export type Office =
	| "administrator"
	| "program-manager"
	| "coordinator"
	| "analyst"
	| "committee-member"
	| "facilitator"
	| "learning-partner"
	| "ombudsperson";

export const offices = [
	"administrator",
	"program-manager",
	"coordinator",
	"analyst",
	"committee-member",
	"facilitator",
	"learning-partner",
	"ombudsperson",
] as const satisfies readonly Office[];

/** An office held now: for one program, or (null) for all. */
export type HeldOffice = {
	readonly office: Office;
	readonly program: string | null;
};

/** Who may open a route at all. What they see there is decided once more by the rows the database lets them have. */
export type Guard =
	| { readonly kind: "anyone" }
	| { readonly kind: "signed-in" }
	| {
			readonly kind: "demonstration-or-office";
			readonly offices: readonly Office[];
	  }
	| {
			readonly kind: "office";
			readonly offices: readonly Office[];
			/** The route parameter that names the program; without it, the office for any program opens the route. */
			readonly programIn: string | undefined;
	  };

export const anyone: Guard = { kind: "anyone" };
export const signedIn: Guard = { kind: "signed-in" };

export function holding(...wanted: readonly Office[]): Guard {
	return { kind: "office", offices: wanted, programIn: undefined };
}

/** The office must be for the program named by the route parameter, or for all programs. */
export function holdingIn(
	programIn: string,
	...wanted: readonly Office[]
): Guard {
	return { kind: "office", offices: wanted, programIn };
}

export function holdingOrDemonstration(...wanted: readonly Office[]): Guard {
	return { kind: "demonstration-or-office", offices: wanted };
}

export type Applicant = {
	readonly isSignedIn: boolean;
	readonly held: readonly HeldOffice[];
	readonly isDemonstration: boolean;
	readonly params: Readonly<Record<string, string>>;
};

export function mayEnter(guard: Guard, applicant: Applicant): boolean {
	switch (guard.kind) {
		case "anyone":
			return true;
		case "signed-in":
			return applicant.isSignedIn;
		case "demonstration-or-office":
			return applicant.isDemonstration || holds(applicant, guard.offices);
		case "office":
			return holds(applicant, guard.offices, guard.programIn);
	}
}

function holds(
	{ held, params }: Applicant,
	wanted: readonly Office[],
	programIn?: string,
): boolean {
	return held.some(
		({ office, program }) =>
			wanted.includes(office) &&
			(programIn === undefined ||
				program === null ||
				program === params[programIn]),
	);
}

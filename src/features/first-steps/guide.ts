/** What a first page for a role says. Every text is for one reader. */
export type Guide = {
	readonly role: FirstRole;
	readonly title: string;
	readonly purpose: string;
	/** What others may count on. */
	readonly expected: readonly string[];
	/** How the first meeting, or the first weeks, may go. */
	readonly first?: {
		readonly title: string;
		readonly lines: readonly string[];
	};
	readonly steps: readonly FirstStep[];
};

export type FirstStep = {
	/** Stays the same for ever: what somebody ticked off is kept by it. */
	readonly id: string;
	readonly label: string;
	readonly hint: string;
	/** Where it is done; undefined: nowhere in particular. */
	readonly href?: string | undefined;
	/** Of a step that a program added. */
	readonly own?: {
		readonly program: string;
		/** The language it is written in. */
		readonly locale: string;
		readonly file: { readonly name: string; readonly bytes: number } | null;
	};
};

export const firstRoles = [
	"mentor",
	"mentee",
	"program-manager",
	"committee-member",
	"facilitator",
	"line-manager",
] as const;
export type FirstRole = (typeof firstRoles)[number];

/** Where steps lead; undefined: the list of all is as near as it gets. */
export type Places = {
	readonly program: string | undefined;
	readonly relationship: string | undefined;
};

/** The page of a program, or the list where it is not known which. */
export function inProgram({ program }: Places, part = ""): string {
	return program === undefined ? "/programs" : `/programs/${program}${part}`;
}

/** The page of a relationship, or the list where there is none yet. */
export function inRelationship({ relationship }: Places, part = ""): string {
	return relationship === undefined
		? "/relationships"
		: `/relationships/${relationship}${part}`;
}

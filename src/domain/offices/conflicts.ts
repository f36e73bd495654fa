// Who holds offices that should not meet in one person. Nothing is forbidden here: in a small organisation it may be unavoidable, and then
// everyone should be able to see it, and who else could look.

export type Holding = {
	readonly person: string;
	readonly office: string;
	/** null: for all programs. */
	readonly program: string | null;
};

export type TakingPart = {
	readonly person: string;
	readonly program: string;
	readonly side: "mentor" | "mentee";
};

export type Reason = "program-manager" | "mentor" | "mentee";

export type Conflict =
	| {
			readonly kind: "audits-own";
			readonly person: string;
			/** Ids, in the order given; the ones where the reasons and the others are the same stand together. */
			readonly programs: readonly string[];
			readonly because: readonly Reason[];
			/** Analysts of these programs who have no part in them. */
			readonly others: readonly string[];
	  }
	/** The only administrator also runs programs: nobody looks after them who could not change what they are looked at for. */
	| { readonly kind: "administers-alone"; readonly person: string };

export type Entrusted = {
	/** What is held now. */
	readonly held: readonly Holding[];
	readonly takingPart: readonly TakingPart[];
	/** Every program that could be audited. */
	readonly programs: readonly string[];
};

/** O(programs × analysts), each a look at what that person holds. */
export function officeConflicts(entrusted: Entrusted): readonly Conflict[] {
	return [...auditsOfOwn(entrusted), ...administersAlone(entrusted)];
}

function auditsOfOwn({ held, takingPart, programs }: Entrusted): Conflict[] {
	const together = new Map<string, Extract<Conflict, { kind: "audits-own" }>>();
	for (const program of programs) {
		const analysts = holdersFor(held, "analyst", program);
		const judged = analysts.map((person) => ({
			person,
			because: reasonsOf(person, program, { held, takingPart }),
		}));
		const others = judged
			.filter(({ because }) => because.length === 0)
			.map(({ person }) => person);
		for (const { person, because } of judged) {
			if (because.length === 0) continue;
			const key = JSON.stringify([person, because, others]);
			const before = together.get(key)?.programs ?? [];
			together.set(key, {
				kind: "audits-own",
				person,
				programs: [...before, program],
				because,
				others,
			});
		}
	}
	return [...together.values()];
}

function reasonsOf(
	person: string,
	program: string,
	{ held, takingPart }: Pick<Entrusted, "held" | "takingPart">,
): Reason[] {
	const manages = holdersFor(held, "program-manager", program).includes(person);
	const sides = takingPart
		.filter((each) => each.person === person && each.program === program)
		.map(({ side }) => side);
	return [
		...(manages ? (["program-manager"] as const) : []),
		...(["mentor", "mentee"] as const).filter((side) => sides.includes(side)),
	];
}

function administersAlone({ held }: Entrusted): Conflict[] {
	const administrators = people(
		held.filter(({ office }) => office === "administrator"),
	);
	const [person, ...more] = administrators;
	const runsPrograms = held.some(
		(each) => each.person === person && each.office === "program-manager",
	);
	return person !== undefined && more.length === 0 && runsPrograms
		? [{ kind: "administers-alone", person }]
		: [];
}

function holdersFor(
	held: readonly Holding[],
	office: string,
	program: string,
): string[] {
	return people(
		held.filter(
			(each) =>
				each.office === office &&
				(each.program === null || each.program === program),
		),
	);
}

function people(held: readonly Holding[]): string[] {
	return [...new Set(held.map(({ person }) => person))];
}

// How far a custodian's asking to open a relationship's notes has come. The database lets nobody have anything before the hours are over
// (recovery_is_due in migrations/0021); the pages and the browsers count the same hours from here.

/** Between the asking, which the members are told of at once, and the first moment anything is handed out. */
export const hoursBeforeOpening = 72;

/** After which an asking is over, whatever came of it. */
export const daysOpen = 14;

export type OpeningAct =
	| "agreed"
	| "objected"
	| "peeled"
	| "read"
	| "withdrawn";

export type OpeningStep = {
	readonly act: OpeningAct;
	readonly person: string;
	readonly at: Date;
};

/**
 * `asked`: no second custodian agrees, or somebody has objected since they did. `agreed`: the hours run. `due`: the second custodian may take their
 * wrap off. `peeled`: the custodian who asked may read. `read`: they do. `withdrawn` and `lapsed`: it is over.
 */
export type OpeningStanding =
	| "asked"
	| "agreed"
	| "due"
	| "peeled"
	| "read"
	| "withdrawn"
	| "lapsed";

export function openingStanding(
	{
		askedAt,
		steps,
	}: { readonly askedAt: Date; readonly steps: readonly OpeningStep[] },
	now: Date,
): OpeningStanding {
	const acts = steps.map(({ act }) => act);
	if (acts.includes("withdrawn")) return "withdrawn";
	if (now >= lapsesAt(askedAt)) return "lapsed";
	const agreed = acts.lastIndexOf("agreed");
	if (agreed === -1 || acts.lastIndexOf("objected") > agreed) return "asked";
	if (now < opensAt(askedAt)) return "agreed";
	if (acts.includes("read")) return "read";
	return acts.includes("peeled") ? "peeled" : "due";
}

/** Whether anything may still come of it. */
export function isRunning(standing: OpeningStanding): boolean {
	return standing !== "withdrawn" && standing !== "lapsed";
}

export function opensAt(askedAt: Date): Date {
	return new Date(askedAt.getTime() + hoursBeforeOpening * 3_600_000);
}

export function lapsesAt(askedAt: Date): Date {
	return new Date(askedAt.getTime() + daysOpen * 86_400_000);
}

/** Who agreed last: the one who takes the outer wrap off. */
export function secondCustodian(
	steps: readonly OpeningStep[],
): string | undefined {
	return steps.findLast(({ act }) => act === "agreed")?.person;
}

// Who sets an agenda, and what one click fills it with.

/** In reverse mentoring the junior, who is the mentor there, sets it alone: otherwise rank would. Elsewhere every member does. */
export function maySetAgenda(
	kind: "one-to-one" | "reverse" | "peer" | "circle" | "flash" | "shadowing",
	side: "mentor" | "mentee" | "peer" | "facilitator",
): boolean {
	return kind !== "reverse" || side !== "mentee";
}

export type OpenCommitment = {
	readonly id: string;
	/** YYYY-MM-DD */
	readonly dueOn: string;
};

/** Open commitments for an agenda: those due longest first, without those on it already, at most so many. */
export function carriedOver<Commitment extends OpenCommitment>(
	open: readonly Commitment[],
	onAgenda: ReadonlySet<string>,
	most: number,
): readonly Commitment[] {
	return open
		.filter(({ id }) => !onAgenda.has(id))
		.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
		.slice(0, Math.max(0, most - onAgenda.size));
}

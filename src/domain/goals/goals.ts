// Which goal a session looks at. Each open goal has its turn, one session after the other, so that none is forgotten and none fills every agenda;
// one whose day to look at it has come goes first.

export type OpenGoal = {
	readonly id: string;
	/** YYYY-MM-DD; null: no day. */
	readonly reviewOn: string | null;
};

/** At most so many goals for an agenda, without those on it already. `before`: how many sessions there were. */
export function goalsAtHand<Goal extends OpenGoal>(
	open: readonly Goal[],
	{
		onAgenda,
		before,
		day,
		most,
	}: {
		readonly onAgenda: ReadonlySet<string>;
		readonly before: number;
		/** Of the session, YYYY-MM-DD. */
		readonly day: string;
		readonly most: number;
	},
): readonly Goal[] {
	const isDue = ({ reviewOn }: Goal) => reviewOn !== null && reviewOn <= day;
	const due = open
		.filter(isDue)
		.toSorted((one, other) =>
			(one.reviewOn ?? "") < (other.reviewOn ?? "") ? -1 : 1,
		);
	const others = open.filter((goal) => !isDue(goal));
	const turn = others.length === 0 ? 0 : before % others.length;
	const inTurn = [...due, ...others.slice(turn), ...others.slice(0, turn)];
	const already = open.filter(({ id }) => onAgenda.has(id)).length;
	return inTurn
		.filter(({ id }) => !onAgenda.has(id))
		.slice(0, Math.max(0, most - already));
}

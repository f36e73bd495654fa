// How large a circle is, and when it begins.

/** Beside the facilitator. Fewer is a conversation, more is a meeting. */
export const circleSize = { fewest: 3, most: 12 } as const;

export type CircleSeat = {
	readonly side: "peer" | "facilitator";
	/** Null: not said yet. */
	readonly answer: "yes" | "no" | null;
};

/** As soon as a facilitator and the fewest who make a circle have said yes. */
export function mayBegin(seats: readonly CircleSeat[]): boolean {
	return (
		counted(seats, "facilitator") > 0 &&
		counted(seats, "peer") >= circleSize.fewest
	);
}

/** How many more can be asked: whoever has said no takes no seat. */
export function freeSeats(seats: readonly CircleSeat[]): number {
	const taken = seats.filter(
		({ side, answer }) => side === "peer" && answer !== "no",
	).length;
	return Math.max(0, circleSize.most - taken);
}

/** Whether it goes on without somebody: two are enough to talk, one is not. */
export function goesOnWith(members: number): boolean {
	return members >= 2;
}

function counted(
	seats: readonly CircleSeat[],
	side: CircleSeat["side"],
): number {
	return seats.filter((seat) => seat.side === side && seat.answer === "yes")
		.length;
}

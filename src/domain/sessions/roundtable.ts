/** How many can sit at a roundtable beside its host. */
export const fewestSeats = 3;
export const mostSeats = 12;
/** Characters. */
export const longestTopic = 200;
export const roundtableMinutes = { least: 30, usual: 90, most: 240 } as const;

/** Where somebody who asked as the `place`th (from 1) is: at the table, or how many wait before them. */
export function seatOf(
	place: number,
	seats: number,
):
	| { readonly kind: "seated" }
	| { readonly kind: "waiting"; readonly before: number } {
	return place <= seats
		? { kind: "seated" }
		: { kind: "waiting", before: place - seats - 1 };
}

// A digest that says every week what it said the week before is soon read by nobody. So one goes out when it has something to say: something that
// waits and was not told yet, a day that comes near, or a letter that waited for it. What still waits is told again after four weeks.

export const daysUntilToldAgain = 28;

/** A deadline is told once more when it is at most this many days away. */
export const daysNear = 3;

export type Told = {
	/** Marks of what the last digests said and what has waited ever since. */
	readonly marks: ReadonlySet<string>;
	/** When the last digest was written; milliseconds since 1970. */
	readonly at: number | undefined;
};

export type Telling = {
	/** Whether a digest is written. */
	readonly isTold: boolean;
	/** What is told after this look: what no longer waits is forgotten, so that it is news when it waits anew. */
	readonly marks: readonly string[];
};

/** `waiting`: a mark of each thing that waits now. `hasLetters`: something happened that is told in a digest alone. */
export function tellingOf(
	{ waiting, hasLetters }: { waiting: readonly string[]; hasLetters: boolean },
	told: Told,
	now: number,
): Telling {
	const isLongAgo =
		told.at === undefined ||
		now - told.at > (daysUntilToldAgain - 0.5) * 86_400_000;
	const isNew = waiting.some((mark) => !told.marks.has(mark));
	const isTold = hasLetters || isNew || (waiting.length > 0 && isLongAgo);
	return {
		isTold,
		marks: isTold ? waiting : waiting.filter((mark) => told.marks.has(mark)),
	};
}

/** What tells one thing that waits from another, and from itself when its day is near. `by`, `today`: YYYY-MM-DD. */
export function sameThing(
	{
		href,
		title,
		by,
	}: {
		readonly href: string;
		readonly title: string;
		readonly by?: string | undefined;
	},
	today: string,
): string {
	const days =
		by === undefined
			? undefined
			: (Date.parse(by) - Date.parse(today)) / 86_400_000;
	const isNear = days !== undefined && days <= daysNear;
	return JSON.stringify([href, title, isNear ? by : null]);
}

// What each answers alone before they read the others: a reflection, or a case table, whose dilemma names nobody.

/** Days a question stays open. */
export const daysOpen = { least: 1, usual: 7, most: 30 } as const;

/** The members' own names in a text that is to name nobody, as whole words, whatever their case. */
export function namesIn(
	text: string,
	members: readonly { readonly name: string }[],
): readonly string[] {
	const words = new Set(wordsOf(text));
	const found = members
		.flatMap(({ name }) => name.split(/\s+/))
		.filter((part) => part.length > 2 && words.has(folded(part)));
	return [...new Set(found)];
}

/** In a circle everybody has a turn, and nobody begins twice before all have begun. */
export function turnsOf<Member>(
	members: readonly Member[],
	sessionsBefore: number,
): readonly Member[] {
	const first = members.length === 0 ? 0 : sessionsBefore % members.length;
	return [...members.slice(first), ...members.slice(0, first)];
}

function wordsOf(text: string): readonly string[] {
	return folded(text).split(/[^\p{L}\p{N}]+/u);
}

function folded(text: string): string {
	return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

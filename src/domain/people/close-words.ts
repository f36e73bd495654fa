/** A word that was perhaps meant, and how many typing mistakes lie between. */
export type Spelling = { readonly word: string; readonly mistakes: number };

/**
 * The words of a vocabulary that a mistyped word may have meant, nearest first, at most `most`: those within the mistakes that are forgiven,
 * as a whole or in their beginning. What holds the word itself, or a nearer spelling, is left out: whoever looks for that finds it already.
 */
export function spellingsOf(
	word: string,
	vocabulary: Iterable<string>,
	most: number,
): readonly Spelling[] {
	const near = [...new Set(vocabulary)]
		.map((each) => ({ word: each, mistakes: mistakesBetween(word, each) }))
		.filter(({ mistakes }) => mistakes <= forgiven(word))
		.toSorted(
			(one, other) =>
				one.mistakes - other.mistakes ||
				Math.abs(one.word.length - word.length) -
					Math.abs(other.word.length - word.length),
		);
	const kept: Spelling[] = [];
	for (const each of near) {
		const isFound = [word, ...kept.map((nearer) => nearer.word)].some((text) =>
			each.word.includes(text),
		);
		if (!isFound) kept.push(each);
		if (kept.length === most) break;
	}
	return kept;
}

/**
 * How many typing mistakes are forgiven in a word: none in two letters, one in three to five, two in longer ones. More would find
 * everybody.
 */
export function forgiven(word: string): number {
	if (word.length <= 2) return 0;
	return word.length <= 5 ? 1 : 2;
}

/**
 * A short word with two neighbouring letters swapped, in every place: the one common mistake that leaves hardly a trigram in common with
 * what was meant. None for words long enough to keep some, and for those too short to forgive anything.
 */
export function swapsOf(word: string): readonly string[] {
	if (word.length < 3 || word.length > 5) return [];
	const letters = Array.from(word);
	const swapped = letters
		.slice(1)
		.map((letter, at) =>
			[
				...letters.slice(0, at),
				letter,
				letters[at],
				...letters.slice(at + 2),
			].join(""),
		);
	return [...new Set(swapped)].filter((each) => each !== word);
}

/**
 * How far a typed word is from another or its beginning, in letters missing, added, wrong or swapped with their neighbour (optimal string
 * alignment distance; Boytsov 2011, section 2.2).
 */
export function mistakesBetween(typed: string, word: string): number {
	const whole = alignment(typed, word);
	const started =
		word.length > typed.length
			? alignment(typed, word.slice(0, typed.length))
			: whole;
	return Math.min(whole, started);
}

function alignment(one: string, other: string): number {
	let before: number[] = [];
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const isSame = one[i - 1] === other[j - 1];
			const isSwap =
				i > 1 &&
				j > 1 &&
				one[i - 1] === other[j - 2] &&
				one[i - 2] === other[j - 1];
			next.push(
				Math.min(
					(row[j] ?? 0) + 1,
					(next[j - 1] ?? 0) + 1,
					(row[j - 1] ?? 0) + (isSame ? 0 : 1),
					isSwap ? (before[j - 2] ?? 0) + 1 : Infinity,
				),
			);
		}
		before = row;
		row = next;
	}
	return row[other.length] ?? 0;
}

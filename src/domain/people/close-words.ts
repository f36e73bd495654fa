/**
 * How many typing mistakes are forgiven in a word: none in two letters, one in three to five, two in longer ones. More would find
 * everybody.
 */
export function forgiven(word: string): number {
	if (word.length <= 2) return 0;
	return word.length <= 5 ? 1 : 2;
}

/**
 * How far a folded text is from the words asked for: the mistakes summed over the words, each compared with the nearest word of the text or
 * its beginning. Undefined when a word is further from all of them than is forgiven. Mistakes are letters missing, added, wrong or swapped
 * with their neighbour (optimal string alignment distance; Boytsov 2011, section 2.2).
 */
export function mistakesIn(
	text: string,
	asked: readonly string[],
): number | undefined {
	const words = text.split(" ");
	let sum = 0;
	for (const word of asked) {
		const nearest = Math.min(...words.map((each) => distance(word, each)));
		if (nearest > forgiven(word)) return undefined;
		sum += nearest;
	}
	return sum;
}

/**
 * A regular expression for a short word with two neighbouring letters swapped, the one common mistake that leaves it hardly a trigram in
 * common with what was meant. Undefined for words long enough to keep some, and for those too short to forgive anything.
 */
export function swaps(word: string): string | undefined {
	if (word.length < 3 || word.length > 5 || !/^[\p{L}\p{N}]+$/u.test(word))
		return undefined;
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
	return `\\m(${[...new Set(swapped)].join("|")})\\M`;
}

function distance(word: string, other: string): number {
	const whole = alignment(word, other);
	const started =
		other.length > word.length
			? alignment(word, other.slice(0, word.length))
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

/**
 * Puts grades in the order their names suggest, lowest first, for a person to correct: words of rank in English and German, "senior" and
 * "assistant" before them, numbers inside them. Names that suggest nothing come last, in the order of the alphabet.
 */
export function likelyGradeOrder(grades: readonly string[]): readonly string[] {
	return grades
		.map((grade) => ({ grade, rank: rankOf(grade) }))
		.toSorted(
			(one, other) =>
				one.rank - other.rank || byName.compare(one.grade, other.grade),
		)
		.map(({ grade }) => grade);
}

/** "Band 10" comes after "Band 9". */
const byName = new Intl.Collator("en", { numeric: true });

/** Steps of ten; where a grade names two, the higher is what it is ("Director, Assistants"). Multi-word ranks stand before their parts. */
const ranks: readonly (readonly [RegExp, number])[] = [
	[/\b(board|vorstand|ceo|chief|president(?!\w)|präsident\w*)/, 150],
	[/\b(executive|managing director|geschäftsführ\w*|partner)\b/, 130],
	[/\b(vp|vice president|vizepräsident\w*)\b/, 120],
	[/\b(director|direktor\w*)\b/, 100],
	[/\b(head|bereichsleit\w*|principal)\b/, 90],
	[/\b(manager\w*|abteilungsleit\w*)\b/, 80],
	[/\b(lead|leader|supervisor|teamleit\w*)\b/, 70],
	[/\b(expert\w*|professional|consultant|berater\w*)\b/, 60],
	[
		/\b(specialist|spezialist\w*|engineer|analyst\w*|officer|referent\w*)\b/,
		50,
	],
	[/\b(associate|sachbearbeiter\w*|staff)\b/, 40],
	[/\b(assistant|assistent\w*|junior|clerk)\b/, 30],
	[/\b(trainee|intern|apprentice|auszubildende\w*|praktikant\w*)\b/, 10],
	// The grades of the British civil service.
	[/^scs ?4$/, 124],
	[/^scs ?3$/, 123],
	[/^scs ?2$/, 122],
	[/^scs ?1$/, 121],
	[/^(grade|g) ?6$/, 96],
	[/^(grade|g) ?7$/, 95],
	[/^seo$/, 65],
	[/^heo$/, 55],
	[/^eo$/, 45],
	[/^ao$/, 35],
	[/^aa$/, 25],
];

/** What stands before a rank moves it by half a step, never past the next. */
const shades: readonly (readonly [RegExp, number])[] = [
	[/\b(senior|sr|leitende\w*)\b/, 5],
	[/\b(assistant|associate|deputy|junior|stellvertretende\w*)\b/, -4],
];

function rankOf(grade: string): number {
	const text = grade.toLowerCase().normalize("NFC");
	const vice = /\b(vp|vice[ -]president|vizepräsident\w*)\b/.test(text);
	const found = ranks.filter(
		([word, rank]) => word.test(text) && !(vice && rank === 150),
	);
	if (found.length === 0) return Number.POSITIVE_INFINITY;
	const rank = Math.max(...found.map(([, step]) => step));
	const shade = shades
		.filter(([word]) => word.test(text))
		.reduce((sum, [, step]) => sum + step, 0);
	return rank > 40 ? rank + shade : rank;
}

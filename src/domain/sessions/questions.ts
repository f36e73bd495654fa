// A starter set of questions for agendas, by what they ask about. Each has a name; its words are the feature's, in the reader's language.
// The choice turns with the number of sessions before, so that a relationship meets each question once before any comes again.

export const questionKinds = [
	"business-relevance",
	"strategic-uncertainty",
	"leadership-judgement",
] as const;
/** Those an agenda turns through, and those for a seat at a roundtable. */
export type QuestionKind = (typeof questionKinds)[number] | "at-the-table";

export const questions = {
	"business-relevance": [
		"result-that-counts",
		"who-pays",
		"stop-doing",
		"customer-said",
		"one-number",
		"money-elsewhere",
	],
	"strategic-uncertainty": [
		"believe-without-proof",
		"change-our-mind",
		"early-sign",
		"two-futures",
		"competitor-laughs",
		"cheap-test",
	],
	"leadership-judgement": [
		"hardest-decision",
		"not-said-aloud",
		"decide-again",
		"who-was-right",
		"delegate-next",
		"what-you-avoid",
	],
	"at-the-table": [
		"who-decides-there",
		"what-is-not-asked",
		"whose-view-lacks",
		"what-turned-it",
		"you-would-decide",
		"what-you-carry-back",
	],
} as const satisfies Readonly<Record<QuestionKind, readonly string[]>>;

export type Question = (typeof questions)[QuestionKind][number];

/** The question of a name; undefined: there is none, or none any more. */
export function questionNamed(name: string): AskedQuestion | undefined {
	for (const kind of [...questionKinds, "at-the-table"] as const) {
		const list: readonly Question[] = questions[kind];
		const question = list.find((each) => each === name);
		if (question !== undefined) return { kind, question };
	}
	return undefined;
}

export type AskedQuestion = {
	readonly kind: QuestionKind;
	readonly question: Question;
};

/** The next `count` questions after so many sessions: one of each of these kinds in turn. */
export function nextQuestions(
	sessionsBefore: number,
	count: number,
	kinds: readonly QuestionKind[] = questionKinds,
): readonly AskedQuestion[] {
	return Array.from({ length: count }, (_, place) => {
		const turn = sessionsBefore * count + place;
		const kind = kinds[turn % kinds.length];
		if (kind === undefined) return [];
		const list: readonly Question[] = questions[kind];
		const question = list[Math.floor(turn / kinds.length) % list.length];
		return question === undefined ? [] : [{ kind, question }];
	}).flat();
}

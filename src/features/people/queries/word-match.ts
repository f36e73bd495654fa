import { type Expression, sql, type SqlBool } from "kysely";

export type SearchWord = {
	readonly word: string;
	/** Ids of the competencies whose name holds the word. */
	readonly competencies: readonly string[];
};

/** Every word must be somewhere: in the text, or in the name of a competency the person offers. */
export function spelt(words: readonly SearchWord[]): Expression<SqlBool> {
	if (words.length === 0) return sql<SqlBool>`false`;
	return sql<SqlBool>`(${sql.join(
		words.map((word) => anyOf([word])),
		sql` and `,
	)})`;
}

/** One of the words is in the text, or in the name of a competency the person offers. */
export function anyOf(words: readonly SearchWord[]): Expression<SqlBool> {
	// Folded words hold letters and digits only, so nothing in them is a wildcard.
	const patterns = words.map(({ word }) => `%${word}%`);
	const competencies = words.flatMap((each) => each.competencies);
	const inText = sql<SqlBool>`person.search_text like any (${patterns}::text[])`;
	return competencies.length === 0
		? inText
		: sql<SqlBool>`(${inText} or person.id in (select offer.person_id from offer where offer.competency_id = any (${competencies}::uuid[])))`;
}

/** Leavers are left out unless asked for. */
export function isSought(withLeavers: boolean): Expression<SqlBool> {
	return withLeavers
		? sql<SqlBool>`true`
		: sql<SqlBool>`person.left_on is null`;
}

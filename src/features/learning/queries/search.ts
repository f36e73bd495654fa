import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";
import { searchWords } from "../../../domain/people/fold.ts";
import type { Db } from "../../../platform/database/database.ts";

export type Found = Awaited<ReturnType<typeof searchLearning>>[number];

/** More than anybody reads through; another word narrows it. */
const MOST = 40;

/**
 * Curricula and steps in which every word is found: as it is written, as a part of a word, or by its stem in English or German. Curricula
 * first, then what has the words in its title. Only what is published, and what it says around the words.
 */
export async function searchLearning(db: Db, query: string) {
	const words = searchWords(query);
	if (words.length === 0) return [];
	const curricula = await db
		.selectFrom("curriculum")
		.select([
			"id",
			"title",
			"locale",
			sql<string>`''`.as("curriculum"),
			excerptOf(sql.ref("summary"), words, sql.ref("locale")).as("excerpt"),
		])
		.where("published_at", "is not", null)
		.where("retired_at", "is", null)
		.where(every(words, sql.ref("folded"), sql.ref("stems")))
		.orderBy("title")
		.orderBy("id")
		.limit(MOST)
		.execute();
	const steps = await db
		.selectFrom("learning_step as step")
		.innerJoin("curriculum", "curriculum.id", "step.curriculum_id")
		.leftJoin("learning_file as file", "file.step_id", "step.id")
		.select([
			"step.id",
			"step.title",
			"step.kind",
			"step.minutes",
			"curriculum.locale",
			"curriculum.title as curriculum",
			excerptOf(sql.ref("step.body"), words, sql.ref("curriculum.locale")).as(
				"excerpt",
			),
		])
		.where("step.removed_at", "is", null)
		.where("curriculum.published_at", "is not", null)
		.where("curriculum.retired_at", "is", null)
		.where(
			every(
				words,
				sql`(step.folded || ' ' || folded_for_search(coalesce(file.name, '')))`,
				sql.ref("step.stems"),
			),
		)
		.orderBy(
			every(
				words,
				sql`folded_for_search(step.title)`,
				sql`stems_of(step.title)`,
			),
			"desc",
		)
		.orderBy("curriculum.title")
		.orderBy("step.position")
		.orderBy("step.id")
		.limit(MOST)
		.execute();
	return [
		...curricula.map((each) => ({ ...each, step: null })),
		...steps.map(({ kind, minutes, ...each }) => ({
			...each,
			step: { kind, minutes },
		})),
	];
}

/** Words hold letters and digits only, so nothing in them is a wildcard or an operator. */
function every(
	words: readonly string[],
	folded: RawBuilder<unknown>,
	stems: RawBuilder<unknown>,
): Expression<SqlBool> {
	return sql<SqlBool>`(${sql.join(
		words.map(
			(word) =>
				sql`(${folded} like ${`%${word}%`} or ${stems} @@ ${stemsAsked([word])})`,
		),
		sql` and `,
	)})`;
}

/** Any of the words, by the rules of either language. */
function stemsAsked(words: readonly string[]) {
	return sql`(${sql.join(
		words.flatMap((word) =>
			["english", "german"].map(
				(language) =>
					sql`plainto_tsquery(${`pg_catalog.${language}`}::regconfig, ${word})`,
			),
		),
		sql` || `,
	)})`;
}

/** A text's words around those that were looked for, without the marks of Markdown. */
function excerptOf(
	text: RawBuilder<unknown>,
	words: readonly string[],
	locale: RawBuilder<unknown>,
) {
	return sql<string>`ts_headline(
		case when ${locale} = 'de' then 'pg_catalog.german' else 'pg_catalog.english' end::regconfig,
		regexp_replace(regexp_replace(regexp_replace(${text}, '(^|\\n)(- |\\d+\\. )', ' ', 'g'), '[*_\`#>\\[\\]]', '', 'g'), '\\s+', ' ', 'g'),
		${stemsAsked(words)},
		'StartSel="", StopSel="", MinWords=14, MaxWords=28'
	)`;
}

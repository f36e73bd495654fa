import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { t } from "../../../ui/text.ts";
import type { WaitingQuery } from "../../today/queries.ts";

/** What waits for someone about themselves: the first word on what they offer and seek, and facts only they can confirm. */
export const waitingForProfile: WaitingQuery = async (db, visitor) => {
	const { isNew, proposals } = await standing(db, visitor.id);
	return [
		...(isNew ? [firstWord()] : []),
		...(proposals > 0 ? [proposed(proposals)] : []),
	];
};

/** Whether they have said nothing yet of what they offer and seek, or a fact about them waits. */
export function perhapsForProfile(person: string): RawBuilder<boolean> {
	return sql`(
		exists (select from sensitive_fact where person_id = ${person} and proposed is not null and declared is null)
		or (
			exists (select from competency where retired_in is null)
			and not exists (select from offer where person_id = ${person} and source = 'self')
			and not exists (select from seek where person_id = ${person} and source = 'self')
		)
	)`;
}

async function standing(db: Db, person: string) {
	const { rows } = await sql<{
		readonly isNew: boolean;
		readonly proposals: number;
	}>`
		select
			exists (select from competency where retired_in is null)
			and not exists (select from offer where person_id = ${person} and source = 'self')
			and not exists (select from seek where person_id = ${person} and source = 'self')
			and not exists (select from journal where person_id = ${person} and act in ('change-own-offers', 'change-own-seeks')) as "isNew",
			(select count(*)::integer from sensitive_fact
				where person_id = ${person} and proposed is not null and declared is null) as proposals
	`.execute(db);
	return rows[0] ?? { isNew: false, proposals: 0 };
}

function firstWord() {
	return {
		inMail: true as const,
		title: t("Tell others what you offer and seek"),
		detail: t(
			"It is what proposals are made from. Everyone reads what you offer; only those who run the program read what you seek.",
		),
		href: "/me/offers",
		label: t("Start"),
		minutes: 4,
	};
}

function proposed(count: number) {
	return {
		inMail: true as const,
		title: t(
			"{count, plural, one {A fact about you waits} other {# facts about you wait}} for your word",
			{ count },
		),
		detail: t(
			"A file from HR says something that only you can confirm. Until you do, it is used for nothing.",
		),
		href: "/me/sensitive",
		label: t("Look at it"),
		minutes: 1,
	};
}

// What was said after the talks, as pairing weighs it once they are over: a yes is a wish, anything else keeps the two apart in this round. Before
// that nothing is weighed: a plan that changed with one answer would tell it. Must run as the process
// `pairing`: for everyone else the rows are not there.
import { sql } from "kysely";
import type { NamedPair } from "../../../domain/matching/policy.ts";
import type { Facts } from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";

export type TalkAnswers = {
	/** Whom each said yes to, first choice first. */
	readonly wishes: ReadonlyMap<string, readonly string[]>;
	/** Not in this round: one of the two said "not now" or "rather not"; or, in an earlier round, "rather not". */
	readonly apart: readonly NamedPair[];
};

export async function talkAnswers(
	db: Db,
	round: { readonly id: string; readonly program: string },
): Promise<TalkAnswers> {
	const yes = await db
		.selectFrom("chemistry_answer as said")
		.innerJoin("chemistry_talk as talk", "talk.id", "said.talk_id")
		.innerJoin("chemistry", "chemistry.round_id", "talk.round_id")
		.select(["said.person_id", "talk.mentee_id", "talk.mentor_id"])
		.where("talk.round_id", "=", round.id)
		.where("chemistry.ended_at", "is not", null)
		.where("said.answer", "=", "yes")
		.orderBy(sql`said.preference nulls last`)
		.orderBy("talk.id")
		.execute();
	const { rows: apart } = await sql<NamedPair>`
		select talk.mentee_id as mentee, talk.mentor_id as mentor
		from chemistry_answer said join chemistry_talk talk on talk.id = said.talk_id join chemistry using (round_id)
		where round_id = ${round.id} and said.answer <> 'yes' and chemistry.ended_at is not null
		union
		select mentee_id, mentor_id from chemistry_apart where program_id = ${round.program}
		order by mentee, mentor
	`.execute(db);
	const wishes = Map.groupBy(yes, ({ person_id }) => person_id);
	return {
		apart,
		wishes: new Map(
			[...wishes].map(([person, said]) => [
				person,
				said.map(({ mentee_id, mentor_id }) =>
					mentee_id === person ? mentor_id : mentee_id,
				),
			]),
		),
	};
}

/** A person's facts with what they said after the talks before what they wished for beforehand. */
export function withTalkWishes(
	facts: Facts,
	wishes: readonly string[] = [],
): Facts {
	if (wishes.length === 0) return facts;
	const before = facts["wishes"];
	const earlier = Array.isArray(before) ? before.map(String) : [];
	return { ...facts, wishes: [...new Set([...wishes, ...earlier])] };
}

/** Mentors whom each mentee has talked with in a round, by mentee. */
export async function talkedWith(
	db: Db,
	round: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
	const rows = await db
		.selectFrom("chemistry_talk")
		.select(["mentee_id", "mentor_id"])
		.where("round_id", "=", round)
		.execute();
	return new Map(
		[...Map.groupBy(rows, ({ mentee_id }) => mentee_id)].map(
			([mentee, own]) => [mentee, new Set(own.map((row) => row.mentor_id))],
		),
	);
}

/**
 * Pairs whose alternatives leave out everyone the mentee has talked with, whatever was said: a mentor who is missing among them for that reason
 * alone would tell of a no.
 */
export function withoutTalked<
	Pair extends {
		readonly mentee: string;
		readonly alternatives: readonly { readonly mentor: string }[];
	},
>(
	pairs: readonly Pair[],
	talked: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Pair[] {
	return pairs.map((pair) => ({
		...pair,
		alternatives: pair.alternatives.filter(
			({ mentor }) => !talked.get(pair.mentee)?.has(mentor),
		),
	}));
}

/** Whether a round's files would tell who refused whom after a talk. */
export async function holdsTalkAnswers(
	db: Db,
	round: { readonly id: string; readonly program: string },
): Promise<boolean> {
	const { rows } = await sql<{ holds: boolean }>`
		select exists (select from chemistry where round_id = ${round.id})
			or exists (select from chemistry_apart where program_id = ${round.program}) as holds
	`.execute(db);
	return rows[0]?.holds ?? false;
}

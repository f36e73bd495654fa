import { z } from "zod";
import { type Db, vaultOf } from "../../../platform/database/database.ts";
import type { Sealed } from "../../../platform/vault/sealed.ts";

export const talkChoices = ["yes", "not-now", "rather-not"] as const;
export type TalkAnswer = (typeof talkChoices)[number];

/** What one side said after a talk. */
export type SaidAfter = {
	readonly answer: TalkAnswer;
	/** First, second or third choice among those they said yes to, if they cared to say. */
	readonly preference: number | null;
};

type Whose = { readonly talk: string; readonly person: string };

const Kept = z.object({
	answer: z.enum(talkChoices),
	preference: z.number().int().nullable(),
});

/** As the column of chemistry_answer holds it. */
export function sealSaid(
	db: Db,
	{ talk, person }: Whose,
	{ answer, preference }: SaidAfter,
): Sealed {
	const kept = {
		answer,
		preference: answer === "yes" ? preference : null,
	} satisfies SaidAfter;
	return vaultOf(db).seal(
		"chemistry_answer.answer",
		[talk, person],
		JSON.stringify(kept),
	);
}

export function openSaid(
	db: Db,
	{ talk, person }: Whose,
	sealed: Buffer,
): SaidAfter {
	const text = vaultOf(db).open(
		"chemistry_answer.answer",
		[talk, person],
		sealed,
	);
	return Kept.parse(JSON.parse(text));
}

/** Everything said in a round, by talk. Must run as the process `pairing`: for everyone else the rows are not there. */
export async function allSaid(db: Db, round: string) {
	const rows = await db
		.selectFrom("chemistry_answer")
		.innerJoin("chemistry_talk as talk", "talk.id", "talk_id")
		.select([
			"talk.id as talk",
			"talk.mentee_id as mentee",
			"talk.mentor_id as mentor",
			"person_id as person",
			"answer",
		])
		.where("talk.round_id", "=", round)
		.orderBy("talk.id")
		.orderBy("person_id")
		.execute();
	return rows.map(({ answer, ...whose }) => ({
		...whose,
		...openSaid(db, whose, answer),
	}));
}

// What was said after the talks, as pairing weighs it once they are over: a yes is a wish, anything else keeps the two apart in this round. Before
// that nothing is weighed: a plan that changed with one answer would tell it. Must run as the process
// `pairing`: for everyone else the rows are not there.
import { sql } from "kysely";
import type { NamedPair } from "../../../domain/matching/policy.ts";
import type { Facts } from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";
import { allSaid } from "./said.ts";

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
	const said = (await areOver(db, round.id)) ? await allSaid(db, round.id) : [];
	const { rows: earlier } = await sql<NamedPair>`
		select mentee_id as mentee, mentor_id as mentor from chemistry_apart where program_id = ${round.program}
	`.execute(db);
	const refused = said.filter(({ answer }) => answer !== "yes");
	const wishes = Map.groupBy(
		said
			.filter(({ answer }) => answer === "yes")
			.toSorted((one, two) => placeOf(one) - placeOf(two)),
		({ person }) => person,
	);
	return {
		apart: distinctPairs([...refused, ...earlier]),
		wishes: new Map(
			[...wishes].map(([person, own]) => [
				person,
				own.map(({ mentee, mentor }) => (mentee === person ? mentor : mentee)),
			]),
		),
	};
}

async function areOver(db: Db, round: string): Promise<boolean> {
	const over = await db
		.selectFrom("chemistry")
		.select("round_id")
		.where("round_id", "=", round)
		.where("ended_at", "is not", null)
		.executeTakeFirst();
	return over !== undefined;
}

function placeOf({ preference }: { readonly preference: number | null }) {
	return preference ?? Number.MAX_SAFE_INTEGER;
}

/** Each pair once, in the order of their ids. */
function distinctPairs(pairs: readonly NamedPair[]): readonly NamedPair[] {
	const byName = new Map(
		pairs.map(({ mentee, mentor }) => [
			`${mentee} ${mentor}`,
			{ mentee, mentor },
		]),
	);
	return [...byName.entries()]
		.toSorted(([one], [two]) => (one < two ? -1 : 1))
		.map(([, pair]) => pair);
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

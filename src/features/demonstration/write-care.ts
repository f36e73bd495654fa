// How relationships go by their members' own word, who asked for help, and what the cast wants to reach.
import { randomUUID } from "node:crypto";
import { goals } from "../../domain/demonstration/care-words.ts";
import { type Chance, chance } from "../../domain/demonstration/chance.ts";
import {
	PERIOD_DAYS,
	type PulseSaid,
} from "../../domain/relationships/pulse.ts";
import { actingAs } from "../../platform/database/acting.ts";
import { nowOf, type Tx, vaultOf } from "../../platform/database/database.ts";
import type { CastIds } from "./cast-ids.ts";
import { insertAll } from "./insert-all.ts";

const day = 86_400_000;

type Running = Awaited<ReturnType<typeof runningPairs>>[number];

export async function writeCare(tx: Tx, cast: CastIds): Promise<void> {
	const now = nowOf(tx).getTime();
	const pairs = await runningPairs(tx);
	await writePulses(tx, pairs, now);
	await writeCases(tx, pairs, { cast, now });
	await writeGoals(tx, pairs, { cast, now });
}

/** In the order in which they began; `name` is what draws go by, `lastMet` undefined where they never did. */
async function runningPairs(tx: Tx) {
	const rows = await tx
		.selectFrom("relationship")
		.innerJoin("relationship_member as one", (join) =>
			join
				.onRef("one.relationship_id", "=", "relationship.id")
				.on("one.side", "=", "mentor"),
		)
		.innerJoin("relationship_member as other", (join) =>
			join
				.onRef("other.relationship_id", "=", "relationship.id")
				.on("other.side", "=", "mentee"),
		)
		.innerJoin("person as mentor", "mentor.id", "one.person_id")
		.innerJoin("person as mentee", "mentee.id", "other.person_id")
		.leftJoin("relationship_ending as ending", (join) =>
			join.onRef("ending.relationship_id", "=", "relationship.id"),
		)
		.select([
			"relationship.id",
			"relationship.program_id as program",
			"relationship.began_at as began",
			"one.person_id as mentor",
			"other.person_id as mentee",
			"mentor.email as mentorEmail",
			"mentee.email as menteeEmail",
		])
		.where("ending.relationship_id", "is", null)
		.orderBy("relationship.began_at")
		.orderBy("mentee.email")
		.execute();
	const met = await actingAs(tx, "sessions", () =>
		tx
			.selectFrom("session")
			.select(({ fn }) => [
				"relationship_id as id",
				fn.max("starts_at").as("last"),
			])
			.where("state", "=", "held")
			.groupBy("relationship_id")
			.execute(),
	);
	const last = new Map(met.map((each) => [each.id, each.last.getTime()]));
	return rows.map(({ mentorEmail, menteeEmail, ...row }) => ({
		...row,
		name: `${mentorEmail} ${menteeEmail}`,
		lastMet: last.get(row.id),
	}));
}

/** Three of four answer, in the six weeks that are over; what is asked now waits for them. */
async function writePulses(
	tx: Tx,
	pairs: readonly Running[],
	now: number,
): Promise<void> {
	const vault = vaultOf(tx);
	await insertAll(
		tx,
		"pulse",
		pairs.flatMap((pair) =>
			[pair.mentor, pair.mentee].flatMap((person, place) => {
				const dice = chance(1, "pulse", pair.name, String(place));
				const began = pair.began.getTime();
				const current = Math.floor((now - began) / (PERIOD_DAYS * day));
				return [3, 2, 1].flatMap((back) => {
					const nth = current - back;
					const period = (nth * PERIOD_DAYS) / 7;
					if (period < 0 || !dice.happens(0.75)) return [];
					const said = began + (nth * PERIOD_DAYS + dice.whole(15, 27)) * day;
					const answer = saidOf(dice, (pair.lastMet ?? 0) < said - 45 * day);
					return [
						{
							relationship_id: pair.id,
							person_id: person,
							period,
							answer: vault.seal(
								"pulse.answer",
								[pair.id, person, String(period)],
								answer,
							),
							answered_on: new Date(said).toISOString().slice(0, 10),
						},
					];
				});
			}),
		),
	);
}

function saidOf(dice: Chance, isQuiet: boolean): PulseSaid {
	return isQuiet
		? dice.weigh<PulseSaid>([
				["slow", 5],
				["stuck", 2],
				["unsaid", 2],
				["fine", 1],
			])
		: dice.weigh<PulseSaid>([
				["well", 10],
				["fine", 7],
				["slow", 2],
				["stuck", 0.5],
				["unsaid", 0.5],
			]);
}

/** Four asked for help, none of the cast: one waits, one is with Denise alone, of one both know, and one is over. */
async function writeCases(
	tx: Tx,
	pairs: readonly Running[],
	{ cast, now }: { readonly cast: CastIds; readonly now: number },
): Promise<void> {
	const denise = cast.get("facilitator");
	if (denise === undefined) return;
	const known = new Set(cast.values());
	// None of the cast, and no mentor twice: two who ask would seem to tell something of whom they both meet.
	const strangers = [
		...new Map(pairs.map((pair) => [pair.mentor, pair])).values(),
	].filter(({ mentor, mentee }) => !known.has(mentor) && !known.has(mentee));
	const stories = [
		{ askedDays: 2 },
		{ askedDays: 9, takenDays: 8 },
		{ askedDays: 24, takenDays: 22, sharedDays: 20 },
		{ askedDays: 61, takenDays: 60, sharedDays: 57, closedDays: 30 },
	] as const satisfies readonly Story[];
	const ago = (days: number | undefined) =>
		days === undefined ? null : new Date(now - days * day);
	await actingAs(tx, "pulse", () =>
		insertAll(
			tx,
			"referral",
			stories.flatMap((story: Story, place) => {
				const pair = strangers[place + 1];
				if (pair === undefined) return [];
				return [
					{
						relationship_id: pair.id,
						program_id: pair.program,
						member_ids: [pair.mentor, pair.mentee],
						person_id: place === 2 ? pair.mentor : pair.mentee,
						asked_at: new Date(now - story.askedDays * day),
						facilitator_id: story.takenDays === undefined ? null : denise,
						taken_at: ago(story.takenDays),
						shared_at: ago(story.sharedDays),
						closed_at: ago(story.closedDays),
					},
				];
			}),
		),
	);
	await insertAll(tx, "case_limit", [{ person_id: denise, cases: 4 }]);
}

type Story = {
	readonly askedDays: number;
	readonly takenDays?: number;
	readonly sharedDays?: number;
	readonly closedDays?: number;
};

async function writeGoals(
	tx: Tx,
	pairs: readonly Running[],
	{ cast, now }: { readonly cast: CastIds; readonly now: number },
): Promise<void> {
	const vault = vaultOf(tx);
	const set = (["mentee", "second-mentee"] as const).flatMap((role) => {
		const pair = pairs.find(({ mentee }) => mentee === cast.get(role));
		return pair === undefined
			? []
			: [{ id: randomUUID(), pair, story: goals[role] }];
	});
	await insertAll(
		tx,
		"goal",
		set.map(({ id, pair, story }) => ({
			id,
			relationship_id: pair.id,
			person_id: pair.mentee,
			aim: vault.seal("goal.aim", [id], story.aim),
			challenge: vault.seal("goal.challenge", [id], story.challenge),
			review_on: new Date(now + 40 * day).toISOString().slice(0, 10),
			set_at: new Date(now - 150 * day),
		})),
	);
	await insertAll(
		tx,
		"milestone",
		set.flatMap(({ id, pair, story }) =>
			story.milestones.map((words, place) => {
				const milestone = randomUUID();
				return {
					id: milestone,
					goal_id: id,
					relationship_id: pair.id,
					person_id: pair.mentee,
					place: place + 1,
					words: vault.seal("milestone.words", [milestone], words),
					reached_at: place === 0 ? new Date(now - 118 * day) : null,
				};
			}),
		),
	);
}

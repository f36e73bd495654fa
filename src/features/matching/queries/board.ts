import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { anyOf } from "../../programs/queries/person-facts.ts";
import { changesOf, type RoundChange } from "./changes.ts";
import { type PlaceRequest, placeRequests, supposedPlaces } from "./places.ts";
import { effectOf, plansOf, type RunEffect, type StoredPlan } from "./plans.ts";
import { decisionsOf } from "./run-input.ts";
import { type SignOff, signOffOf } from "./sign-off.ts";
import type { Round } from "./rounds.ts";
import { type WorkAtHand, workOf } from "../works/queries.ts";

/** Someone on the board: what the directory says. */
export type BoardPerson = {
	readonly id: string;
	readonly name: string;
	readonly title: string | null;
	readonly function: string | null;
	readonly unit: string | null;
};

/** A proposed pair. Points here are decimals as the policy writes them. */
export type BoardPair = {
	readonly id: string;
	readonly mentee: string;
	readonly mentor: string;
	readonly mentorKind: string | null;
	readonly score: number;
	readonly parts: readonly { readonly term: string; readonly points: number }[];
	readonly status: "drafted" | "published" | "agreed" | "returned" | "lapsed";
	/** Whom the run before gave the mentee; null: there was none. */
	readonly before: readonly string[] | null;
};

export type BoardUnmatched = {
	readonly person: string;
	readonly side: "mentor" | "mentee";
	/** The kind that is missing; empty where there are none. */
	readonly mentorKind: string;
	readonly missing: number;
	readonly reason: unknown;
	readonly before: readonly string[] | null;
};

export type BoardDecision = {
	readonly mentee: string;
	readonly mentor: string;
	readonly mentorKind: string | null;
	readonly decision: "pin" | "forbid" | "release";
};

export type Board = {
	readonly round: Round;
	readonly pairs: readonly BoardPair[];
	readonly unmatched: readonly BoardUnmatched[];
	readonly decisions: readonly BoardDecision[];
	/** Something was decided, or the policy changed, since the pairs were proposed. */
	readonly isStale: boolean;
	readonly people: ReadonlyMap<string, BoardPerson>;
	/** Places of the mentors, by id, with those supposed. */
	readonly places: ReadonlyMap<string, number>;
	readonly supposed: ReadonlyMap<string, number>;
	readonly requests: readonly PlaceRequest[];
	readonly plans: readonly StoredPlan[];
	/** What is still worked out between groups. */
	readonly equity: WorkAtHand | undefined;
	/** Latest first. */
	readonly changes: readonly RoundChange[];
	readonly effect: RunEffect | undefined;
	readonly signed: SignOff | undefined;
};

export async function loadBoard(db: Db, round: Round): Promise<Board> {
	const pairs = await pairsOf(db, round.id);
	const unmatched = await unmatchedOf(db, round.id);
	const decisions = await decisionsOf(db, round.id);
	const supposed = await supposedPlaces(db, round.id);
	const places = await placesOf(db, round.program, supposed);
	const plans = await plansOf(db, round.id);
	const changes = await changesOf(db, round.id);
	const ids = new Set([
		...pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]),
		...pairs.flatMap(({ before }) => before ?? []),
		...unmatched.flatMap(({ person, before }) => [person, ...(before ?? [])]),
		...decisions.flatMap(({ mentee, mentor }) => [mentee, mentor]),
		...places.keys(),
		...plans.flatMap((plan) =>
			plan.pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]),
		),
		...changes.flatMap(({ detail }) =>
			detail.pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]),
		),
	]);
	return {
		round,
		pairs,
		unmatched,
		decisions,
		isStale: isStale(round, decisions),
		people: await boardPeople(db, [...ids]),
		places,
		supposed,
		requests: await placeRequests(db, round.id),
		plans,
		equity: await workOf(db, round, "equity"),
		changes,
		effect: await effectOf(db, round.id),
		signed: await signOffOf(db, round.id),
	};
}

/** Whether something was decided, or the policy changed, since the pairs were proposed. */
export async function hasUnsettledDecisions(
	db: Db,
	round: Round,
): Promise<boolean> {
	return isStale(round, await decisionsOf(db, round.id));
}

export async function boardPeople(
	db: Db,
	ids: readonly string[],
): Promise<ReadonlyMap<string, BoardPerson>> {
	const rows = await db
		.selectFrom("person")
		.select(["id", "first_name", "last_name", "job_title", "function", "unit"])
		.where("id", "=", anyOf(ids))
		.execute();
	return new Map(
		rows.map(({ id, first_name, last_name, job_title, ...rest }) => [
			id,
			{
				id,
				name: `${first_name} ${last_name}`.trim(),
				title: job_title,
				...rest,
			},
		]),
	);
}

const Points = z.object({
	people: z.number(),
	mentors: z.number().default(0),
	pairs: z.number(),
	points: z.number(),
});
/** Who would move where, and what it is worth to them in millionths. */
const Moves = z.array(
	z
		.object({
			mentee: z.string(),
			from: z.string().optional(),
			to: z.string().optional(),
			points: z.number(),
		})
		.transform((move) => ({ ...move, from: move.from, to: move.to })),
);
const Alternatives = z.array(
	z.object({
		mentor: z.string(),
		points: z.number(),
		isTaken: z.boolean(),
		loss: Points.optional(),
		moves: Moves.default([]),
	}),
);

export type PairDetail = NonNullable<Awaited<ReturnType<typeof pairDetail>>>;

/** What is told about one pair when it is opened. Points are millionths. */
export async function pairDetail(db: Db, round: string, id: string) {
	if (!z.uuid().safeParse(id).success) return undefined;
	const row = await db
		.selectFrom("proposal")
		.select([
			"id",
			"mentee_id as mentee",
			"mentor_id as mentor",
			"alternatives",
			"loss",
			"moves",
		])
		.where("id", "=", id)
		.where("round_id", "=", round)
		.executeTakeFirst();
	return (
		row && {
			...row,
			alternatives: Alternatives.safeParse(row.alternatives).data ?? [],
			loss: Points.safeParse(row.loss).data,
			moves: Moves.safeParse(row.moves).data ?? [],
		}
	);
}

function isStale(
	{ computedAt, policyVersion, result }: Round,
	decisions: readonly { readonly decidedAt: Date }[],
): boolean {
	return (
		computedAt !== null &&
		(policyVersion !== (result?.policyVersion ?? policyVersion) ||
			decisions.some(({ decidedAt }) => decidedAt > computedAt))
	);
}

const Parts = z.array(z.object({ term: z.string(), points: z.number() }));

async function pairsOf(db: Db, round: string): Promise<BoardPair[]> {
	const rows = await db
		.selectFrom("proposal")
		.select([
			"id",
			"mentee_id as mentee",
			"mentor_id as mentor",
			"mentor_kind as mentorKind",
			"score",
			"parts",
			"status",
			"mentors_before as before",
		])
		.where("round_id", "=", round)
		.execute();
	return rows.map((row) => ({
		...row,
		score: Number(row.score),
		parts: Parts.safeParse(row.parts).data ?? [],
	}));
}

function unmatchedOf(db: Db, round: string): Promise<BoardUnmatched[]> {
	return db
		.selectFrom("unmatched")
		.select([
			"person_id as person",
			"side",
			"mentor_kind as mentorKind",
			"missing",
			"reason",
			"mentors_before as before",
		])
		.where("round_id", "=", round)
		.execute();
}

async function placesOf(
	db: Db,
	program: string,
	supposed: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom("enrolment")
		.select(["person_id", "capacity"])
		.where("program_id", "=", program)
		.where("side", "=", "mentor")
		.where("status", "=", "enrolled")
		.execute();
	return new Map(
		rows.map(({ person_id: mentor, capacity }) => [
			mentor,
			capacity + (supposed.get(mentor) ?? 0),
		]),
	);
}

/** A pair as a button carries it. */
export function pairValue({
	mentee,
	mentor,
	mentorKind,
}: {
	readonly mentee: string;
	readonly mentor: string;
	readonly mentorKind: string | null;
}): string {
	return [mentee, mentor, ...(mentorKind === null ? [] : [mentorKind])].join(
		" ",
	);
}

/** The two people of a proposed pair. */
export async function findPair(
	db: Db,
	{ program, round }: { readonly program: string; readonly round: string },
	id: string,
) {
	if (!z.uuid().safeParse(id).success) return undefined;
	return db
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.select([
			"mentee_id as mentee",
			"mentor_id as mentor",
			"mentor_kind as mentorKind",
		])
		.where("proposal.id", "=", id)
		.where("round.id", "=", round)
		.where("round.program_id", "=", program)
		.executeTakeFirst();
}

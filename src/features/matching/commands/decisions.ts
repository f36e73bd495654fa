import { sql } from "kysely";
import {
	type PinProblem,
	scorePairs,
} from "../../../domain/matching/scoring.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { actingAs } from "../../programs/acting.ts";
import { t } from "../../../ui/text.ts";
import { peopleTable } from "../fact-cells.ts";
import {
	policyOf,
	withDecisions,
	withNeedColumns,
} from "../policy-document.ts";
import {
	barredPairs,
	needFacts,
	participantFacts,
	participants,
} from "../queries/participants.ts";
import { supposedPlaces, withSupposed } from "../queries/places.ts";
import { namesOf } from "../queries/names.ts";
import type { Round } from "../queries/rounds.ts";
import { decisionsOf, organisationDay } from "../queries/run-input.ts";
import { pinSentence } from "../sentences.ts";

export type Pair = {
	readonly mentee: string;
	readonly mentor: string;
	/** Of a pin under a policy with kinds: which kind it is for. */
	readonly mentorKind?: string | null | undefined;
};

export type Standing = "pin" | "forbid" | null;

/** A pair whose decision changed: what it was, and what it is; null: none. */
export type PairChange = Pair & {
	readonly was: Standing;
	readonly is: Standing;
};

/**
 * Settles pairs beforehand. A pin that breaks a rule, or asks for a place that is not there, is refused by the rule's name. What was ruled
 * out for these pairs is taken back; pins of these mentees with others make way where the mentee needs but one mentor.
 */
export async function pinPairs(
	tx: Tx,
	round: Round,
	pairs: readonly Pair[],
	by: string,
): Promise<readonly PairChange[]> {
	const pins = (await decisionsOf(tx, round.id)).filter(
		({ decision }) => decision === "pin",
	);
	const isConcerned = (pin: Pair) =>
		pairs.some(
			(pair) =>
				pair.mentee === pin.mentee &&
				((pair.mentorKind ?? null) === (pin.mentorKind ?? null) ||
					pair.mentor === pin.mentor),
		);
	const standing = pins.filter((pin) => !isConcerned(pin));
	const problem = await actingAs(tx, "pairing", () =>
		pinProblem(tx, round, [...standing, ...pairs]),
	);
	if (problem !== undefined) await refusePin(tx, problem);
	const wanted = [
		...pins
			.filter((pin) => isConcerned(pin) && !pairs.some(isSame(pin)))
			.map((pair) => ({ ...pair, is: null })),
		...pairs.map((pair) => ({ ...pair, is: "pin" as const })),
	];
	return decideAll(tx, round, wanted, by);
}

/** Rules a pair out. */
export function forbidPair(
	tx: Tx,
	round: Round,
	pair: Pair,
	by: string,
): Promise<readonly PairChange[]> {
	return decideAll(tx, round, [{ ...pair, is: "forbid" }], by);
}

/** Takes a decision back: the next plan is free again. */
export async function releasePair(
	tx: Tx,
	round: Round,
	pair: Pair,
	by: string,
): Promise<readonly PairChange[]> {
	const decided = (await decisionsOf(tx, round.id)).find(isSame(pair));
	if (decided === undefined || decided.decision === "release")
		throw new Conflict(t("Nothing is decided about this pair any more."));
	return decideAll(tx, round, [{ ...pair, is: null }], by);
}

/** Writes decisions, and returns what each was before. `is: null` takes one back. */
export async function decideAll(
	tx: Tx,
	round: Pick<Round, "id">,
	wanted: readonly (Pair & { readonly is: Standing })[],
	by: string,
): Promise<readonly PairChange[]> {
	const before = await decisionsOf(tx, round.id);
	const changes = wanted.map(
		({ mentee, mentor, mentorKind, is }): PairChange => {
			const found = before.find(isSame({ mentee, mentor }));
			const was =
				found === undefined || found.decision === "release"
					? null
					: found.decision;
			const kind = mentorKind ?? found?.mentorKind;
			return {
				mentee,
				mentor,
				...(kind === undefined || kind === null ? {} : { mentorKind: kind }),
				was,
				is,
			};
		},
	);
	for (const { is, ...pair } of changes)
		await decide(tx, round, pair, is ?? "release", by);
	return changes;
}

async function decide(
	tx: Tx,
	round: Pick<Round, "id">,
	{ mentee, mentor, mentorKind }: Pair,
	decision: "pin" | "forbid" | "release",
	by: string,
): Promise<void> {
	const decided = {
		decision,
		mentor_kind: decision === "pin" ? (mentorKind ?? null) : null,
		decided_by: by,
		decided_at: sql<Date>`clock_timestamp()`,
	};
	await tx
		.insertInto("round_decision")
		.values({
			round_id: round.id,
			mentee_id: mentee,
			mentor_id: mentor,
			...decided,
		})
		.onConflict((row) =>
			row.columns(["round_id", "mentee_id", "mentor_id"]).doUpdateSet(decided),
		)
		.execute();
	await record(tx, {
		act: `${decision}-pair`,
		subject: { kind: "round", id: round.id },
		detail: { mentee, mentor },
	});
}

function isSame({ mentee, mentor }: Pair): (pair: Pair) => boolean {
	return (pair) => pair.mentee === mentee && pair.mentor === mentor;
}

async function refusePin(tx: Tx, problem: PinProblem): Promise<never> {
	const names = await namesOf(tx, [problem.pair.mentee, problem.pair.mentor]);
	const name = (id: string) => names.get(id) ?? t("somebody");
	throw new Invalid(
		{},
		pinSentence({
			...problem,
			pair: {
				mentee: name(problem.pair.mentee),
				mentor: name(problem.pair.mentor),
			},
		}),
	);
}

/** The first thing that keeps these pins from standing together. Runs as `pairing`. */
async function pinProblem(tx: Tx, round: Round, pairs: readonly Pair[]) {
	const today = await organisationDay(tx);
	const wanted = new Set(
		pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]),
	);
	const people = withSupposed(
		await participants(tx, round, today),
		await supposedPlaces(tx, round.id),
	).filter(({ id }) => wanted.has(id));
	const facts = await participantFacts(tx, round.program, [...wanted], today);
	const barred = await barredPairs(tx, round);
	const policy = policyOf(
		withDecisions(
			{ ...withNeedColumns(round.policy), pinned: [], forbidden: [] },
			pairs,
			[],
		),
	);
	const table = (side: "mentor" | "mentee") =>
		peopleTable(
			policy,
			side,
			people
				.filter((one) => one.side === side)
				.map((one) => ({
					...one,
					facts: { ...facts.get(one.id), ...needFacts(one) },
				})),
		);
	const scored = scorePairs(
		{ ...policy, forbidden: barred },
		table("mentor"),
		table("mentee"),
	);
	return scored.ok ? undefined : scored.pins[0];
}

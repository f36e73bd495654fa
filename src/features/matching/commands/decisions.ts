import { scorePairs } from "../../../domain/matching/scoring.ts";
import { actAs, type Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { actingAs } from "../../programs/acting.ts";
import { t } from "../../../ui/text.ts";
import { peopleTable } from "../fact-cells.ts";
import { policyOf, withDecisions } from "../policy-document.ts";
import {
	barredPairs,
	participantFacts,
	participants,
} from "../queries/participants.ts";
import { namesOf } from "../queries/names.ts";
import { lockRound, type Round } from "../queries/rounds.ts";
import { decisionsOf, organisationDay } from "../queries/run-input.ts";
import { pinSentence } from "../sentences.ts";
import { refuseUnlessOpen } from "./rounds.ts";

export type Pair = { readonly mentee: string; readonly mentor: string };

/**
 * Settles pairs beforehand. A pin that breaks a rule, or asks for a place that is not there, is refused by the rule's name. What was ruled
 * out for these pairs is taken back; pins of these mentees with others make way where the mentee needs but one mentor.
 */
export async function pinPairs(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
	pairs: readonly Pair[],
	by: string,
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	const standing = (await decisionsOf(tx, round.id)).filter(
		({ decision, mentee }) =>
			decision === "pin" && pairs.every((pair) => pair.mentee !== mentee),
	);
	const replaced = (await decisionsOf(tx, round.id)).filter(
		({ decision, mentee }) =>
			decision === "pin" && pairs.some((pair) => pair.mentee === mentee),
	);
	const problem = await actingAs(tx, "pairing", () =>
		pinProblem(tx, round, [...standing, ...pairs]),
	);
	await actAs(tx, { kind: "person", person: by });
	if (problem !== undefined) {
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
	for (const pair of replaced) await decide(tx, round, pair, "release", by);
	for (const pair of pairs) await decide(tx, round, pair, "pin", by);
}

/** Rules a pair out. */
export async function forbidPair(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
	pair: Pair,
	by: string,
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	await decide(tx, round, pair, "forbid", by);
}

/** Takes a decision back: the next run is free again. */
export async function releasePair(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
	pair: Pair,
	by: string,
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	const decided = (await decisionsOf(tx, round.id)).find(
		({ mentee, mentor }) => mentee === pair.mentee && mentor === pair.mentor,
	);
	if (decided === undefined || decided.decision === "release")
		throw new Conflict(t("Nothing is decided about this pair any more."));
	await decide(tx, round, pair, "release", by);
}

async function decide(
	tx: Tx,
	round: Round,
	{ mentee, mentor }: Pair,
	decision: "pin" | "forbid" | "release",
	by: string,
): Promise<void> {
	const decided = { decision, decided_by: by, decided_at: new Date() };
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

/** The first thing that keeps these pins from standing together. Runs as `pairing`. */
async function pinProblem(tx: Tx, round: Round, pairs: readonly Pair[]) {
	const today = await organisationDay(tx);
	const wanted = new Set(
		pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]),
	);
	const people = (await participants(tx, round, today)).filter(({ id }) =>
		wanted.has(id),
	);
	const facts = await participantFacts(tx, round.program, [...wanted], today);
	const barred = await barredPairs(tx, round);
	const policy = policyOf(
		withDecisions(
			{ ...round.policy, pinned: [], forbidden: [] },
			pairs.map(({ mentee, mentor }) => ({ mentee, mentor })),
			[],
		),
	);
	const table = (side: "mentor" | "mentee") =>
		peopleTable(
			policy,
			side,
			people
				.filter((one) => one.side === side)
				.map((one) => ({ ...one, facts: facts.get(one.id) ?? {} })),
		);
	const scored = scorePairs(
		{ ...policy, forbidden: barred },
		table("mentor"),
		table("mentee"),
	);
	return scored.ok ? undefined : scored.pins[0];
}

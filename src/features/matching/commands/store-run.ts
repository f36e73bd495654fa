import { sql } from "kysely";
import { pointsOf } from "../../../domain/matching/decimal.ts";
import {
	type Tx,
	vaultOf,
	nowOf,
} from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import {
	partsDocument,
	type PairingInput,
	type PairingProblem,
	type PairingResult,
} from "../pairing.ts";
import { shortened, tellable } from "../unmatched-reason.ts";
import {
	type RoundResult,
	roundTopic,
	wasGuardedInConfidence,
} from "../queries/rounds.ts";
import { askForEquity } from "../equity-jobs.ts";
import { forgetWork } from "../works/store.ts";
import { planOpenDrafts } from "../drafts/compute.ts";
import { setStatus, statusWithoutRun } from "./rounds.ts";
import { storePlans } from "./store-plans.ts";

export type Run = { readonly round: string; readonly run: string };

/** Puts the new proposals in the place of the old ones, all at once. False where the run was stopped or overtaken: then nothing changes. */
export async function storeRun(
	tx: Tx,
	run: Run,
	input: PairingInput,
	found: PairingResult & { readonly ok: true },
): Promise<boolean> {
	const round = await claim(tx, run);
	if (round === undefined) return false;
	const before = await mentorsBefore(tx, round);
	await tx.deleteFrom("proposal").where("round_id", "=", round.id).execute();
	await tx.deleteFrom("unmatched").where("round_id", "=", round.id).execute();
	// Who moves for the sake of groups told in confidence would tell who is in which.
	const isTold =
		!found.isGuardedInConfidence && !wasGuardedInConfidence(round.result);
	const shown = isTold ? before : undefined;
	await insertProposals(tx, round.id, found, shown);
	await insertUnmatched(tx, round.id, found, shown);
	await keepInput(tx, round.id, input);
	await storePlans(tx, round, found, before);
	await tx
		.updateTable("round")
		.set({
			status: "proposed",
			result: JSON.stringify(resultOf(input, found, round)),
			fingerprint: found.fingerprint,
			computed_at: sql<Date>`clock_timestamp()`,
		})
		.where("id", "=", round.id)
		.execute();
	await tx
		.deleteFrom("round_decision")
		.where("round_id", "=", round.id)
		.where("decision", "=", "release")
		.execute();
	await tx
		.deleteFrom("round_progress")
		.where("round_id", "=", round.id)
		.execute();
	await addJob(tx, "price-pairs", {
		round: round.id,
		fingerprint: found.fingerprint,
	});
	await forgetWork(tx, round.id, "audit");
	await askForEquity(tx, {
		round: round.id,
		fingerprint: found.fingerprint,
	});
	await planOpenDrafts(tx, round.id);
	await notify(tx, roundTopic(round.id));
	await record(tx, {
		act: "pair-round",
		subject: { kind: "round", id: round.id },
		detail: { pairs: found.pairs.length, fingerprint: found.fingerprint },
	});
	return true;
}

/** Writes down why a run could not be made; the result before it stays. */
export async function storeProblem(
	tx: Tx,
	run: Run,
	problem: PairingProblem | "broken",
): Promise<void> {
	const round = await claim(tx, run);
	if (round === undefined) return;
	await tx
		.updateTable("round_progress")
		.set({ problem: JSON.stringify(problem) })
		.where("round_id", "=", round.id)
		.execute();
	await setStatus(tx, round.id, statusWithoutRun(round));
	await record(tx, {
		act: "fail-pairing",
		subject: { kind: "round", id: round.id },
	});
}

type Claimed = {
	readonly id: string;
	readonly computedAt: Date | null;
	readonly policyVersion: number;
	readonly result: unknown;
};

async function claim(
	tx: Tx,
	{ round, run }: Run,
): Promise<Claimed | undefined> {
	const held = await tx
		.selectFrom("round")
		.select([
			"id",
			"status",
			"computed_at as computedAt",
			"policy_version as policyVersion",
			"result",
		])
		.where("id", "=", round)
		.forUpdate()
		.executeTakeFirst();
	if (held?.status !== "computing") return undefined;
	const own = await tx
		.selectFrom("round_progress")
		.select("round_id")
		.where("round_id", "=", round)
		.where("run_id", "=", run)
		.where("cancelled_at", "is", null)
		.executeTakeFirst();
	return own === undefined ? undefined : held;
}

/** Whom each mentee had in the run before, and of which kind; nothing where there was none. */
export type Before = ReadonlyMap<string, readonly HeldBefore[]> | undefined;
export type HeldBefore = {
	readonly mentor: string;
	readonly kind: string | null;
};

async function mentorsBefore(tx: Tx, round: Claimed): Promise<Before> {
	if (round.computedAt === null) return undefined;
	const rows = await tx
		.selectFrom("proposal")
		.select([
			"mentee_id as mentee",
			"mentor_id as mentor",
			"mentor_kind as kind",
		])
		.where("round_id", "=", round.id)
		.execute();
	return new Map(Map.groupBy(rows, ({ mentee }) => mentee));
}

/** The mentors a mentee had of a kind; of a plan without kinds, all. */
function heldBefore(
	before: NonNullable<Before>,
	mentee: string,
	wanted: string | undefined,
): readonly string[] {
	return (before.get(mentee) ?? [])
		.filter(
			({ kind }) => kind === null || wanted === undefined || kind === wanted,
		)
		.map(({ mentor }) => mentor);
}

async function insertProposals(
	tx: Tx,
	round: string,
	found: PairingResult & { readonly ok: true },
	before: Before,
): Promise<void> {
	const rows = found.pairs.map((pair) => ({
		mentee: pair.mentee,
		mentor: pair.mentor,
		kind: pair.mentorKind,
		score: pointsOf(pair.points),
		parts: partsDocument(pair.parts),
		alternatives: pair.alternatives,
		before: before && heldBefore(before, pair.mentee, pair.mentorKind),
	}));
	await sql`
		insert into proposal (round_id, mentee_id, mentor_id, mentor_kind, score, parts, alternatives, mentors_before)
		select ${round}, mentee, mentor, kind, score, parts, alternatives, before
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
			as pair (mentee uuid, mentor uuid, kind text, score numeric, parts jsonb, alternatives jsonb, before uuid[])
	`.execute(tx);
}

async function insertUnmatched(
	tx: Tx,
	round: string,
	found: PairingResult & { readonly ok: true },
	before: Before,
): Promise<void> {
	const rows = tellable(found).map(
		({ id, mentorKind, side, missing, reason, change, waiver }) => ({
			id,
			kind: mentorKind ?? "",
			side,
			missing,
			reason: { reason: shortened(reason), change: change ?? null, waiver },
			before:
				side === "mentee"
					? before && heldBefore(before, id, mentorKind)
					: undefined,
		}),
	);
	await sql`
		insert into unmatched (round_id, person_id, mentor_kind, side, missing, reason, mentors_before)
		select ${round}, id, kind, side, missing, reason, before
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
			as person (id uuid, kind text, side text, missing integer, reason jsonb, before uuid[])
	`.execute(tx);
}

async function keepInput(
	tx: Tx,
	round: string,
	{ policy, mentors, mentees }: PairingInput,
): Promise<void> {
	const vault = vaultOf(tx);
	const kept = {
		policy: vault.seal("round_input.policy", [round], JSON.stringify(policy)),
		mentors: vault.seal(
			"round_input.mentors",
			[round],
			JSON.stringify(mentors),
		),
		mentees: vault.seal(
			"round_input.mentees",
			[round],
			JSON.stringify(mentees),
		),
		taken_at: nowOf(tx),
	};
	await tx
		.insertInto("round_input")
		.values({ round_id: round, ...kept })
		.onConflict((row) => row.column("round_id").doUpdateSet(kept))
		.execute();
}

function resultOf(
	{ mentors, mentees }: PairingInput,
	found: PairingResult & { readonly ok: true },
	{ policyVersion }: Claimed,
): RoundResult {
	const { total, upperBound, places, needed, candidates, seconds, pairs } =
		found;
	return {
		isGuardedInConfidence: found.isGuardedInConfidence,
		recruiting: [],
		total,
		upperBound,
		places,
		needed,
		candidates,
		seconds,
		policyVersion,
		pairs: pairs.length,
		people: new Set(pairs.map(({ mentee }) => mentee)).size,
		mentees: mentees.rows.length,
		mentors: mentors.rows.length,
	};
}

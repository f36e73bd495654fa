import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { templatePolicy } from "../../../domain/programs/template-policies.ts";
import { templateNamed } from "../../../domain/programs/templates.ts";
import {
	type Db,
	type Tx,
	nowOf,
} from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { refuseDuringTalks } from "../chemistry/open-talks.ts";
import {
	forEnrolled,
	type PolicyDocument,
	readDocument,
} from "../policy-document.ts";
import {
	findProgramOfRounds,
	lockRound,
	type Round,
	roundsOf,
	roundTopic,
} from "../queries/rounds.ts";

/** Begins a round with the policy of the last one, or that of the charter's template. Pairs ruled out by hand stay ruled out. */
export async function beginRound(
	tx: Tx,
	program: string,
	by: string,
): Promise<string> {
	const { template } = await findProgramOfRounds(tx, program);
	await sql`select id from program where id = ${program} for update`.execute(
		tx,
	);
	const [last] = await roundsOf(tx, program);
	if (last !== undefined && isOpen(last.status))
		throw new Conflict(
			t("Round {number} is still being worked on. Publish it first.", {
				number: last.number,
			}),
		);
	const policy = last?.policy ?? (await startingPolicy(tx, template));
	const { id } = await tx
		.insertInto("round")
		.values({
			program_id: program,
			number: (last?.number ?? 0) + 1,
			status: "draft",
			policy: JSON.stringify(policy),
			seed: randomBytes(4).toString("hex"),
			objective: last?.objective ?? "people",
			equity_ratio: last?.equityRatio ?? null,
			equity_measure: last?.equityMeasure ?? "access",
			created_by: by,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	if (last !== undefined) await keepForbidden(tx, last.id, id);
	await record(tx, { act: "begin-round", subject: { kind: "round", id } });
	return id;
}

/** The policy that a program's template asks for, on this organisation's grades. */
export async function startingPolicy(
	db: Db,
	template: string,
): Promise<PolicyDocument> {
	const grades = await db
		.selectFrom("grade")
		.select("name")
		.orderBy("position")
		.execute();
	const key = templateNamed(template)?.key ?? "executive-cross-generation";
	const document: unknown = templatePolicy(
		key,
		grades.map(({ name }) => name),
	);
	return forEnrolled(readDocument(document));
}

export async function savePolicy(
	tx: Tx,
	round: Round,
	policy: PolicyDocument,
	objective: Round["objective"] = round.objective,
): Promise<void> {
	refuseUnlessOpen(round);
	await tx
		.updateTable("round")
		.set((row) => ({
			policy: JSON.stringify(policy),
			objective,
			equity_ratio: objective === "fair" ? round.equityRatio : null,
			policy_version: row("policy_version", "+", 1),
		}))
		.where("id", "=", round.id)
		.execute();
	await record(tx, {
		act: "change-policy",
		subject: { kind: "round", id: round.id },
	});
}

/** Asks for a run. Whoever asks second while one is at work is told so. */
export async function startRun(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
): Promise<void> {
	const round = await lockRound(tx, ids);
	refuseUnlessOpen(round);
	await refuseDuringTalks(tx, round.id);
	const run = await beginRun(tx, round.id);
	await addJob(tx, "pair-round", { round: round.id, run });
	await record(tx, {
		act: "start-pairing",
		subject: { kind: "round", id: round.id },
	});
}

/** Marks the round as being computed, in place of any run before; returns the run's id. */
export async function beginRun(tx: Tx, round: string): Promise<string> {
	const run = randomUUID();
	await tx
		.insertInto("round_progress")
		.values({ round_id: round, run_id: run })
		.onConflict((row) =>
			row.column("round_id").doUpdateSet({
				run_id: run,
				done: 0,
				total: 0,
				phase: "",
				cancelled_at: null,
				problem: null,
				updated_at: nowOf(tx),
			}),
		)
		.execute();
	await setStatus(tx, round, "computing");
	return run;
}

/** Stops a run. What the run before it proposed stays as it is. */
export async function cancelRun(
	tx: Tx,
	ids: { readonly program: string; readonly round: string },
): Promise<void> {
	const round = await lockRound(tx, ids);
	if (round.status !== "computing")
		throw new Conflict(t("This run has ended already."));
	await tx
		.updateTable("round_progress")
		.set({ cancelled_at: nowOf(tx) })
		.where("round_id", "=", round.id)
		.execute();
	await setStatus(tx, round.id, statusWithoutRun(round));
	await record(tx, {
		act: "cancel-pairing",
		subject: { kind: "round", id: round.id },
	});
}

/** Where a round stands when no run is at work. */
export function statusWithoutRun({
	computedAt,
}: {
	readonly computedAt: Date | null;
}): "draft" | "proposed" {
	return computedAt === null ? "draft" : "proposed";
}

/** Decisions, policy and runs belong to a round before it is published, and not while it is being computed. */
export function refuseUnlessOpen({ status }: Pick<Round, "status">): void {
	if (status === "computing")
		throw new Conflict(
			t(
				"Pairs are being computed just now. Wait for the result, or stop the run.",
			),
		);
	if (!isOpen(status))
		throw new Conflict(
			t("This round is published. What comes now is a new round."),
		);
}

export async function setStatus(
	tx: Tx,
	round: string,
	status: Round["status"],
): Promise<void> {
	await tx
		.updateTable("round")
		.set({ status })
		.where("id", "=", round)
		.execute();
	await notify(tx, roundTopic(round));
}

function isOpen(status: Round["status"]): boolean {
	return status !== "published" && status !== "closed";
}

async function keepForbidden(tx: Tx, from: string, to: string): Promise<void> {
	await tx
		.insertInto("round_decision")
		.columns([
			"round_id",
			"mentee_id",
			"mentor_id",
			"decision",
			"decided_by",
			"decided_at",
		])
		.expression((from_) =>
			from_
				.selectFrom("round_decision")
				.select([
					sql<string>`${to}::uuid`.as("round_id"),
					"mentee_id",
					"mentor_id",
					"decision",
					"decided_by",
					"decided_at",
				])
				.where("round_id", "=", from)
				.where("decision", "=", "forbid"),
		)
		.execute();
}

import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { uuidIn } from "../programs/standing.ts";
import { readFindings } from "./findings-kept.ts";
import { readPlan } from "./plan.ts";

/** What is told of when a dry run has come further. */
export function dryRunTopic(id: string): string {
	return `dry-run ${id}`;
}

export type DryRunRow = Awaited<ReturnType<typeof dryRunsOf>>[number];

/** The dry runs of a program, latest first. */
export async function dryRunsOf(db: Db, program: string) {
	const rows = await db
		.selectFrom("dry_run")
		.select(["id", "asked_at as askedAt", "state", "plan"])
		.where("program_id", "=", program)
		.orderBy("asked_at", "desc")
		.execute();
	return rows.map(({ plan, ...row }) => ({ ...row, plan: readPlan(plan) }));
}

export type DryRun = Awaited<ReturnType<typeof findDryRun>>;

export async function findDryRun(
	db: Db,
	{ program, run }: { readonly program: string; readonly run: string },
) {
	const row = await db
		.selectFrom("dry_run")
		.select([
			"id",
			"program_id as program",
			"asked_at as askedAt",
			"ended_at as endedAt",
			"state",
			"percent",
			"plan",
			"findings",
		])
		.where("id", "=", uuidIn(run))
		.where("program_id", "=", uuidIn(program))
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	const { plan, findings, ...rest } = row;
	return {
		...rest,
		plan: readPlan(plan),
		findings: findings === null ? undefined : readFindings(findings),
	};
}

/** Who takes part in a program or is asked to: in which time zones, and how many mentees a mentor takes. No names: nobody is copied. */
export async function partsOf(db: Db, program: string) {
	const { rows } = await sql<{
		side: "mentor" | "mentee";
		zone: string;
		capacity: number;
	}>`
		select side, coalesce(person.time_zone, (select time_zone from organisation), 'UTC') as zone, enrolment.capacity
		from enrolment join person on person.id = enrolment.person_id
		where program_id = ${program} and status in ('invited', 'applied', 'nominated', 'enrolled', 'waiting') and person.left_on is null
		order by enrolment.entered_at, enrolment.person_id
	`.execute(db);
	return {
		mentors: rows
			.filter(({ side }) => side === "mentor")
			.map(({ zone, capacity }) => ({ zone, capacity })),
		mentees: rows
			.filter(({ side }) => side === "mentee")
			.map(({ zone }) => ({ zone })),
	};
}

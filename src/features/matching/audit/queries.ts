import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { HeldOffice } from "../../../platform/http/guard.ts";
import { actingAs } from "../../programs/acting.ts";
import { isConfidential } from "../confidence.ts";
import { ownSensitiveFields } from "../queries/words.ts";
import { AuditResult, overrideFigures } from "./suppress.ts";

export type FactAudit = Awaited<ReturnType<typeof auditOf>>[number];

/** What exchanging each fact would change. What an older version kept and this one cannot read is left out. */
export async function auditOf(db: Db, round: string) {
	const rows = await db
		.selectFrom("round_audit")
		.select(["fact", "fingerprint", "result", "computed_at as computedAt"])
		.where("round_id", "=", round)
		.orderBy("fact")
		.execute();
	return rows.flatMap(({ result, ...row }) => {
		const read = AuditResult.safeParse(result).data;
		return read === undefined ? [] : [{ ...row, result: read }];
	});
}

export type Overrides = Awaited<ReturnType<typeof overridesOf>>;

/** What was decided by hand at publication, by group, as it may be shown. */
export async function overridesOf(db: Db, round: string) {
	const ownSensitive = await ownSensitiveFields(db);
	const rows = await actingAs(db, "pairing", () =>
		db
			.selectFrom("round_override")
			.select(["decision", "fact", "value", "people", "members"])
			.where("round_id", "=", round)
			.orderBy("fact")
			.orderBy("value")
			.execute(),
	);
	return overrideFigures(rows, (fact) => isConfidential(fact, ownSensitive));
}

/** Rounds of a program that have a plan, latest first, with whether their audit is of that plan. */
export async function auditedRounds(db: Db, program: string) {
	return db
		.selectFrom("round")
		.select((row) => [
			"round.id",
			"number",
			"status",
			"published_at as publishedAt",
			row
				.exists(
					row
						.selectFrom("round_audit")
						.select("fact")
						.whereRef("round_audit.round_id", "=", "round.id")
						.whereRef("round_audit.fingerprint", "=", "round.fingerprint"),
				)
				.as("isAudited"),
		])
		.where("program_id", "=", program)
		.where("fingerprint", "is not", null)
		.orderBy("number", "desc")
		.execute();
}

/** Audits of rounds published within the last two weeks, in the programs somebody oversees. */
export function freshAudits(db: Db, held: readonly HeldOffice[]) {
	const isEverywhere = held.some(({ program }) => program === null);
	const programs = held.flatMap(({ program }) => program ?? []);
	return db
		.selectFrom("round")
		.innerJoin("program", "program.id", "round.program_id")
		.select([
			"round.id",
			"round.number",
			"program.id as programId",
			"program.name as program",
		])
		.where((row) =>
			row.exists(
				row
					.selectFrom("round_audit")
					.select("fact")
					.whereRef("round_audit.round_id", "=", "round.id")
					.whereRef("round_audit.fingerprint", "=", "round.fingerprint"),
			),
		)
		.where("round.published_at", ">", sql<Date>`now() - interval '14 days'`)
		.$if(!isEverywhere, (query) =>
			query.where("round.program_id", "in", programs),
		)
		.orderBy("round.published_at", "desc")
		.execute();
}

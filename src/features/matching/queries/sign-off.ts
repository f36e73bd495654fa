import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

export type SignOff = NonNullable<Awaited<ReturnType<typeof signOffOf>>>;

/** Who published a round, when, on what grounds, and exactly what. */
export function signOffOf(db: Db, round: string) {
	return db
		.selectFrom("round_sign_off")
		.leftJoin("person", "person.id", "round_sign_off.signed_by")
		.select([
			"note",
			"fingerprint",
			"decisions",
			"objective",
			"equity_ratio as equityRatio",
			"equity_measure as equityMeasure",
			"policy_version as policyVersion",
			"signed_at as at",
			sql<string | null>`nullif(concat_ws(' ', first_name, last_name), '')`.as(
				"byName",
			),
		])
		.where("round_id", "=", round)
		.executeTakeFirst();
}

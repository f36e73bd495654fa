import type { Side } from "../../../domain/programs/enrolment.ts";
import { readRule } from "../../../domain/programs/read-rule.ts";
import type { FactKinds, Rule } from "../../../domain/programs/rule.ts";
import type { Db } from "../../../platform/database/database.ts";
import { factKinds } from "./person-facts.ts";
import { nameOf } from "./programs.ts";

export type AdoptedRule = {
	readonly version: number;
	readonly rule: Rule;
	readonly at: Date;
	readonly by: string | undefined;
	/** Whether the rule still speaks only of facts and grades that exist. */
	readonly isSound: boolean;
};

/** The rules in force, one a side. */
export async function adoptedRules(
	db: Db,
	program: string,
): Promise<Readonly<Partial<Record<Side, AdoptedRule>>>> {
	const kinds = await factKinds(db);
	const versions = await adoptedVersions(db, program, kinds);
	const latest = (side: Side) =>
		versions.find((version) => version.side === side);
	const [mentor, mentee] = [latest("mentor"), latest("mentee")];
	return { ...(mentor && { mentor }), ...(mentee && { mentee }) };
}

/** Every version adopted, latest first. */
export async function adoptedVersions(
	db: Db,
	program: string,
	kinds: FactKinds,
): Promise<readonly (AdoptedRule & { readonly side: Side })[]> {
	const rows = await db
		.selectFrom("eligibility")
		.leftJoin("person", "person.id", "eligibility.adopted_by")
		.select([
			"eligibility.side",
			"eligibility.version",
			"eligibility.rule",
			"eligibility.adopted_at as at",
			"person.first_name",
			"person.last_name",
		])
		.where("program_id", "=", program)
		.orderBy("version", "desc")
		.execute();
	return rows.map(({ rule, first_name, last_name, ...row }) => {
		const reading = readRule(rule, kinds);
		return {
			...row,
			by: nameOf(first_name, last_name),
			rule: reading.ok ? reading.rule : nobody,
			isSound: reading.ok,
		};
	});
}

// A rule that no longer makes sense (its field or grade is gone) admits nobody until someone mends it.
const nobody: Rule = { any: [] };

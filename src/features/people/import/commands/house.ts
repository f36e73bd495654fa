import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import type { ImportFigures } from "../import-record.ts";
import { customFields, gradeScale } from "../../queries/employment.ts";

/** What an import changed about the organisation itself. */
export type HouseBefore = {
	/** null: the scale was left alone. */
	readonly grades: {
		readonly before: readonly string[];
		readonly after: readonly string[];
	} | null;
	/** Keys of the fields it added. */
	readonly fields: readonly string[];
};

/** Sets the scale of grades and adds the fields that a mapping declares. */
export async function changeHouse(
	tx: Tx,
	{ grades, newFields }: Pick<ImportFigures, "grades" | "newFields">,
): Promise<HouseBefore> {
	const before = await gradeScale(tx);
	if (grades !== null) await setGrades(tx, grades);
	const known = new Set((await customFields(tx)).map(({ key }) => key));
	const fields = newFields.filter(({ key }) => !known.has(key));
	if (fields.length > 0)
		await tx
			.insertInto("custom_field")
			.values(
				fields.map(({ isSensitive, scale, ...field }) => ({
					...field,
					scale: [...scale],
					is_sensitive: isSensitive,
				})),
			)
			.execute();
	return {
		grades: grades === null ? null : { before, after: grades },
		fields: fields.map(({ key }) => key),
	};
}

/** Puts the scale back, unless somebody has changed it since; returns whether nothing stood in the way. */
export async function restoreGrades(
	tx: Tx,
	{ grades }: HouseBefore,
): Promise<boolean> {
	if (grades === null) return true;
	const now = await gradeScale(tx);
	if (JSON.stringify(now) !== JSON.stringify(grades.after)) return false;
	await setGrades(tx, grades.before);
	return true;
}

/** Takes the added fields away again, but for those that somebody's record has by now and sensitive ones that may have been answered. */
export async function removeFields(
	tx: Tx,
	keys: readonly string[],
	answered: ReadonlySet<string>,
): Promise<void> {
	const removable = keys.filter((key) => !answered.has(key));
	await sql`
		delete from custom_field where key = any(${removable}::text[])
			and not exists (select from employment where employment.custom ? custom_field.key)
			and not exists (select from sensitive_fact where sensitive_fact.fact = custom_field.key)
	`.execute(tx);
}

async function setGrades(tx: Tx, scale: readonly string[]): Promise<void> {
	await tx.deleteFrom("grade").execute();
	if (scale.length > 0)
		await tx
			.insertInto("grade")
			.values(scale.map((name, position) => ({ name, position })))
			.execute();
}

import { sql } from "kysely";
import {
	type CustomKind,
	customKey,
} from "../../../domain/people/custom-field.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { fieldUses, gradeUses } from "../queries/scales.ts";
import { customFields, gradeScale } from "../queries/employment.ts";

/** Adds a grade on top of the scale. */
export async function addGrade(tx: Tx, name: string): Promise<void> {
	const scale = await lockScale(tx);
	if (scale.some((each) => each.toLowerCase() === name.toLowerCase()))
		throw new Invalid({ name: t("This grade is already on the scale.") });
	await writeScale(tx, [...scale, name]);
	await record(tx, { act: "add-grade", detail: { position: scale.length } });
}

/** Moves a grade one step up or down. */
export async function moveGrade(
	tx: Tx,
	name: string,
	direction: "up" | "down",
): Promise<void> {
	const scale = await lockScale(tx);
	const at = scale.indexOf(name);
	if (at < 0) throw new NotFound();
	const to = direction === "up" ? at + 1 : at - 1;
	const other = scale[to];
	if (other !== undefined)
		await writeScale(tx, scale.with(at, other).with(to, name));
	await record(tx, { act: "move-grade", detail: { from: at, to } });
}

/** Takes a grade off the scale while nobody has it. */
export async function removeGrade(tx: Tx, name: string): Promise<void> {
	const scale = await lockScale(tx);
	if (!scale.includes(name)) throw new NotFound();
	if (((await gradeUses(tx)).get(name) ?? 0) > 0)
		throw new Conflict(
			t("Somebody has this grade. Change their record first."),
		);
	await writeScale(
		tx,
		scale.filter((each) => each !== name),
	);
	await record(tx, {
		act: "remove-grade",
		detail: { position: scale.indexOf(name) },
	});
}

export type NewField = {
	readonly label: string;
	readonly kind: CustomKind;
	readonly scale: readonly string[];
	readonly isSensitive: boolean;
};

export async function addField(tx: Tx, field: NewField): Promise<void> {
	const known = await customFields(tx);
	const label = field.label.toLowerCase();
	if (known.some((each) => each.label.toLowerCase() === label))
		throw new Invalid({ label: t("There is already a field of this name.") });
	const key = customKey(field.label, new Set(known.map((each) => each.key)));
	await tx
		.insertInto("custom_field")
		.values({
			key,
			label: field.label,
			kind: field.kind,
			scale: [...field.scale],
			is_sensitive: field.isSensitive,
		})
		.execute();
	await record(tx, { act: "add-field", detail: { field: key } });
}

/** Takes a field away while nobody's record has it. A sensitive one stays: only people themselves can see whether they answered it. */
export async function removeField(tx: Tx, key: string): Promise<void> {
	const field = (await customFields(tx)).find((each) => each.key === key);
	if (field === undefined) throw new NotFound();
	if (field.isSensitive)
		throw new Conflict(
			t(
				"Nobody but the people themselves can see whether a sensitive field is in use, so it stays.",
			),
		);
	if (((await fieldUses(tx)).get(key) ?? 0) > 0)
		throw new Conflict(
			t("Somebody’s record has this field. Empty it there first."),
		);
	await tx.deleteFrom("custom_field").where("key", "=", key).execute();
	await record(tx, { act: "remove-field", detail: { field: key } });
}

async function lockScale(tx: Tx): Promise<string[]> {
	await sql`select pg_advisory_xact_lock(724729)`.execute(tx);
	return gradeScale(tx);
}

async function writeScale(tx: Tx, scale: readonly string[]): Promise<void> {
	await tx.deleteFrom("grade").execute();
	if (scale.length > 0)
		await tx
			.insertInto("grade")
			.values(scale.map((name, position) => ({ name, position })))
			.execute();
}

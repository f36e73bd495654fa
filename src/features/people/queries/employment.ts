import { z } from "zod";
import type {
	CustomField,
	CustomValue,
} from "../../../domain/people/custom-field.ts";
import type { Db } from "../../../platform/database/database.ts";

export type Employment = {
	readonly employeeNumber: string | null;
	readonly grade: string | null;
	readonly hireDate: string | null;
	readonly custom: Readonly<Record<string, CustomValue>>;
};

/** What HR says about someone: a row only for the person and the people offices. */
export async function employmentOf(
	db: Db,
	person: string,
): Promise<Employment> {
	const row = await db
		.selectFrom("employment")
		.select(["employee_number", "grade", "hire_date", "custom"])
		.where("person_id", "=", person)
		.executeTakeFirst();
	return {
		employeeNumber: row?.employee_number ?? null,
		grade: row?.grade ?? null,
		hireDate: row?.hire_date ?? null,
		custom: customValues.parse(row?.custom ?? {}),
	};
}

/** The organisation's own fields, by label. */
export async function customFields(db: Db): Promise<CustomField[]> {
	const rows = await db
		.selectFrom("custom_field")
		.selectAll()
		.orderBy("label")
		.orderBy("key")
		.execute();
	return rows.map((row) => ({
		key: row.key,
		label: row.label,
		kind: row.kind,
		scale: row.scale,
		isSensitive: row.is_sensitive,
	}));
}

/** The ordered scale, lowest first. */
export async function gradeScale(db: Db): Promise<string[]> {
	const rows = await db
		.selectFrom("grade")
		.select("name")
		.orderBy("position")
		.execute();
	return rows.map(({ name }) => name);
}

/** Who can correct what HR says: everyone may know. */
export function peopleOffice(db: Db) {
	return db
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select(["person.id", "person.first_name", "person.last_name"])
		.distinct()
		.where("office.office", "in", ["program-manager", "administrator"])
		.where("person.left_on", "is", null)
		.where((office) =>
			office.or([
				office("office.until_at", "is", null),
				office("office.until_at", ">", office.fn<Date>("now")),
			]),
		)
		.orderBy("person.last_name")
		.limit(5)
		.execute();
}

const customValues = z.record(
	z.string(),
	z.union([z.string(), z.number(), z.array(z.string())]),
);

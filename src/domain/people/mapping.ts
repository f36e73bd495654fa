import type { CustomField } from "./custom-field.ts";
import type { DateOrder } from "./date-order.ts";
import { type FieldKey, REPEATABLE_FIELDS } from "./fields.ts";

/**
 * How the columns of a kind of file go into fields. Plain JSON, so that it can be kept under a name and used on the next file of its kind:
 * columns are found by their header.
 */
export interface Mapping {
	readonly columns: readonly MappedColumn[];
	/** Cell texts that hold for every row, such as side = mentee for a file of mentees. */
	readonly fixed: readonly FixedValue[];
	/** The ordered scale of this file's grades, lowest first; null: the organisation's own. */
	readonly gradeScale: readonly string[] | null;
}

export interface MappedColumn {
	readonly header: string;
	readonly target: Target;
	/** How 3/1/2024 is meant, where a person has decided it. */
	readonly dates?: DateOrder | undefined;
}

export interface FixedValue {
	readonly target: Target;
	readonly value: string;
}

export type Target =
	| { readonly to: "nothing" }
	| { readonly to: "field"; readonly field: FieldKey }
	| { readonly to: "custom"; readonly key: string }
	/** A custom field that this import declares. */
	| { readonly to: "new-custom"; readonly field: CustomField };

export type MappingProblem =
	| { readonly code: "header-missing"; readonly header: string }
	| { readonly code: "field-twice"; readonly field: FieldKey }
	| { readonly code: "custom-twice"; readonly key: string }
	| { readonly code: "unknown-custom-field"; readonly key: string }
	/** Without e-mail or employee number nobody can be recognised. */
	| { readonly code: "no-key" };

/** What is wrong with a mapping for a file with these headers; none of it is fatal to readPeople, but people would not get what they meant. */
export function mappingProblems(
	mapping: Mapping,
	headers: readonly string[],
	customFields: readonly CustomField[],
): readonly MappingProblem[] {
	const problems: MappingProblem[] = [];
	const present = new Set(headers);
	const known = new Set(customFields.map((field) => field.key));
	const used = new Set<string>();
	for (const { header, target } of mapping.columns) {
		if (target.to === "nothing") continue;
		if (!present.has(header)) problems.push({ code: "header-missing", header });
	}
	for (const { target } of [...mapping.columns, ...mapping.fixed]) {
		const name = targetName(target);
		if (name === null) continue;
		if (target.to === "custom" && !known.has(target.key)) {
			problems.push({ code: "unknown-custom-field", key: target.key });
		}
		if (used.has(name)) problems.push(...doubled(target));
		used.add(name);
	}
	const hasKey = used.has("field:email") || used.has("field:employeeNumber");
	return hasKey ? problems : [...problems, { code: "no-key" }];
}

/** The custom fields that a mapping declares, and those there were before, by key. */
export function customFieldsOf(
	mapping: Mapping,
	known: readonly CustomField[],
): ReadonlyMap<string, CustomField> {
	const fields = new Map(known.map((field) => [field.key, field]));
	for (const { target } of [...mapping.columns, ...mapping.fixed]) {
		if (target.to === "new-custom" && !fields.has(target.field.key)) {
			fields.set(target.field.key, target.field);
		}
	}
	return fields;
}

function targetName(target: Target): string | null {
	switch (target.to) {
		case "nothing":
			return null;
		case "field":
			return `field:${target.field}`;
		case "custom":
			return `custom:${target.key}`;
		case "new-custom":
			return `custom:${target.field.key}`;
	}
}

function doubled(target: Target): readonly MappingProblem[] {
	switch (target.to) {
		case "nothing":
			return [];
		case "field":
			return REPEATABLE_FIELDS.has(target.field)
				? []
				: [{ code: "field-twice", field: target.field }];
		case "custom":
			return [{ code: "custom-twice", key: target.key }];
		case "new-custom":
			return [{ code: "custom-twice", key: target.field.key }];
	}
}

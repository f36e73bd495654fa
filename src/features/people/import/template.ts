import type { CustomField } from "../../../domain/people/custom-field.ts";
import { FIELD_SYNONYMS } from "../../../domain/people/field-synonyms.ts";
import { FIELD_KEYS } from "../../../domain/people/fields.ts";

/** The columns of an empty file: names that are recognised again in every language, then the organisation's own fields. */
export function templateHeaders(
	customFields: readonly CustomField[],
): readonly string[] {
	const known = FIELD_KEYS.filter((field) => field !== "fullName").map(
		(field) => capitalised(FIELD_SYNONYMS[field][0] ?? field),
	);
	return [...known, ...customFields.map(({ label }) => label)];
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

import type {
	CustomField,
	CustomValue,
} from "../../domain/people/custom-field.ts";
import { readNumber } from "../../domain/people/read-value.ts";
import { splitList, tidyLine } from "../../domain/people/tidy.ts";
import { formatDate, formatList, formatNumber, t } from "../../ui/text.ts";

export type CustomReading =
	| { readonly ok: true; readonly value: CustomValue | null }
	| { readonly ok: false; readonly message: string };

/** What was typed into a field of the organisation's own; null: nothing. */
export function readCustom(
	field: CustomField,
	typed: readonly string[],
): CustomReading {
	const line = tidyLine(typed.join("; "));
	if (line === "") return { ok: true, value: null };
	switch (field.kind) {
		case "text":
			return { ok: true, value: line };
		case "list":
			return { ok: true, value: splitList(typed.join(";")) };
		case "number": {
			const value = readNumber(line);
			return typeof value === "number"
				? { ok: true, value }
				: { ok: false, message: t("Enter a number.") };
		}
		case "date":
			return /^\d{4}-\d{2}-\d{2}$/.test(line)
				? { ok: true, value: line }
				: { ok: false, message: t("Enter the day.") };
		case "scale":
			return field.scale.includes(line)
				? { ok: true, value: line }
				: { ok: false, message: t("Choose a step of the scale.") };
	}
}

/** A value of an organisation's own field, as people read it. */
export function customText(field: CustomField, value: CustomValue): string {
	if (typeof value === "number") return formatNumber(value);
	if (typeof value !== "string") return formatList(value);
	return field.kind === "date" ? formatDate(value) : value;
}

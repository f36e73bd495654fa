import type { CustomField, CustomValue } from "./custom-field.ts";
import type { ColumnOrder } from "./date-order.ts";
import { type FieldKey, longest } from "./fields.ts";
import { readDate } from "./read-date.ts";
import { readNumber } from "./read-value.ts";
import type { Trouble } from "./row-problem.ts";
import { fold, hasControlCharacters, splitList, tidyText } from "./tidy.ts";

/** What is known about the column a cell stands in. */
export interface CellContext {
	readonly header: string;
	readonly dateOrder: ColumnOrder;
	readonly today: string;
}

export type Value<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly trouble: Trouble };

const LONGEST_CUSTOM = 10_000;
const MOST_ITEMS = 100;

/** What keeps a text out of any field, before anyone asks what it means. */
export function textTrouble(
	text: string,
	field: FieldKey | null,
): Trouble | null {
	const limit = field === null ? LONGEST_CUSTOM : longest(field);
	if (hasControlCharacters(text)) return { code: "control-characters" };
	if (text.includes("\uFFFD")) return { code: "unreadable-characters" };
	return text.length > limit ? { code: "too-long", limit } : null;
}

/** The value of a custom field in a cell that is not empty. */
export function readCustom(
	text: string,
	field: CustomField,
	context: CellContext,
): Value<CustomValue> {
	switch (field.kind) {
		case "text":
			return { ok: true, value: tidyText(text) };
		case "list":
			return readList(text);
		case "number":
			return numberValue(text);
		case "date":
			return dateValue(text, context);
		case "scale":
			return scaleStep(text, field.scale);
	}
}

export function readList(text: string): Value<readonly string[]> {
	const items = splitList(text);
	return items.length > MOST_ITEMS
		? { ok: false, trouble: { code: "too-many-items" } }
		: { ok: true, value: items };
}

export function dateValue(text: string, context: CellContext): Value<string> {
	const reading = readDate(text, context.dateOrder, context.today);
	return reading.ok
		? { ok: true, value: reading.date }
		: { ok: false, trouble: { code: reading.why } };
}

/** The step of an ordered scale that a text names, as the scale writes it. */
export function scaleStep(
	text: string,
	scale: readonly string[],
): Value<string> {
	const wanted = fold(text);
	const exact = scale.find((step) => step === text.trim());
	const step = exact ?? scale.find((known) => fold(known) === wanted);
	return step === undefined
		? { ok: false, trouble: { code: "not-on-scale", scale } }
		: { ok: true, value: step };
}

function numberValue(text: string): Value<number> {
	const number = readNumber(text);
	if (number === null) {
		return { ok: false, trouble: { code: "unreadable-number" } };
	}
	return number === "ambiguous"
		? { ok: false, trouble: { code: "ambiguous-number" } }
		: { ok: true, value: number };
}

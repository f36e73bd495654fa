import type { CustomValue } from "../../../../domain/people/custom-field.ts";

/** A proposal of a sensitive fact as the one text it is kept as; what people state themselves is read the same way. */
export function factText(value: CustomValue): string {
	if (typeof value === "string") return value;
	return typeof value === "number" ? String(value) : value.join("; ");
}

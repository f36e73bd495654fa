import type { FieldKey } from "../../../domain/people/fields.ts";
import type { PlainCode, Trouble } from "../../../domain/people/row-problem.ts";
import { formatList, t } from "../../../ui/text.ts";
import { fieldName } from "./field-name.ts";
import { plainCodes, plainSentence } from "./plain-sentence.ts";

/** What is wrong in a row, and what becomes of it, in one or two sentences. */
export function problemSentence(trouble: Trouble): string {
	return isPlain(trouble)
		? plainSentence(trouble.code)
		: detailedSentence(trouble);
}

type Plain = Extract<Trouble, { readonly code: PlainCode }>;

function isPlain(trouble: Trouble): trouble is Plain {
	return plainCodes.some((code) => code === trouble.code);
}

function detailedSentence(trouble: Exclude<Trouble, Plain>): string {
	switch (trouble.code) {
		case "too-long":
			return t("Longer than {limit, number} characters.", {
				limit: trouble.limit,
			});
		case "too-many-cells":
			return t(
				"This row has more cells than the {expected} columns; a separator inside a text may have split it.",
				{ expected: trouble.expected },
			);
		case "too-few-cells":
			return t(
				"This row has fewer cells than the {expected} columns. Those at its end count as empty.",
				{ expected: trouble.expected },
			);
		case "not-on-scale":
			return t("Not a step of this scale: {scale}.", {
				scale: trouble.scale.join(", "),
			});
		case "capacity-out-of-range":
			return t("Places are a whole number from 0 to {most}.", {
				most: trouble.most,
			});
		case "birth-year-impossible":
			return t("A year of birth between {from} and {to} is expected.", {
				from: String(trouble.from),
				to: String(trouble.to),
			});
		case "duplicate-email":
			return t("The same e-mail address stands in rows {rows}.", {
				rows: rowList(trouble.rows),
			});
		case "duplicate-employee-number":
			return t("The same employee number stands in rows {rows}.", {
				rows: rowList(trouble.rows),
			});
		case "same-person":
			return t(
				"Rows {rows} are about one and the same person: one by employee number, one by e-mail.",
				{ rows: rowList(trouble.rows) },
			);
		case "two-people":
			return t(
				"The employee number belongs to one person in Baton, the e-mail address to another.",
			);
		case "employee-number-changes":
			return t(
				"Known under the number {number}, which this file replaces. Make sure that the address was not given to someone else.",
				{ number: trouble.from },
			);
		case "manager-loop":
			return t(
				"Rows {rows} would be each other’s managers in a circle. Their managers stay as they are.",
				{ rows: rowList(trouble.rows) },
			);
		case "kept-own-words":
			return t(
				"{field}: the person has said something else here, which is kept.",
				{ field: fieldName(ownWordsField(trouble.field)) },
			);
	}
}

function ownWordsField(field: string): FieldKey {
	return field === "clients" || field === "industries" ? field : "experience";
}

function rowList(rows: readonly number[]): string {
	const shown = rows.slice(0, 10).map(String);
	return formatList(rows.length > shown.length ? [...shown, "…"] : shown);
}

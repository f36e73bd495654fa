import {
	CUSTOM_KINDS,
	type CustomField,
	type CustomKind,
	customKey,
} from "../../../domain/people/custom-field.ts";
import { FIELD_KEYS } from "../../../domain/people/fields.ts";
import type { Target } from "../../../domain/people/mapping.ts";
import { t } from "../../../ui/text.ts";
import { fieldGroups, fieldName } from "./field-name.ts";

export type ChoiceGroup = {
	readonly label: string;
	readonly choices: readonly {
		readonly value: string;
		readonly label: string;
	}[];
};

/** Everything a column can go into, for a list to choose from. */
export function targetChoices(
	customFields: readonly CustomField[],
): readonly ChoiceGroup[] {
	const own = customFields.map((field) => ({
		value: `custom:${field.key}`,
		label: field.isSensitive
			? t("{field} (sensitive)", { field: field.label })
			: field.label,
	}));
	const made = (prefix: string) =>
		CUSTOM_KINDS.map((kind) => ({
			value: `${prefix}:${kind}`,
			label: kindName(kind),
		}));
	return [
		...fieldGroups().map(({ label, fields }) => ({
			label,
			choices: fields.map((field) => ({
				value: `field:${field}`,
				label: fieldName(field),
			})),
		})),
		...(own.length > 0
			? [{ label: t("Fields of your own"), choices: own }]
			: []),
		{ label: t("A new field of your own"), choices: made("new") },
		{
			label: t("A new sensitive field, only proposed to the person"),
			choices: made("new-sensitive"),
		},
	];
}

export function kindName(kind: CustomKind): string {
	switch (kind) {
		case "text":
			return t("New field: text");
		case "list":
			return t("New field: list of words");
		case "number":
			return t("New field: number");
		case "date":
			return t("New field: date");
		case "scale":
			return t("New field: ordered steps");
	}
}

/** What a form sends for a target. */
export function targetValue(target: Target): string {
	switch (target.to) {
		case "nothing":
			return "";
		case "field":
			return `field:${target.field}`;
		case "custom":
			return `custom:${target.key}`;
		case "new-custom":
			return `${target.field.isSensitive ? "new-sensitive" : "new"}:${target.field.kind}`;
	}
}

/** The target a form sent; a new field is named after its column. Null: no such target. */
export function readTarget(
	value: string,
	header: string,
	{
		customFields,
		taken,
		scale,
	}: {
		readonly customFields: readonly CustomField[];
		/** Keys already given; the new one is added. */
		readonly taken: Set<string>;
		readonly scale: readonly string[];
	},
): Target | null {
	if (value === "") return { to: "nothing" };
	const [to, name = ""] = value.split(":");
	if (to === "field") {
		const field = FIELD_KEYS.find((key) => key === name);
		return field === undefined ? null : { to: "field", field };
	}
	if (to === "custom")
		return customFields.some(({ key }) => key === name)
			? { to: "custom", key: name }
			: null;
	const kind = CUSTOM_KINDS.find((each) => each === name);
	if (kind === undefined || (to !== "new" && to !== "new-sensitive"))
		return null;
	const key = customKey(header, taken);
	taken.add(key);
	return {
		to: "new-custom",
		field: {
			key,
			label: header.slice(0, 200),
			kind,
			scale: kind === "scale" ? scale : [],
			isSensitive: to === "new-sensitive",
		},
	};
}

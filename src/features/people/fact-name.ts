import type { SensitiveField } from "../../domain/people/fields.ts";
import { t } from "../../ui/text.ts";
import type { OwnFact } from "./queries/own.ts";

/** What a sensitive fact is called. */
export function factName({ field }: Pick<OwnFact, "field">): string {
	return typeof field === "string" ? fieldName(field) : field.label;
}

function fieldName(field: SensitiveField): string {
	switch (field) {
		case "birthYear":
			return t("Year of birth");
		case "gender":
			return t("Gender");
		case "ethnicity":
			return t("Ethnicity");
		case "disability":
			return t("Disability");
		case "sexualOrientation":
			return t("Sexual orientation");
		case "religion":
			return t("Religion");
	}
}

/** Words often chosen; any other will do. */
export function factSuggestions({ field }: Pick<OwnFact, "field">): string[] {
	switch (field) {
		case "gender":
			return [t("Woman"), t("Man"), t("Non-binary")];
		case "disability":
			return [t("Yes"), t("No")];
		case "birthYear":
		case "ethnicity":
		case "sexualOrientation":
		case "religion":
			return [];
		default:
			return field.kind === "scale" ? [...field.scale] : [];
	}
}

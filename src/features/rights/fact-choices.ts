import { t } from "../../ui/text.ts";

/** What HR says, as far as one can ask for a correction of it; the rest people change themselves. */
export function factChoices(): readonly {
	readonly value: string;
	readonly label: string;
}[] {
	return [
		{ value: "name", label: t("Name") },
		{ value: "email", label: t("E-mail address") },
		{ value: "job-title", label: t("Title") },
		{ value: "grade", label: t("Grade") },
		{ value: "unit", label: t("Unit") },
		{ value: "function", label: t("Function") },
		{ value: "discipline", label: t("Discipline") },
		{ value: "location", label: t("Location") },
		{ value: "manager", label: t("Manager") },
		{ value: "hire-date", label: t("Hire date") },
		{ value: "employee-number", label: t("Employee number") },
		{ value: "other", label: t("Something else") },
	];
}

export function factLabel(value: string): string {
	return (
		factChoices().find((choice) => choice.value === value)?.label ??
		t("Something else")
	);
}

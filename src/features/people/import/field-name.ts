import type { FieldKey } from "../../../domain/people/fields.ts";
import { t } from "../../../ui/text.ts";

/** What a field of a people file is called. */
export function fieldName(field: FieldKey): string {
	switch (field) {
		case "employeeNumber":
			return t("Employee number");
		case "email":
			return t("E-mail address");
		case "firstName":
			return t("First name");
		case "lastName":
			return t("Last name");
		case "fullName":
			return t("Full name");
		case "jobTitle":
			return t("Job title");
		case "unit":
			return t("Unit");
		case "function":
			return t("Function");
		case "discipline":
			return t("Discipline");
		case "grade":
			return t("Grade");
		case "location":
			return t("Location");
		case "timeZone":
			return t("Time zone");
		case "languages":
			return t("Languages");
		case "locale":
			return t("Language of pages and mails");
		case "manager":
			return t("Manager");
		case "hireDate":
			return t("Hire date");
		case "status":
			return t("Here or left");
		case "leavingDate":
			return t("Leaving date");
		case "experience":
			return t("Experience");
		case "clients":
			return t("Clients");
		case "industries":
			return t("Industries");
		case "side":
			return t("Mentor or mentee");
		case "capacity":
			return t("Places");
		case "offers":
			return t("Offers");
		case "seeks":
			return t("Seeks");
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

/** Fields by what they are about, in the order a person would look for them. */
export function fieldGroups(): readonly {
	readonly label: string;
	readonly fields: readonly FieldKey[];
}[] {
	return [
		{
			label: t("Who it is"),
			fields: ["employeeNumber", "email", "firstName", "lastName", "fullName"],
		},
		{
			label: t("Work"),
			fields: [
				"jobTitle",
				"unit",
				"function",
				"discipline",
				"grade",
				"manager",
				"hireDate",
				"status",
				"leavingDate",
			],
		},
		{
			label: t("Place and language"),
			fields: ["location", "timeZone", "languages", "locale"],
		},
		{
			label: t("What they bring"),
			fields: ["experience", "clients", "industries", "offers", "seeks"],
		},
		{ label: t("Enrolment"), fields: ["side", "capacity"] },
		{
			label: t("Sensitive, only proposed to the person"),
			fields: [
				"birthYear",
				"gender",
				"ethnicity",
				"disability",
				"sexualOrientation",
				"religion",
			],
		},
	];
}

import { z } from "zod";
import { longest } from "../../../domain/people/fields.ts";
import type { FieldKey } from "../../../domain/people/fields.ts";
import { readEmail } from "../../../domain/people/read-value.ts";
import { tidyLine } from "../../../domain/people/tidy.ts";
import { t } from "../../../ui/text.ts";

const line = (field: FieldKey) =>
	z
		.string()
		.default("")
		.transform(tidyLine)
		.pipe(
			z.string().max(longest(field), {
				error: () =>
					t("Write at most {most} characters.", { most: longest(field) }),
			}),
		);
const optional = (field: FieldKey) =>
	line(field).transform((typed) => (typed === "" ? null : typed));
const day = z
	.union([
		z.literal("").transform(() => null),
		z.iso.date({ error: () => t("Enter a day, or leave it empty.") }),
	])
	.default(null);

/** What HR says about a person; custom fields come as `custom-<key>` and are read against their kinds. */
export const RecordForm = z
	.looseObject({
		"first-name": line("firstName"),
		"last-name": line("lastName").pipe(
			z.string().min(1, { error: () => t("Enter a name.") }),
		),
		email: z
			.string()
			.default("")
			.transform((typed, context) => {
				const address = readEmail(typed);
				if (address === null)
					context.addIssue({
						code: "custom",
						message: t("Enter an e-mail address, like name@example.org."),
					});
				return address ?? "";
			}),
		"job-title": optional("jobTitle"),
		unit: optional("unit"),
		function: optional("function"),
		discipline: optional("discipline"),
		location: optional("location"),
		manager: line("email"),
		"employee-number": optional("employeeNumber"),
		grade: optional("grade"),
		"hire-date": day,
		seen: z.string().default(""),
	})
	.transform(({ seen, manager, ...typed }) => ({
		person: {
			first_name: typed["first-name"],
			last_name: typed["last-name"],
			email: typed.email,
			job_title: typed["job-title"],
			unit: typed.unit,
			function: typed.function,
			discipline: typed.discipline,
			location: typed.location,
		},
		manager,
		employment: {
			employee_number: typed["employee-number"],
			grade: typed.grade,
			hire_date: typed["hire-date"],
		},
		custom: new Map(
			Object.entries(typed).flatMap(([name, value]) =>
				name.startsWith("custom-")
					? [[name.slice("custom-".length), [value].flat().map(String)]]
					: [],
			),
		),
		seen,
	}));

export type RecordInput = z.output<typeof RecordForm>;

export const LeaveForm = z.object({
	"left-on": z.iso.date({ error: () => t("Enter the day.") }),
});

import { z } from "zod";
import { CUSTOM_KINDS } from "../../../domain/people/custom-field.ts";
import { splitList, tidyLine } from "../../../domain/people/tidy.ts";
import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import {
	addField,
	addGrade,
	moveGrade,
	removeField,
	removeGrade,
} from "../commands/scales.ts";
import { recordKeepers } from "../keeps-records.ts";
import { customFields, gradeScale } from "../queries/employment.ts";
import { fieldUses, gradeUses } from "../queries/scales.ts";
import { FieldsPage } from "../views/fields.tsx";
import { GradesPage } from "../views/grades.tsx";

const name = (missing: () => string) =>
	z
		.string()
		.transform(tidyLine)
		.pipe(
			z
				.string()
				.min(1, { error: missing })
				.max(100, {
					error: () => t("Write at most {most} characters.", { most: 100 }),
				}),
		);

const GradeForm = z.object({ name: name(() => t("Name the grade.")) });
const MoveForm = z.object({
	name: z.string(),
	direction: z.enum(["up", "down"]),
});
const FieldForm = z
	.object({
		label: name(() => t("Name the field.")),
		kind: z.enum(CUSTOM_KINDS, {
			error: () => t("Choose what kind of answer it takes."),
		}),
		scale: z.string().default("").transform(splitList),
		sensitive: z.literal("yes").optional(),
	})
	.superRefine(({ kind, scale }, context) => {
		if (kind === "scale" && scale.length < 2)
			context.addIssue({
				code: "custom",
				path: ["scale"],
				message: t("Write at least two steps, lowest first, one a line."),
			});
	});

/** The organisation's own grades and fields, which imports and records use. */
export const scaleRoutes: readonly Route[] = [
	page("/administration/grades", {
		allow: recordKeepers,
		what: "The scale of grades",
		show: (visit) => gradesPage(visit),
	}),
	action("/administration/grades", {
		allow: recordKeepers,
		what: "Add a grade",
		form: GradeForm,
		act: async (visit, input) => {
			await addGrade(visit.tx, input.name);
			return redirect("/administration/grades", done(t("Added on top.")));
		},
		again: gradesPage,
	}),
	action("/administration/grades/move", {
		allow: recordKeepers,
		what: "Move a grade up or down",
		form: MoveForm,
		act: async (visit, input) => {
			await moveGrade(visit.tx, input.name, input.direction);
			return redirect("/administration/grades");
		},
	}),
	action("/administration/grades/remove", {
		allow: recordKeepers,
		what: "Remove a grade nobody has",
		form: z.object({ name: z.string() }),
		act: async (visit, input) => {
			await removeGrade(visit.tx, input.name);
			return redirect("/administration/grades", done(t("Removed.")));
		},
	}),
	page("/administration/fields", {
		allow: recordKeepers,
		what: "The organisation's own fields",
		show: (visit) => fieldsPage(visit),
	}),
	action("/administration/fields", {
		allow: recordKeepers,
		what: "Add a field of the organisation's own",
		form: FieldForm,
		act: async (visit, { label, kind, scale, sensitive }) => {
			await addField(visit.tx, {
				label,
				kind,
				scale: kind === "scale" ? scale : [],
				isSensitive: sensitive === "yes",
			});
			return redirect("/administration/fields", done(t("Added.")));
		},
		again: fieldsPage,
	}),
	action("/administration/fields/:field/remove", {
		allow: recordKeepers,
		what: "Remove a field no record has",
		form: z.object({}),
		act: async (visit) => {
			await removeField(visit.tx, visit.params.field);
			return redirect("/administration/fields", done(t("Removed.")));
		},
	}),
];

async function gradesPage(visit: Visit, state?: FormState) {
	return show(
		<GradesPage
			frame={visit.frame}
			scale={await gradeScale(visit.db)}
			uses={await gradeUses(visit.db)}
			state={state}
		/>,
	);
}

async function fieldsPage(visit: Visit, state?: FormState) {
	return show(
		<FieldsPage
			frame={visit.frame}
			fields={await customFields(visit.db)}
			uses={await fieldUses(visit.db)}
			state={state}
		/>,
	);
}

import type { CustomField } from "../../../domain/people/custom-field.ts";
import type { DateOrder } from "../../../domain/people/date-order.ts";
import {
	type FixedValue,
	type MappedColumn,
	type Mapping,
	type MappingProblem,
	mappingProblems,
	type Target,
} from "../../../domain/people/mapping.ts";
import { fold, tidyLine } from "../../../domain/people/tidy.ts";
import { Invalid } from "../../../platform/http/refusal.ts";
import { formatList, t } from "../../../ui/text.ts";
import type { FileLook } from "./file-look.ts";
import { fieldName } from "./field-name.ts";
import type { ColumnsTyped } from "./forms.ts";
import { scaleChange } from "./grade-scale.ts";
import { readTarget } from "./target-choice.ts";

export type ColumnsKnown = {
	readonly look: FileLook;
	readonly customFields: readonly CustomField[];
	readonly gradeScale: readonly string[];
};

export const FIXED_LINES = 3;

/** What a page of columns says, or an Invalid refusal with a message at each column that makes no sense. */
export function readColumns(
	typed: ColumnsTyped,
	{ look, customFields, gradeScale }: ColumnsKnown,
): Mapping {
	const errors: Record<string, string> = {};
	const taken = new Set(customFields.map(({ key }) => key));
	const columns = look.columns.map(({ header, values }, at): MappedColumn => {
		const value = textOf(typed, `target-${at}`);
		const scale = linesOf(typed, `scale-${at}`);
		const target = readTarget(value, header, { customFields, taken, scale });
		if (target === null) errors[`target-${at}`] = t("Choose from the list.");
		const isScale =
			target?.to === "new-custom" && target.field.kind === "scale";
		if (isScale && scale.length < 2)
			errors[`scale-${at}`] = t("Put the steps in order, lowest first.");
		if (isScale && scale.length >= 2 && values.length > 0) {
			const lost = missingSteps(values, scale);
			if (lost.length > 0)
				errors[`scale-${at}`] = t("The file also says {steps}.", {
					steps: formatList(lost.slice(0, 5)),
				});
		}
		const dates = dateOrder(textOf(typed, `dates-${at}`));
		return {
			header,
			target: target ?? { to: "nothing" },
			...(dates === undefined ? {} : { dates }),
		};
	});
	const fixed = fixedValues(typed, { customFields, taken, errors });
	const mapping: Mapping = {
		columns,
		fixed,
		gradeScale: readGrades(typed, columns, { look, gradeScale, errors }),
	};
	explainSides(typed, mapping, errors);
	explain(mapping, { look, customFields, errors });
	if (Object.keys(errors).length > 0) throw new Invalid(errors);
	return mapping;
}

/** What a file says in a column and a scale lacks. */
export function missingSteps(
	values: readonly string[],
	scale: readonly string[],
): readonly string[] {
	const known = new Set(scale.map(fold));
	return values.filter((value) => !known.has(fold(value)));
}

function readGrades(
	typed: ColumnsTyped,
	columns: readonly MappedColumn[],
	{
		look,
		gradeScale,
		errors,
	}: Pick<ColumnsKnown, "look" | "gradeScale"> & {
		readonly errors: Record<string, string>;
	},
): readonly string[] | null {
	const at = columns.findIndex(({ target }) => isField(target, "grade"));
	if (at === -1) return null;
	const values = look.columns[at]?.values ?? [];
	const isAsked = typed["grades"] !== undefined;
	const isNew = missingSteps(values, gradeScale).length > 0;
	if (!isAsked && isNew) {
		errors["grades"] = t(
			"This file has grades that are not on your scale. Put them in order below, lowest first.",
		);
		return null;
	}
	const wanted = linesOf(typed, "grades");
	if (!isAsked || wanted.length === 0) return null;
	const change = scaleChange(gradeScale, wanted);
	if (!change.ok)
		errors["grades"] = t(
			"The scale must keep the grades there are already: {grades}.",
			{ grades: formatList(change.lost) },
		);
	return change.ok ? change.scale : null;
}

function isField(target: Target, field: string): boolean {
	return target.to === "field" && target.field === field;
}

function fixedValues(
	typed: ColumnsTyped,
	{
		customFields,
		taken,
		errors,
	}: {
		readonly customFields: readonly CustomField[];
		readonly taken: Set<string>;
		readonly errors: Record<string, string>;
	},
): readonly FixedValue[] {
	const side = textOf(typed, "side");
	const sides: readonly FixedValue[] =
		textOf(typed, "program") !== "" && side !== "" && side !== "column"
			? [{ target: { to: "field", field: "side" }, value: side }]
			: [];
	const lines = Array.from({ length: FIXED_LINES }, (_, at) => {
		const value = tidyLine(textOf(typed, `fixed-value-${at}`));
		const target = readTarget(textOf(typed, `fixed-target-${at}`), "", {
			customFields,
			taken,
			scale: [],
		});
		if (target === null || target.to === "nothing") {
			if (value !== "")
				errors[`fixed-target-${at}`] = t("Choose what this value is.");
			return [];
		}
		if (value === "") errors[`fixed-value-${at}`] = t("Enter the value.");
		return [{ target, value }];
	});
	return [...sides, ...lines.flat()];
}

/** A program without sides enrols nobody, and two sources of sides contradict each other. */
function explainSides(
	typed: ColumnsTyped,
	{ columns }: Mapping,
	errors: Record<string, string>,
): void {
	if (textOf(typed, "program") === "") return;
	const hasColumn = columns.some(({ target }) => isField(target, "side"));
	const isForAll = !["", "column"].includes(textOf(typed, "side"));
	if (!hasColumn && !isForAll)
		errors["side"] = t(
			"No column goes into “{field}”. Say which side everyone in this file takes.",
			{ field: fieldName("side") },
		);
	if (hasColumn && isForAll)
		errors["side"] = t(
			"A column says already who is mentor and who is mentee. Choose that, or leave the column out.",
		);
}

function explain(
	mapping: Mapping,
	{
		look,
		customFields,
		errors,
	}: Pick<ColumnsKnown, "look" | "customFields"> & {
		readonly errors: Record<string, string>;
	},
): void {
	const headers = look.columns.map(({ header }) => header);
	for (const problem of mappingProblems(mapping, headers, customFields)) {
		const place = placeOf(problem, mapping);
		if (place !== null) errors[place] ??= mappingSentence(problem);
	}
}

function mappingSentence(problem: MappingProblem): string {
	switch (problem.code) {
		case "no-key":
			return t(
				"Say which column holds the e-mail address or the employee number: without one of them nobody can be recognised.",
			);
		case "field-twice":
			return t("Two columns go into “{field}”. Choose one of them.", {
				field: fieldName(problem.field),
			});
		case "custom-twice":
			return t("Two columns go into the same field. Choose one of them.");
		case "unknown-custom-field":
		case "header-missing":
			return t("Choose from the list.");
	}
}

/** The field of the form a problem belongs to: the later of two columns. */
function placeOf(problem: MappingProblem, mapping: Mapping): string | null {
	if (problem.code === "no-key") return "target-0";
	const isMeant = (target: Target) =>
		problem.code === "field-twice"
			? isField(target, problem.field)
			: problem.code === "custom-twice"
				? (target.to === "custom" && target.key === problem.key) ||
					(target.to === "new-custom" && target.field.key === problem.key)
				: false;
	const at = mapping.columns.findLastIndex(({ target }) => isMeant(target));
	if (problem.code === "header-missing" || at === -1) return null;
	return `target-${at}`;
}

function dateOrder(text: string): DateOrder | undefined {
	return text === "day-first" || text === "month-first" ? text : undefined;
}

function textOf(typed: ColumnsTyped, name: string): string {
	const value = typed[name];
	return (typeof value === "string" ? value : value?.[0]) ?? "";
}

function linesOf(typed: ColumnsTyped, name: string): readonly string[] {
	const lines = textOf(typed, name).split("\n").map(tidyLine);
	return [...new Set(lines)].filter((line) => line !== "");
}

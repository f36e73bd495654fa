import { likelyGradeOrder } from "../../../domain/people/grade-order.ts";
import type { Mapping } from "../../../domain/people/mapping.ts";
import type { FormState } from "../../../ui/form.tsx";
import { missingSteps } from "./columns-input.ts";
import type { FileLook } from "./file-look.ts";

/**
 * The scale to put in order: the organisation's with what the file adds. Null: no column holds grades, or all are on the scale already, so
 * nothing need be asked.
 */
export function suggestedGrades({
	look,
	mapping,
	gradeScale,
	state,
}: {
	readonly look: FileLook;
	readonly mapping: Mapping;
	readonly gradeScale: readonly string[];
	readonly state: FormState | undefined;
}): readonly string[] | null {
	const at = look.columns.findIndex(({ header }, place) =>
		state === undefined
			? mapping.columns.some(
					(column) =>
						column.header === header &&
						column.target.to === "field" &&
						column.target.field === "grade",
				)
			: state.values[`target-${place}`] === "field:grade",
	);
	const values = look.columns[at]?.values ?? [];
	const known = mapping.gradeScale ?? gradeScale;
	const scale = gradeScale.every((grade) => known.includes(grade))
		? known
		: gradeScale;
	const added = likelyGradeOrder(missingSteps(values, scale));
	const isChanged = scale.length !== gradeScale.length || added.length > 0;
	return at >= 0 && (isChanged || state?.values["grades"] !== undefined)
		? [...scale, ...added]
		: null;
}

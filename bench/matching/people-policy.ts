// What the made-up company's committee decided: needs and offers first, difference as a value, likeness of style, logistics, wishes.
import type { Policy } from "../../src/domain/matching/policy.ts";
import { readPolicy } from "../../src/domain/matching/read-policy.ts";

export const GRADES: readonly string[] = Array.from(
	{ length: 11 },
	(_, k) => `Grade ${k + 1}`,
);

export function realisticPolicy(): Policy {
	const list = { kind: "list", separator: ";" };
	const reading = readPolicy({
		version: 1,
		id: "id",
		columns: {
			department: "text",
			function: "text",
			generation: "text",
			grade: { kind: "scale", values: GRADES },
			zone: "number",
			site: "text",
			languages: list,
			competencies: { kind: "levels", separator: ";" },
			slots: list,
			goals: list,
			openness: "number",
			pace: "number",
			wishes: list,
			line: list,
		},
		capacity: { column: "places" },
		rules: [
			{ name: "Language", compare: "overlap", column: "languages", least: 1 },
			{ name: "Department", compare: "different", column: "department" },
			{ name: "Line", compare: "reporting-line", column: "line" },
			{
				name: "Seniority",
				compare: "steps",
				column: "grade",
				allowed: [1, 2, 3, 4, 5, 6, 7],
			},
		],
		terms: [
			{
				name: "Competencies",
				compare: "levels",
				column: "competencies",
				points: { "1": 3, "2": 6, "3": 9, "4": 12 },
			},
			{
				name: "Function",
				compare: "different",
				column: "function",
				points: 16,
			},
			{
				name: "Generation",
				compare: "different",
				column: "generation",
				points: 15,
			},
			{
				name: "Distance in grade",
				compare: "steps",
				column: "grade",
				points: { "1": 17, "2": 32, "3": 36, "4": 28, "5": 17, "6": 8, "7": 4 },
			},
			style("openness"),
			style("pace"),
			{ name: "Site", compare: "same", column: "site", points: 15 },
			{
				name: "Hours",
				compare: "distance",
				column: "zone",
				points: 20,
				perUnit: 2.5,
				around: 24,
			},
			{
				name: "Slots",
				compare: "overlap",
				column: "slots",
				points: 3,
				most: 30,
			},
			{
				name: "Goals",
				compare: "overlap",
				column: "goals",
				points: 6.5,
				most: 20,
			},
			{
				name: "Wishes",
				compare: "named",
				side: "mentee",
				column: "wishes",
				points: [20, 15, 10],
			},
		],
	});
	if (!reading.ok) throw new Error(JSON.stringify(reading));
	return reading.policy;
}

function style(column: string) {
	return {
		name: column,
		compare: "distance",
		column,
		points: 12.75,
		perUnit: 0.05,
	};
}

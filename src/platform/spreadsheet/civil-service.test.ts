import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { guessMapping } from "../../domain/people/guess-mapping.ts";
import type { ImportOptions } from "../../domain/people/import-plan.ts";
import type { Mapping, Target } from "../../domain/people/mapping.ts";
import { sharedData, skipWithout } from "../../../test/shared-data.ts";
import { planImport } from "../../domain/people/plan-import.ts";
import { readPeople } from "../../domain/people/read-people.ts";
import { readTable } from "./read-table.ts";

const FILES = sharedData("civil-service/");
const skip = skipWithout("civil-service/");

const SCALE = [
	"AA",
	"AO",
	"EO",
	"HEO",
	"SEO",
	"Grade 7",
	"Grade 6",
	"SCS1",
	"SCS2",
	"SCS3",
	"SCS4",
];

function custom(
	key: string,
	kind: "text" | "list",
	isSensitive: boolean,
): Target {
	return {
		to: "new-custom",
		field: { key, label: key, kind, scale: [], isSensitive },
	};
}

function mappingFor(side: "mentor" | "mentee"): Mapping {
	const targets: Record<string, Target> = {
		"first name": { to: "field", field: "firstName" },
		"last name": { to: "field", field: "lastName" },
		"email address": { to: "field", field: "email" },
		"both mentor and mentee": { to: "nothing" },
		"job title": { to: "field", field: "jobTitle" },
		grade: { to: "field", field: "grade" },
		organisation: { to: "field", field: "unit" },
		profession: { to: "field", field: "discipline" },
		characteristics: custom("characteristics", "list", true),
		"match with similar identity": { to: "nothing" },
		"identity to match": custom("identity_to_match", "text", true),
		biography: custom("biography", "text", false),
	};
	const absent =
		side === "mentor"
			? ["match with similar identity", "identity to match"]
			: ["characteristics"];
	return {
		columns: Object.entries(targets)
			.filter(([header]) => !absent.includes(header))
			.map(([header, target]) => ({ header, target })),
		fixed: [{ target: { to: "field", field: "side" }, value: side }],
		gradeScale: SCALE,
	};
}

const CONTEXT = {
	today: "2026-03-02",
	gradeScale: [],
	customFields: [],
	competencies: [],
	locales: ["en", "de"],
};
const OPTIONS: ImportOptions = {
	today: "2026-03-02",
	emptyCells: "keep",
	enrols: true,
	leaving: "nobody",
};

for (const [size, people] of [
	["small", 50],
	["large", 500],
] as const) {
	for (const side of ["mentor", "mentee"] as const) {
		test(`the ${size} Civil Service file of ${side}s imports without a problem`, {
			skip,
		}, async () => {
			const reading = await readTable(
				await readFile(new URL(`${size}/${side}s.csv`, FILES)),
			);
			assert.ok(reading.ok);
			const mapping = mappingFor(side);
			const { table } = reading;
			assert.deepEqual(table.notes, []);
			assert.deepEqual(
				guessMapping(table.headers, table.rows, {
					customFields: [],
					saved: [mapping],
				}).mapping,
				mapping,
			);
			const read = readPeople(table, mapping, CONTEXT);
			const plan = planImport(read, [], OPTIONS);
			assert.deepEqual(plan.problems, []);
			assert.equal(plan.create.length, people);
			assert.ok(
				plan.create.every(
					(each) =>
						each.enrolments[0]?.side === side &&
						SCALE.includes(each.facts.grade ?? ""),
				),
			);
			assert.ok(
				plan.create.every(
					(each) =>
						each.facts.unit?.startsWith("Department of") &&
						each.custom.biography,
				),
			);
			assert.ok(plan.proposals.length > people / 3);
		});
	}
}

test("without a kept mapping most of their columns are guessed", {
	skip,
}, async () => {
	const reading = await readTable(
		await readFile(new URL("small/mentees.csv", FILES)),
	);
	assert.ok(reading.ok);
	const { columns } = guessMapping(reading.table.headers, reading.table.rows, {
		customFields: [],
		saved: [],
	});
	assert.deepEqual(
		columns.map(({ target }) =>
			target.to === "field" ? target.field : target.to,
		),
		[
			"firstName",
			"lastName",
			"email",
			"nothing",
			"jobTitle",
			"grade",
			"unit",
			"discipline",
			"nothing",
			"nothing",
			"nothing",
		],
	);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { sharedData, skipWithout } from "../../../../test/shared-data.ts";
import test from "node:test";
import { establishedWorld } from "../../../../test/world.ts";
import {
	addProgram,
	asOwner,
	everything,
	importFile,
	undo,
} from "./import-cast.test.ts";

const FILES = sharedData("civil-service/");
const SCALE = "AA\nAO\nEO\nHEO\nSEO\nGrade 7\nGrade 6\nSCS1\nSCS2\nSCS3\nSCS4";

for (const [size, people] of [
	["small", 50],
	["large", 500],
] as const)
	test(`the ${size} Civil Service files become a cohort, the second time by a kept mapping`, {
		skip: skipWithout("civil-service/"),
	}, async () => {
		await using world = await establishedWorld();
		const ruth = await world.as(world.ruth);
		const program = await world.arrange((tx) => addProgram(tx, "Cohort"));
		const file = (side: string) =>
			new File(
				[readFileSync(new URL(`${size}/${side}s.csv`, FILES))],
				`${side}s.csv`,
			);
		const mentors = {
			begin: { program, side: "mentor" },
			columns: {
				"target-8": "new-sensitive:list",
				"target-9": "new:text",
				grades: SCALE,
				"save-as": "Mentors of the cohort",
			},
		};
		const before = await everything(world);
		const first = await importFile(world, ruth, file("mentor"), mentors);
		await undo(world, ruth, first.id);
		assert.deepEqual(await everything(world), before);
		const saved = await asOwner(world, "select id from saved_mapping");
		await importFile(world, ruth, file("mentor"), {
			begin: {
				program,
				side: "mentor",
				"saved-mapping": String(saved.rows[0]?.id),
			},
		});
		await importFile(world, ruth, file("mentee"), {
			begin: { program, side: "mentee" },
			columns: {
				"target-9": "new-sensitive:text",
				"target-10": "custom:biography",
			},
		});
		const { rows } = await asOwner(
			world,
			`select side, count(*)::int as people, count(distinct employment.grade)::int > 3 as graded, bool_and(custom ? 'biography') as told
			 from enrolment join employment using (person_id) where how = 'import' and status = 'enrolled' group by 1 order by 1`,
		);
		assert.deepEqual(rows, [
			{ side: "mentee", people, graded: true, told: true },
			{ side: "mentor", people, graded: true, told: true },
		]);
		const grades = await asOwner(
			world,
			"select string_agg(name, E'\\n' order by position) as scale from grade",
		);
		assert.deepEqual(grades.rows, [{ scale: SCALE }]);
		const facts = await asOwner(
			world,
			"select fact, count(*)::int > 0 as some, count(declared)::int as declared from sensitive_fact group by 1 order by 1",
		);
		assert.deepEqual(facts.rows, [
			{ fact: "characteristics", some: true, declared: 0 },
			{ fact: "identity_to_match", some: true, declared: 0 },
		]);
	});

import assert from "node:assert/strict";
import test from "node:test";
import { readPolicy } from "../../domain/matching/read-policy.ts";
import { templatePolicy } from "../../domain/programs/template-policies.ts";
import { templateKeys } from "../../domain/programs/templates.ts";
import { marksOf } from "./board-layout.ts";
import { confidentialTerms } from "./confidence.ts";

const grades = ["Manager", "Director", "Vice President"];

for (const key of templateKeys)
	for (const giving of [0, 1, 2, 3, 100])
		test(`what was said in confidence never has a mark of its own (${key}, ${giving} open terms give points)`, () => {
			const read = readPolicy(templatePolicy(key, grades));
			assert.ok(read.ok);
			const confidential = confidentialTerms(read.policy);
			assert.ok(confidential.size > 0);
			const names = read.policy.terms.map(({ name }) => name);
			const open = names.filter((name) => !confidential.has(name));
			const parts = names.map((term) => ({
				term,
				points:
					confidential.has(term) || open.indexOf(term) < giving
						? 8 + names.indexOf(term)
						: 0,
			}));
			const marks = marksOf(read.policy, confidential, [
				{
					id: "1",
					mentee: "wei",
					mentor: "ingrid",
					score: 40,
					parts,
					mentorKind: null,
					status: "drafted",
					before: null,
				},
			]);
			assert.deepEqual(
				marks.flatMap(({ terms }) => terms).toSorted(byText),
				names.toSorted(byText),
				"every term is drawn once",
			);
			assert.ok(marks.length <= 5);
			const holding = marks.filter(({ terms }) =>
				terms.some((name) => confidential.has(name)),
			);
			assert.equal(holding.length, 1);
			const beside = open.filter(
				(name) =>
					holding[0]?.terms.includes(name) &&
					parts.some(({ term, points }) => term === name && points > 0),
			);
			assert.ok(beside.length >= Math.min(2, giving));
		});

function byText(one: string, other: string): number {
	return one < other ? -1 : 1;
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { readPolicy } from "../matching/read-policy.ts";
import { templatePolicy } from "./template-policies.ts";
import { templateKeys } from "./templates.ts";

const scales = [[], ["Staff"], ["Staff", "Lead"], ["A", "B", "C", "D", "E"]];

test("the engine reads the policy of every template, on any grade scale", () => {
	for (const key of templateKeys) {
		for (const scale of scales) {
			const reading = readPolicy(templatePolicy(key, scale));
			assert.deepEqual(reading.ok ? [] : reading.problems, [], key);
		}
	}
});

test("no template pairs people of one reporting line", () => {
	for (const key of templateKeys) {
		const { rules } = templatePolicy(key, []);
		assert.ok(rules.some(({ compare }) => compare === "reporting-line"));
	}
});

test("a reverse mentor stands below, every other mentor above", () => {
	for (const key of templateKeys) {
		const { rules } = templatePolicy(key, ["A", "B", "C"]);
		const steps = rules.find(({ compare }) => compare === "steps");
		const expected = key === "reverse-mentoring" ? [-1, -2] : [1, 2];
		assert.deepEqual(steps?.allowed, expected, key);
	}
});

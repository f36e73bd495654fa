import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { progressIn } from "./progress.ts";

const steps = ["a", "b", "c"].map((id, k) => ({ id, minutes: 5 * (k + 1) }));

test("the step at hand is the first not done, whatever was done before it", () => {
	assert.deepEqual(progressIn(steps, new Set(["b"])), {
		done: 1,
		of: 3,
		minutesLeft: 20,
		atHand: steps[0],
	});
	assert.equal(progressIn(steps, new Set(["a", "c"])).atHand?.id, "b");
	assert.equal(progressIn(steps, new Set(["a", "b", "c"])).atHand, undefined);
});

test("steps of other curricula, and steps taken out since, count for nothing", () => {
	fc.assert(
		fc.property(fc.array(fc.string()), (others) => {
			const done = new Set(others.filter((id) => !/^[abc]$/u.test(id)));
			assert.equal(progressIn(steps, done).done, 0);
			assert.equal(progressIn(steps, done).minutesLeft, 30);
		}),
	);
});

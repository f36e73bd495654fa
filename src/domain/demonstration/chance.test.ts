import assert from "node:assert/strict";
import { test } from "node:test";
import { chance } from "./chance.ts";

test("the same stream repeats and another does not", () => {
	const draws = (seed: number, ...stream: string[]) => {
		const dice = chance(seed, ...stream);
		return Array.from({ length: 20 }, () => dice.whole(0, 999));
	};
	assert.deepEqual(draws(1, "names"), draws(1, "names"));
	assert.notDeepEqual(draws(1, "names"), draws(2, "names"));
	assert.notDeepEqual(draws(1, "names"), draws(1, "tree"));
});

test("draws are about as frequent as their weights", () => {
	const dice = chance(5, "weights");
	const drawn = Array.from({ length: 10_000 }, () =>
		dice.weigh([
			["often", 3],
			["never", 0],
			["seldom", 1],
		]),
	);
	const often = drawn.filter((one) => one === "often").length;
	assert.ok(often > 7_300 && often < 7_700, String(often));
	assert.ok(!drawn.includes("never"));
});

test("some draws each entry at most once, and pick refuses an empty list", () => {
	const dice = chance(5, "some");
	assert.deepEqual(new Set(dice.some([1, 2, 3], 9)), new Set([1, 2, 3]));
	assert.equal(dice.some([1, 2, 3], 2).length, 2);
	assert.throws(() => dice.pick([]), RangeError);
});

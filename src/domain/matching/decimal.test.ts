import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { commonUnit, millionthsOf, pointsOf, readDecimal } from "./decimal.ts";

test("decimals of at most six places become whole millionths", () => {
	const read = (text: string) => {
		const reading = readDecimal(text);
		return reading.ok ? reading.millionths : reading.why;
	};
	assert.equal(read("12"), 12_000_000);
	assert.equal(read("-0.5"), -500_000);
	assert.equal(read("+.000001"), 1);
	assert.equal(read("-0"), 0);
	assert.equal(read("0001000000.000000"), 1_000_000_000_000);
	for (const text of ["", ".", "-", "1e3", "1,5", "0x10", "∞", "1 000", "--1"])
		assert.equal(read(text), "not-a-number");
	assert.equal(read("0.0000001"), "too-many-places");
	for (const text of ["1000000.000001", "-1000001", "99999999999999999999"])
		assert.equal(read(text), "too-large");
});

test("millionths survive being written as JSON numbers and read back", () => {
	const limit = 1_000_000_000_000;
	fc.assert(
		fc.property(fc.integer({ min: -limit, max: limit }), (millionths) => {
			const written = JSON.stringify(pointsOf(millionths));
			assert.equal(millionthsOf(JSON.parse(written)), millionths);
		}),
	);
	assert.equal(millionthsOf(1e-7), undefined);
	assert.equal(millionthsOf(Number.NaN), undefined);
	assert.equal(millionthsOf(1e21), undefined);
});

test("the common unit is the largest power of ten in all values", () => {
	assert.equal(commonUnit([9_000_000, 12_000_000]), 1_000_000);
	assert.equal(commonUnit([9_000_000, 500_000]), 100_000);
	assert.equal(commonUnit([3]), 1);
	assert.equal(commonUnit([]), 1_000_000);
});

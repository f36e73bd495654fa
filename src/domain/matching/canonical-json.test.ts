import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson, fingerprintOf } from "./canonical-json.ts";

test("the example of RFC 8785, section 3.2.2", () => {
	const value = {
		numbers: [
			333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001,
		],
		string: '€$\u000f\nA\'B"\\\\"/',
		literals: [null, true, false],
	};
	assert.equal(
		canonicalJson(value),
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
			'"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
	);
});

test("keys are sorted by UTF-16 units, as in RFC 8785, section 3.2.3", () => {
	const sorted = canonicalJson({
		"\u20ac": 1,
		"\r": 2,
		"\ufb33": 3,
		"1": 4,
		"\ud83d\ude00": 5,
		"\u0080": 6,
		"\u00f6": 7,
	});
	assert.equal(
		sorted,
		'{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
	);
});

test("members without a value are left out, and what JSON cannot say is refused", () => {
	assert.equal(canonicalJson({ a: undefined, b: 1 }), '{"b":1}');
	assert.throws(() => canonicalJson([Infinity]), RangeError);
	assert.throws(() => canonicalJson("\ud800"), RangeError);
});

test("a fingerprint is the SHA-256 of the canonical text", () => {
	assert.equal(
		fingerprintOf({}),
		"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
	);
});

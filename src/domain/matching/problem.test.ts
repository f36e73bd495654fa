import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { byCodePoint } from "./problem.ts";

test("texts are ordered by code points, not by UTF-16 units", () => {
	assert.deepEqual(["😀", "ﬁ", "z", "a", "", "aa"].toSorted(byCodePoint), [
		"",
		"a",
		"aa",
		"z",
		"ﬁ",
		"😀",
	]);
	const points = (text: string) =>
		Array.from(text, (c) => c.codePointAt(0) ?? 0);
	const text = fc.string({ unit: "binary" });
	fc.assert(
		fc.property(text, text, (a, b) => {
			const [x, y] = [points(a), points(b)];
			const at = x.findIndex((value, k) => value !== y[k]);
			const expected =
				at < 0
					? Math.sign(x.length - y.length)
					: Math.sign((x[at] ?? -1) - (y[at] ?? -1));
			assert.equal(Math.sign(byCodePoint(a, b)), expected);
		}),
	);
});

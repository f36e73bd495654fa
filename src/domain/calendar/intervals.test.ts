import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { common, type Interval, merged, without } from "./intervals.ts";

const anInterval = fc
	.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }))
	.map(([from, length]) => ({ from, until: from + length }));

test("intervals behave as the sets of minutes they stand for", () => {
	const minutes = (list: readonly Interval[]) =>
		new Set(
			list.flatMap(({ from, until }) =>
				Array.from({ length: until - from }, (_, index) => from + index),
			),
		);
	const lists = fc.array(anInterval, { maxLength: 12 });
	fc.assert(
		fc.property(lists, lists, (one, two) => {
			const [a, b] = [merged(one), merged(two)];
			assert.deepEqual(minutes(a), minutes(one));
			assert.deepEqual(
				minutes(common(a, b)),
				minutes(one).intersection(minutes(two)),
			);
			const rest = without(a, b);
			assert.deepEqual(minutes(rest), minutes(one).difference(minutes(two)));
			for (const list of [a, rest])
				for (const [index, { from, until }] of list.entries())
					assert.ok(from < until && from > (list[index - 1]?.until ?? -1));
		}),
	);
});

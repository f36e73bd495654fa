import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { strongComponents } from "./components.ts";

test("two nodes are in one component exactly if each can reach the other", () => {
	const node = fc.integer({ min: 0, max: 8 });
	fc.assert(
		fc.property(fc.array(fc.tuple(node, node), { maxLength: 24 }), (arcs) => {
			const nodes = 9;
			const sorted = arcs.toSorted(([a], [b]) => a - b);
			const first = Int32Array.from(
				{ length: nodes + 1 },
				(_, x) => sorted.filter(([tail]) => tail < x).length,
			);
			const component = strongComponents(
				first,
				Int32Array.from(sorted, ([, head]) => head),
			);
			const reaches = Array.from({ length: nodes }, (_, from) =>
				reached(from, sorted),
			);
			for (let x = 0; x < nodes; x++)
				for (let y = 0; y < nodes; y++)
					assert.equal(
						component[x] === component[y],
						reaches[x]?.has(y) === true && reaches[y]?.has(x) === true,
					);
		}),
		{ numRuns: 2000 },
	);
});

function reached(
	from: number,
	arcs: readonly (readonly [number, number])[],
): ReadonlySet<number> {
	const seen = new Set([from]);
	for (let size = 0; size < seen.size; ) {
		size = seen.size;
		for (const [tail, head] of arcs) if (seen.has(tail)) seen.add(head);
	}
	return seen;
}

import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { Group } from "./board-layout.ts";
import { ledgerPage } from "./board-pages.ts";

test("every mentor is on one page, in order, no page above its measure, and a pair or mentee is found on theirs", () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 })),
			fc.integer({ min: 4, max: 9 }),
			(sizes, most) => {
				const groups = sizes.map((own, g) => groupOf(g, own));
				const at = (page: number, holding: string | null = null) =>
					ledgerPage(groups, { page, holding }, most);
				const { pages } = at(1);
				const seen = Array.from({ length: pages }, (_, k) => at(k + 1));
				const names = (own: readonly Group[]) =>
					own.flatMap(({ rows }) => rows.map(({ mentor }) => mentor.id));
				assert.deepEqual(
					seen.flatMap((one) => names(one.groups)),
					names(groups),
				);
				for (const one of seen) {
					const pairs = one.groups.flatMap(({ rows }) =>
						rows.flatMap((row) => row.pairs),
					);
					assert.ok(pairs.length <= most);
					for (const { id, mentee } of pairs)
						for (const holding of [id, mentee])
							assert.equal(at(1, holding).page, one.page);
				}
				assert.equal(at(pages + 7).page, pages);
			},
		),
	);
});

function groupOf(g: number, sizes: readonly number[]): Group {
	const rows = sizes.map((size, r) => ({
		mentor: {
			id: `${g}.${r}`,
			name: "",
			title: null,
			function: null,
			unit: null,
		},
		free: 0,
		pairs: Array.from({ length: size }, (_, k) => ({
			id: `pair ${g}.${r}.${k}`,
			mentee: `mentee ${g}.${r}.${k}`,
			mentor: `${g}.${r}`,
			mentorKind: null,
			score: 1,
			parts: [],
			status: "drafted" as const,
			before: null,
			points: [],
			isPinned: false,
			isChanged: false,
		})),
	}));
	return {
		name: String(g),
		rows,
		pairs: rows.reduce((sum, row) => sum + row.pairs.length, 0),
	};
}
